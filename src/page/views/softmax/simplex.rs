//! The simplex: three shares as a point of a triangle, with their path as the temperature falls.

use super::Scene;
use crate::page::browser::drag::{Drag, Place};
use activation_explorer::numeric::format::{pretty, rounded};
use activation_explorer::views::softmax::drawing::{self, BOX, spot};
use activation_explorer::views::softmax::model::{HEIGHT, logits_of, on_simplex, shares_at, value};
use leptos::prelude::*;

/// The least share a point can be dragged to.
const LEAST: f64 = 1e-4;

/// The triangle, or a button that makes the classes three.
#[component]
pub(crate) fn Simplex(scene: Scene) -> impl IntoView {
    let drag = Drag::new();
    let put = move |place: Option<Place>| {
        let Some(Place { at, size }) = place else { return };
        let (left, top, width, height) = BOX;
        let (x, y) = (left + at.0 / size.0 * width, top + at.1 / size.1 * height);
        let shares = shares_at((x, HEIGHT - y));
        let t = scene.t.get_untracked();
        let z = logits_of(&shares, t, LEAST);
        scene.set(z.iter().map(|z| rounded(*z, 0.001 * t)).collect());
    };
    let three = Memo::new(move |_| scene.count.get() == 3);
    let grip = move |pick: fn((f64, f64)) -> f64| {
        move || {
            let (left, top, width, height) = BOX;
            let (x, y) = spot(on_simplex(&softmax(scene)?));
            Some(format!("{}%", 100.0 * pick(((x - left) / width, (y - top) / height))))
        }
    };
    let make_three = move |_| {
        let mut z = scene.z.get_untracked();
        z.resize(3, 0.0);
        scene.set(z);
    };
    view! {
        <section class="simplex">
            <h2>{scene.word(|w| w.simplex)}</h2>
            <div hidden=move || !three.get()>
                <div
                    class="triangle"
                    on:pointerdown=move |event| put(drag.down(&event))
                    on:pointermove=move |event| put(drag.moved(&event))
                    on:pointerup=move |event| put(drag.up(&event))
                    on:pointercancel=move |event| drag.cancelled(&event)
                >
                    <div class="drawing" role="img" aria-label=scene.text(label) inner_html=scene.text(triangle)></div>
                    <div class="grip" style:left=grip(|p| p.0) style:top=grip(|p| p.1)></div>
                </div>
                <p class="hint">{scene.word(|w| w.simplex_hint)}</p>
            </div>
            <p class="hint" hidden=three>
                {scene.word(|w| w.three)}
                " "
                <button type="button" data-do="three" on:click=make_three>{scene.word(|w| w.make_three)}</button>
            </p>
        </section>
    }
}

/// The shares if they are three.
fn softmax(scene: Scene) -> Option<[f64; 3]> {
    three(&scene.z.with(|z| value("softmax", z, scene.t.get())))
}

fn three(list: &[f64]) -> Option<[f64; 3]> {
    list.try_into().ok()
}

fn label(scene: Scene) -> String {
    let shares = softmax(scene).unwrap_or([f64::NAN; 3]).map(|p| pretty(p, 3));
    (scene.words().simplex_label)(&format!("({})", shares.join(", ")))
}

/// The drawing as SVG.
fn triangle(scene: Scene) -> String {
    let three = scene.z.with(|z| three(z));
    three.map_or_else(String::new, |z| drawing::triangle(&z, scene.t.get()))
}
