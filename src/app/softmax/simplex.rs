//! Three shares as a point of a triangle, with the way it takes as the temperature falls.

use super::Scene;
use crate::app::widgets::drag::{Drag, Place};
use activation_explorer::demo::softmax::{
    HEIGHT, cooling, hot_and_cold, logits_of, on_simplex, shares_at, value,
};
use activation_explorer::numeric::format::{pretty, rounded};
use leptos::prelude::*;

/// The drawing's left and top edge and its size, where the side of the triangle is 1.
const BOX: (f64, f64, f64, f64) = (-0.1, -0.1, 1.2, 1.08);
/// The least share a point can be dragged to.
const LEAST: f64 = 1e-4;

/// Where a point of the triangle is in the drawing, whose y grows downwards.
fn spot((x, y): (f64, f64)) -> (f64, f64) {
    (x, HEIGHT - y)
}

/// The triangle, or how to get one.
#[component]
pub(super) fn Simplex(scene: Scene) -> impl IntoView {
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
    let Some(z) = scene.z.with(|z| three(z)) else { return String::new() };
    let points = |all: &[(f64, f64)]| {
        let each = all.iter().map(|p| spot(*p)).map(|(x, y)| format!("{x:.4},{y:.4}"));
        each.collect::<Vec<_>>().join(" ")
    };
    let (left, top, width, height) = BOX;
    let mut svg = format!("<svg viewBox=\"{left} {top} {width} {height}\">");
    // Lines of equal shares, a quarter apart.
    for share in [0.25, 0.5, 0.75] {
        for class in 0..3 {
            let mut ends = [[share; 3], [share; 3]];
            for (end, (one, none)) in ends.iter_mut().zip([(1, 2), (2, 1)]) {
                end[(class + one) % 3] = 1.0 - share;
                end[(class + none) % 3] = 0.0;
            }
            let ends = ends.map(|p| on_simplex(&p));
            svg += &format!("<polyline class=\"grid\" points=\"{}\"/>", points(&ends));
        }
    }
    svg += &format!(
        "<polygon class=\"edge\" points=\"{}\"/>",
        points(&[(0.0, 0.0), (1.0, 0.0), (0.5, HEIGHT)])
    );
    if let Some(ends) = hot_and_cold(&z) {
        let way = cooling(&z, ends, 96);
        svg += &format!("<polyline class=\"way\" points=\"{}\"/>", points(&way));
    }
    for (corner, (x, y), side) in
        [(1, (0.0, 0.0), "end"), (2, (1.0, 0.0), "start"), (3, (0.5, HEIGHT), "middle")]
    {
        let (x, y) = spot((x, y));
        let (x, y) = match side {
            "end" => (x - 0.04, y + 0.03),
            "start" => (x + 0.04, y + 0.03),
            _ => (x, y - 0.035),
        };
        svg += &format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{side}\">{corner}</text>");
    }
    if let Some(p) = three(&value("sparsemax", &z, 1.0)) {
        let (x, y) = spot(on_simplex(&p));
        let (x, y) = (x - 0.018, y - 0.018);
        svg += &format!(
            "<rect class=\"sparsemax\" x=\"{x:.4}\" y=\"{y:.4}\" width=\"0.036\" height=\"0.036\"/>"
        );
    }
    if let Some(p) = softmax(scene) {
        let (x, y) = spot(on_simplex(&p));
        svg += &format!("<circle class=\"softmax\" cx=\"{x:.4}\" cy=\"{y:.4}\" r=\"0.026\"/>");
    }
    svg + "</svg>"
}
