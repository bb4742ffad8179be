//! The numbers of a run: step, loss, and the dead in all and by layer.

use crate::page::state::page;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::views::dead::model::{Look, UNITS, both, count};
use activation_explorer::views::dead::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The numbers of a run.
#[component]
pub(super) fn Counts(look: Memo<Arc<Look>>) -> impl IntoView {
    let page = page();
    // The value, and the text that is shown.
    let number = move |index: usize, name: &'static str, read: fn(&Look) -> (f64, String)| {
        let now = Memo::new(move |_| look.with(|look| read(look)));
        let value =
            move || now.with(|now| if now.0.is_finite() { shortest(now.0) } else { String::new() });
        view! {
            <div class=name>
                <dt>{move || page.table(words).numbers[index]}</dt>
                <dd><data translate="no" data-read=name value=value>{move || now.with(|now| now.1.clone())}</data></dd>
            </div>
        }
    };
    let diverged = Memo::new(move |_| look.with(|look| look.diverged));
    view! {
        <dl class="lives">
            {number(0, "step", |l| (l.steps as f64, l.steps.to_string()))}
            {number(1, "epoch", |l| (l.epochs, (l.epochs as usize).to_string()))}
            {number(2, "loss", |l| (l.score.loss, told(l.score.loss, pretty(l.score.loss, 3))))}
            {number(3, "accuracy", |l| {
                let share = l.score.accuracy;
                (share, told(share, format!("{}%", brief(100.0 * share, 3))))
            })}
            {number(4, "dead", |l| share(both(&l.dead), 2 * UNITS))}
            {number(5, "dead_1", |l| share(count(&l.dead[0]), UNITS))}
            {number(6, "dead_2", |l| share(count(&l.dead[1]), UNITS))}
            {number(7, "born", |l| share(both(&l.born), 2 * UNITS))}
            {number(8, "died", |l| share(l.died(), 2 * UNITS))}
            {number(9, "revived", |l| share(both(&l.revived), 2 * UNITS))}
            {move || diverged.get().map(|step| view! {
                <div class="diverged_at">
                    <dt>{page.say(words, |w| w.diverged)}</dt>
                    <dd><data translate="no" data-read="diverged_at" value=step.to_string()>{step.to_string()}</data></dd>
                </div>
            })}
        </dl>
    }
}

/// A text, or a dash for what is no number.
fn told(number: f64, text: String) -> String {
    if number.is_finite() { text } else { "–".to_owned() }
}

/// The share of so many of all, and both as text.
fn share(some: usize, all: usize) -> (f64, String) {
    (some as f64 / all as f64, format!("{some}/{all}"))
}
