//! The simplex: three shares as a point of a triangle, with their path as the temperature falls.

use super::scores::Scores;
use crate::page::browser::drag::Position;
use crate::page::widgets::hand::Hand;
use activation_explorer::numeric::format::{percent, pretty, rounded};
use activation_explorer::views::softmax::drawing::{self, BOX, spot};
use activation_explorer::views::softmax::model::{HEIGHT, logits_of, on_simplex, shares_at, value};
use leptos::prelude::*;

/// The least share a point can be dragged to.
const LEAST: f64 = 1e-4;

/// The triangle, or a button that makes the classes three.
#[component]
pub(crate) fn Simplex(scores: Scores) -> impl IntoView {
    let drag = Hand::new(scores.page);
    let put = move |position: Option<Position>| {
        let Some(Position { at, size }) = position else { return };
        let (left, top, width, height) = BOX;
        let (x, y) = (left + at.0 / size.0 * width, top + at.1 / size.1 * height);
        let shares = shares_at((x, HEIGHT - y));
        let t = scores.t.get_untracked();
        let z = logits_of(&shares, t, LEAST);
        scores.set(z.iter().map(|z| rounded(*z, 0.001 * t)).collect());
    };
    let three = Memo::new(move |_| scores.count.get() == 3);
    let grip = move |pick: fn((f64, f64)) -> f64| {
        move || {
            let (left, top, width, height) = BOX;
            let (x, y) = spot(on_simplex(&softmax(scores)?));
            Some(percent(100.0 * pick(((x - left) / width, (y - top) / height))))
        }
    };
    let make_three = move |_| {
        let mut z = scores.z.get_untracked();
        z.resize(3, 0.0);
        scores.set(z);
    };
    view! {
        <section class="simplex">
            <h2>{scores.word(|w| w.simplex)}</h2>
            <div hidden=move || !three.get()>
                <div
                    class="triangle"
                    on:pointerdown=move |event| put(drag.down(&event))
                    on:pointermove=move |event| put(drag.moved(&event))
                    on:pointerup=move |event| put(drag.up(&event))
                    on:pointercancel=move |event| drag.cancelled(&event)
                >
                    <div class="drawing" role="img" aria-label=scores.text(label) inner_html=scores.text(triangle)></div>
                    <div class="grip" style:left=grip(|p| p.0) style:top=grip(|p| p.1)></div>
                </div>
                <p class="hint">{scores.word(|w| w.simplex_hint)}</p>
            </div>
            <p class="hint" hidden=three>
                {scores.word(|w| w.three)}
                " "
                <button type="button" data-do="three" on:click=make_three>{scores.word(|w| w.make_three)}</button>
            </p>
        </section>
    }
}

/// The shares if they are three.
fn softmax(scores: Scores) -> Option<[f64; 3]> {
    three(&scores.z.with(|z| value("softmax", z, scores.t.get())))
}

fn three(list: &[f64]) -> Option<[f64; 3]> {
    list.try_into().ok()
}

fn label(scores: Scores) -> String {
    let shares = softmax(scores).unwrap_or([f64::NAN; 3]).map(|p| pretty(p, 3));
    (scores.words().simplex_label)(&format!("({})", shares.join(", ")))
}

/// The drawing as SVG.
fn triangle(scores: Scores) -> String {
    let three = scores.z.with(|z| three(z));
    three.map_or_else(String::new, |z| drawing::triangle(&z, scores.t.get()))
}
