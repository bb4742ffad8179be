//! The softmax view: a function of a whole vector as bars, shares, Jacobian and simplex.

mod bars;
mod claims;
mod panel;
mod simplex;
mod tables;

use crate::page::browser::throttle::spoken;
use crate::page::state::{Page, page};
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::start_over::StartOver;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::{Activation, by_id};
use activation_explorer::numeric::format::pretty;
use activation_explorer::views;
use activation_explorer::views::softmax::LOGITS;
use activation_explorer::views::softmax::model::{FAMILY, at, entropy, value};
use activation_explorer::views::softmax::{Words, words};
use leptos::prelude::*;
use std::rc::Rc;

/// The state with all that is derived from it.
#[derive(Clone, Copy)]
struct Scene {
    page: Page,
    /// The chosen function.
    act: Memo<&'static Activation>,
    /// The scores.
    z: Memo<Vec<f64>>,
    /// The number of scores.
    count: Memo<usize>,
    /// The temperature, 1 for a function that has none.
    t: Memo<f64>,
    /// Value and Jacobian of the chosen function.
    out: Memo<(Vec<f64>, Vec<f64>)>,
}

impl Scene {
    fn new(page: Page) -> Self {
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

    fn words(self) -> &'static Words {
        words(self.page.reader.lang.get())
    }

    /// A word that follows the language.
    fn word(self, pick: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// A text, or markup, that tracks whatever it reads.
    fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }

    fn set(self, z: Vec<f64>) {
        self.page.address.edit(|s| s.set_list(&LOGITS, z));
    }

    fn set_one(self, index: usize, score: f64) {
        let mut z = self.z.get_untracked();
        if let Some(slot) = z.get_mut(index) {
            *slot = score;
            self.set(z);
        }
    }

    /// Sets the temperature, where there is one.
    fn heat(self, t: f64) {
        self.page.address.edit(|s| s.set_param(s.act, 0, t));
    }

    /// The id and the name of the function that gives the shares: the chosen one, or softmax if
    /// that is log-softmax.
    fn shares(self) -> (&'static str, &'static str) {
        let act = self.act.get();
        if act.id == "log_softmax" { ("softmax", "Softmax") } else { (act.id, act.name) }
    }

    /// Shows another function, at the same temperature.
    fn choose(self, id: &str) {
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
fn subscript(n: usize) -> String {
    let digit = |d: char| d.to_digit(10).and_then(|d| char::from_u32(0x2080 + d)).unwrap_or(d);
    n.to_string().chars().map(digit).collect()
}

/// The view.
pub(crate) fn show() -> AnyView {
    Softmax().into_any()
}

/// The view.
#[component]
fn Softmax() -> impl IntoView {
    let scene = Scene::new(page());
    if scene.page.figure {
        return view! {
            <div class="vectors small">
                <bars::Bars scene />
                <panel::Panel scene />
            </div>
        }
        .into_any();
    }
    let choices = FAMILY.into_iter().filter_map(by_id);
    let choices = choices.map(|act| Item::new(act.id, act.name)).collect();
    let chosen = Signal::derive(move || FAMILY.iter().position(|id| *id == scene.act.get().id));
    let choose = Rc::new(move |index: usize| scene.choose(FAMILY[index]));
    view! {
        <div class="page vectors">
            <header class="head">
                <h1 class="subject" tabindex="-1">{move || scene.act.get().name}</h1>
                <p class="lead">{scene.word(|w| w.lead)}</p>
                <div class="buttons" role="group" aria-label=scene.word(|w| w.choose)>
                    <Choices attribute="data-choose" choices chosen choose />
                    {move || {
                        let act = scene.act.get();
                        view! { <ViewLink class="more" view=&views::function::VIEW act>{scene.word(|w| w.more)}</ViewLink> }
                    }}
                    <StartOver />
                </div>
            </header>
            <div class="stage">
                <bars::Bars scene />
                <p class="sentence" role="status">{spoken(summary(scene))}</p>
            </div>
            <panel::Panel scene />
            <div class="details">
                <section>
                    <h2>{scene.word(|w| w.table)}</h2>
                    <div class="wide" tabindex="0" role="group" aria-label=scene.word(|w| w.table) inner_html=scene.text(tables::side_by_side)></div>
                </section>
                <div class="pair">
                    <section class="jacobian">
                        <h2>{scene.text(|scene| (scene.words().jacobian)(scene.act.get().name))}</h2>
                        <div class="wide" tabindex="0" role="group" aria-label=scene.text(|scene| (scene.words().jacobian)(scene.act.get().name)) inner_html=scene.text(tables::jacobian)></div>
                        <p class="hint">{scene.word(|w| w.jacobian_hint)}</p>
                    </section>
                    <simplex::Simplex scene />
                </div>
            </div>
            <div class="prose">
                <section class="claims-section">
                    <h2>{scene.word(|w| w.claims)}</h2>
                    <div inner_html=scene.text(claims::claims)></div>
                </section>
                <section>
                    <h2>{scene.word(|w| w.overflow)}</h2>
                    <p inner_html=scene.word(|w| w.overflow_lead)></p>
                    <p class="hint" inner_html=scene.text(tables::trials)></p>
                    <div class="wide" tabindex="0" role="group" aria-label=scene.word(|w| w.overflow) inner_html=scene.text(tables::overflow)></div>
                    <p class="sentence" inner_html=scene.text(tables::outcome)></p>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// The summary in words, once the bars rest.
fn summary(scene: Scene) -> Signal<String> {
    let settled = crate::page::widgets::function_plot::settled(scene.z);
    Signal::derive(move || {
        let (id, name) = scene.shares();
        let p = settled.with(|z| value(id, z, scene.t.get()));
        let top = p.iter().copied().fold(0.0, f64::max);
        let classes: Vec<_> = (1..).zip(&p).filter(|(_, s)| **s == top).map(|(i, _)| i).collect();
        let most = libm::log2(p.len() as f64);
        (scene.words().summary)(
            name,
            &classes,
            &pretty(top, 5),
            &pretty(entropy(&p), 3),
            &pretty(most, 3),
        )
    })
}
