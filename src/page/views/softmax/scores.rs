//! The scores with all that is derived from them.

use crate::page::state::Page;
use activation_explorer::activation::{Activation, by_id};
use activation_explorer::views::softmax::LOGITS;
use activation_explorer::views::softmax::model::at;
use activation_explorer::views::softmax::{Words, words};
use leptos::prelude::*;

/// The scores with all that is derived from it.
#[derive(Clone, Copy)]
pub(super) struct Scores {
    pub(super) page: Page,
    /// The chosen function.
    pub(super) act: Memo<&'static Activation>,
    /// The scores.
    pub(super) z: Memo<Vec<f64>>,
    /// The number of scores.
    pub(super) count: Memo<usize>,
    /// The temperature, 1 for a function that has none.
    pub(super) t: Memo<f64>,
    /// Value and Jacobian of the chosen function.
    pub(super) out: Memo<(Vec<f64>, Vec<f64>)>,
}

impl Scores {
    pub(super) fn new(page: Page) -> Self {
        let act = page.address.act();
        // The last list: a view being left has none in the address, but is still in the document.
        let z = Memo::new(move |last: Option<&Vec<f64>>| {
            let now = page.address.with(|s| s.list(&LOGITS));
            if now.is_empty() { last.cloned().unwrap_or_default() } else { now }
        });
        let params = Memo::new(move |_| page.address.whole(|s| s.params(s.act)));
        Self {
            page,
            act,
            z,
            count: Memo::new(move |_| z.with(Vec::len)),
            t: Memo::new(move |_| params.with(|p| p.first().copied().unwrap_or(1.0))),
            out: Memo::new(move |_| {
                let (act, p) = (act.get(), params.get());
                z.with(|z| at(act, z, &p))
            }),
        }
    }

    pub(super) fn words(self) -> &'static Words {
        words(self.page.reader.lang.get())
    }

    /// A word that follows the language.
    pub(super) fn word(self, pick: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// A text, or markup, that tracks whatever it reads.
    pub(super) fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }

    pub(super) fn set(self, z: Vec<f64>) {
        self.page.address.edit(|s| s.set_list(&LOGITS, z));
    }

    pub(super) fn set_one(self, index: usize, score: f64) {
        let mut z = self.z.get_untracked();
        if let Some(slot) = z.get_mut(index) {
            *slot = score;
            self.set(z);
        }
    }

    /// Sets the temperature, where there is one.
    pub(super) fn heat(self, t: f64) {
        self.page.address.edit(|s| s.set_param(s.act, 0, t));
    }

    /// The id and the name of the function that gives the shares: the chosen one, or softmax if
    /// that is log-softmax.
    pub(super) fn shares(self) -> (&'static str, &'static str) {
        let act = self.act.get();
        if act.id == "log_softmax" { ("softmax", "Softmax") } else { (act.id, act.name) }
    }

    /// Shows another function, at the same temperature.
    pub(super) fn choose(self, id: &str) {
        let t = self.t.get_untracked();
        if let Some(act) = by_id(id) {
            self.page.address.edit(|s| {
                // A function without a temperature has none to hand on.
                let hot = !s.act.params.is_empty();
                s.act = act;
                if hot {
                    s.set_param(act, 0, t);
                }
            });
        }
    }
}

/// A number as a subscript.
pub(super) fn subscript(n: usize) -> String {
    let digit = |d: char| d.to_digit(10).and_then(|d| char::from_u32(0x2080 + d)).unwrap_or(d);
    n.to_string().chars().map(digit).collect()
}
