//! The scores as bars to drag, and what becomes of them as bars below.

use super::{Scene, subscript};
use crate::app::widgets::drag::{Drag, Place};
use activation_explorer::demo::softmax::{argmax, value};
use activation_explorer::numeric::format::{brief, rounded, typographic};
use activation_explorer::plot::bars::{axis, percent};
use leptos::prelude::*;
use web_sys::PointerEvent;

/// The marks of the axis of the shares.
const SHARES: &str = "<span>1</span><span>0.5</span><span>0</span>";

/// Both charts.
#[component]
pub(super) fn Bars(scene: Scene) -> impl IntoView {
    // The axis stays as it is while a bar is held.
    let held = RwSignal::new(None::<usize>);
    let ends = RwSignal::new(axis(&scene.z.get_untracked()));
    Effect::new(move |_| {
        let now = scene.z.with(|z| axis(z));
        if held.get().is_none() && ends.get_untracked() != now {
            ends.set(now);
        }
    });
    let drag = Drag::new();
    let put = move |place: Option<Place>, index: Option<usize>| {
        let (Some(Place { at, size }), Some(index)) = (place, index) else { return };
        let (low, high) = ends.get_untracked();
        let part = (1.0 - at.1 / size.1).clamp(0.0, 1.0);
        let score = 2.0 * (low / 2.0 + part * (high / 2.0 - low / 2.0));
        scene.set_one(index, rounded(score, (high / 2.0 - low / 2.0) / size.1));
    };
    let column = move |place: &Place| {
        let count = scene.count.get_untracked();
        let part = (place.at.0 / place.size.0).clamp(0.0, 1.0);
        ((part * count as f64) as usize).min(count.saturating_sub(1))
    };
    let down = move |event: PointerEvent| {
        let place = drag.down(&event);
        if let Some(place) = &place {
            held.set(Some(column(place)));
        }
        put(place, held.get_untracked());
    };
    let moved = move |event: PointerEvent| {
        let place = drag.moved(&event);
        if let (Some(place), None) = (&place, held.get_untracked()) {
            held.set(Some(column(place)));
        }
        put(place, held.get_untracked());
    };
    let up = move |event: PointerEvent| {
        let place = drag.up(&event);
        let index = held.get_untracked().or_else(|| place.as_ref().map(column));
        put(place, index);
        held.set(None);
    };
    let grips = move || {
        let count = scene.count.get();
        let grip = move |index: usize| {
            let score = move || scene.z.with(|z| z.get(index).copied().unwrap_or_default());
            view! {
                <div
                    class="grip"
                    style:left=format!("{}%", 100.0 * index as f64 / count as f64)
                    style:width=format!("{}%", 100.0 / count as f64)
                    style:bottom=move || format!("{}%", percent(score(), ends.get()))
                ></div>
            }
        };
        (0..count).map(grip).collect_view()
    };
    let ticks = Signal::derive(move || {
        let (low, high) = ends.get();
        let marks = [high, low / 2.0 + high / 2.0, low];
        marks.iter().map(|x| format!("<span>{}</span>", brief(*x, 4))).collect::<String>()
    });
    let scores = Signal::derive(move || score_bars(scene, ends.get()));
    view! {
        <section class="bars">
            <h2>{scene.word(|w| w.drag)}</h2>
            <div class="chart">
                <div class="ticks" aria-hidden="true" inner_html=ticks></div>
                <div
                    class="tracks"
                    on:pointerdown=down
                    on:pointermove=moved
                    on:pointerup=up
                    on:pointercancel=move |event| {
                        drag.cancelled(&event);
                        held.set(None);
                    }
                >
                    <div class="drawing" aria-hidden="true" inner_html=scores></div>
                    {grips}
                </div>
                <div class="labels" aria-hidden="true" inner_html=scene.text(score_labels)></div>
            </div>
            <h2>{scene.word(|w| w.shares)}</h2>
            <p class="legend" aria-hidden="true">
                <span class="mark softmax">"softmax"</span>
                <span class="mark argmax">{scene.word(|w| w.argmax)}</span>
                <span class="mark sparsemax">"sparsemax"</span>
                <span class="mark softmin">"softmin"</span>
            </p>
            <div class="chart shares">
                <div class="ticks" aria-hidden="true" inner_html=SHARES></div>
                <div class="tracks" aria-hidden="true">
                    <div class="drawing" inner_html=scene.text(share_bars)></div>
                </div>
                <div class="labels" aria-hidden="true" inner_html=scene.text(share_labels)></div>
            </div>
        </section>
    }
}

/// A drawing 100 high and a hundred wide for every class, with lines across at these heights.
fn drawing(count: usize, lines: &[(f64, &str)], bars: &str) -> String {
    let width = 100 * count;
    let lines: String = lines
        .iter()
        .map(|(y, class)| format!("<path class=\"{class}\" d=\"M0 {y}H{width}\"/>"))
        .collect();
    format!("<svg viewBox=\"0 0 {width} 100\" preserveAspectRatio=\"none\">{lines}{bars}</svg>")
}

fn bar(class: &str, x: f64, width: f64, from: f64, to: f64) -> String {
    let (top, height) = (100.0 - from.max(to), (from - to).abs());
    format!(
        "<rect class=\"{class}\" x=\"{x}\" y=\"{top:.3}\" width=\"{width}\" height=\"{height:.3}\"/>"
    )
}

fn score_bars(scene: Scene, ends: (f64, f64)) -> String {
    let zero = percent(0.0, ends);
    let line = if ends.0 <= 0.0 && 0.0 <= ends.1 { "axis" } else { "grid" };
    scene.z.with(|z| {
        let bars = z.iter().enumerate();
        let bars = bars.map(|(i, score)| {
            bar("score", 100.0 * i as f64 + 22.0, 56.0, zero, percent(*score, ends))
        });
        let lines = [(0.0, "grid"), (50.0, "grid"), (100.0, "grid"), (100.0 - zero, line)];
        drawing(z.len(), &lines, &bars.collect::<String>())
    })
}

fn share_bars(scene: Scene) -> String {
    let t = scene.t.get();
    scene.z.with(|z| {
        let all = [
            ("softmax", value("softmax", z, t)),
            ("argmax", argmax(z)),
            ("sparsemax", value("sparsemax", z, t)),
            ("softmin", value("softmin", z, t)),
        ];
        let mut bars = String::new();
        for (place, (class, shares)) in all.iter().enumerate() {
            for (i, share) in shares.iter().enumerate() {
                let x = 100.0 * i as f64 + 11.0 + 20.0 * place as f64;
                bars.push_str(&bar(class, x, 18.0, 0.0, 100.0 * share));
            }
        }
        drawing(z.len(), &[(0.0, "grid"), (50.0, "grid"), (100.0, "axis")], &bars)
    })
}

fn label(symbol: char, i: usize, text: &str) -> String {
    format!("<span><i>{symbol}{}</i> <b>{text}</b></span>", subscript(i + 1))
}

fn score_labels(scene: Scene) -> String {
    scene.z.with(|z| z.iter().enumerate().map(|(i, z)| label('z', i, &brief(*z, 4))).collect())
}

fn share_labels(scene: Scene) -> String {
    let shares = scene.z.with(|z| value(scene.shares().0, z, scene.t.get()));
    // The table has all digits; here eight have to fit on a phone.
    let short = |p: f64| match p {
        0.0 => "0".to_owned(),
        p if p < 5e-4 => "≈ 0".to_owned(),
        _ => typographic(&format!("{p:.3}")),
    };
    shares.iter().enumerate().map(|(i, p)| label('p', i, &short(*p))).collect()
}
