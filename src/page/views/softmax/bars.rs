//! The scores as bars to drag, and the shares as bars below.

use super::scores::{Scores, subscript};
use crate::page::browser::drag::Position;
use crate::page::widgets::hand::Hand;
use activation_explorer::numeric::format::{self, brief, fixed, rounded, typographic};
use activation_explorer::views::softmax::bars::{axis, percent};
use activation_explorer::views::softmax::drawing;
use activation_explorer::views::softmax::model::value;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// The ticks of the axis of shares.
const SHARES: &str = "<span>1</span><span>0.5</span><span>0</span>";

/// Both charts.
#[component]
pub(crate) fn Bars(scores: Scores) -> impl IntoView {
    // The axis does not change while a bar is dragged.
    let held = RwSignal::new(None::<usize>);
    let ends = RwSignal::new(axis(&scores.z.get_untracked()));
    Effect::new(move |_| {
        let now = scores.z.with(|z| axis(z));
        if held.get().is_none() && ends.get_untracked() != now {
            ends.set(now);
        }
    });
    let drag = Hand::new(scores.page);
    let put = move |position: Option<Position>, index: Option<usize>| {
        let (Some(Position { at, size }), Some(index)) = (position, index) else { return };
        let (low, high) = ends.get_untracked();
        let part = (1.0 - at.1 / size.1).clamp(0.0, 1.0);
        let score = 2.0 * (low / 2.0 + part * (high / 2.0 - low / 2.0));
        scores.set_one(index, rounded(score, (high / 2.0 - low / 2.0) / size.1));
    };
    let column = move |position: &Position| {
        let count = scores.count.get_untracked();
        let part = (position.at.0 / position.size.0).clamp(0.0, 1.0);
        ((part * count as f64) as usize).min(count.saturating_sub(1))
    };
    let down = move |event: PointerEvent| {
        let position = drag.down(&event);
        if let Some(position) = &position {
            held.set(Some(column(position)));
        }
        put(position, held.get_untracked());
    };
    let moved = move |event: PointerEvent| {
        let position = drag.moved(&event);
        if let (Some(position), None) = (&position, held.get_untracked()) {
            held.set(Some(column(position)));
        }
        put(position, held.get_untracked());
    };
    let up = move |event: PointerEvent| {
        let position = drag.up(&event);
        let index = held.get_untracked().or_else(|| position.as_ref().map(column));
        put(position, index);
        held.set(None);
    };
    let grips = move || {
        let count = scores.count.get();
        let grip = move |index: usize| {
            let score = move || scores.z.with(|z| z.get(index).copied().unwrap_or_default());
            view! {
                <div
                    class="grip"
                    style:left=format::percent(100.0 * index as f64 / count as f64)
                    style:width=format::percent(100.0 / count as f64)
                    style:bottom=move || format::percent(percent(score(), ends.get()))
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
    let bars = Signal::derive(move || scores.z.with(|z| drawing::scores(z, ends.get())));
    view! {
        <section class="bars">
            <h2>{scores.word(|w| w.drag)}</h2>
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
                    <div class="drawing" aria-hidden="true" inner_html=bars></div>
                    {grips}
                </div>
                <div class="labels" aria-hidden="true" inner_html=scores.text(score_labels)></div>
            </div>
            <h2>{scores.word(|w| w.shares)}</h2>
            <p class="legend" aria-hidden="true">
                <span class="mark softmax">"softmax"</span>
                <span class="mark argmax">{scores.word(|w| w.argmax)}</span>
                <span class="mark sparsemax">"sparsemax"</span>
                <span class="mark softmin">"softmin"</span>
            </p>
            <div class="chart shares">
                <div class="ticks" aria-hidden="true" inner_html=SHARES></div>
                <div class="tracks" aria-hidden="true">
                    <div class="drawing" inner_html=scores.text(|scores| scores.z.with(|z| drawing::shares(z, scores.t.get())))></div>
                </div>
                <div class="labels" aria-hidden="true" inner_html=scores.text(share_labels)></div>
            </div>
        </section>
    }
}

fn label(symbol: char, i: usize, text: &str) -> String {
    format!("<span><i>{symbol}{} =\u{a0}</i><b>{text}</b></span>", subscript(i + 1))
}

fn score_labels(scores: Scores) -> String {
    scores.z.with(|z| z.iter().enumerate().map(|(i, z)| label('z', i, &brief(*z, 4))).collect())
}

fn share_labels(scores: Scores) -> String {
    let shares = scores.z.with(|z| value(scores.shares().0, z, scores.t.get()));
    // The table has all digits; here eight bars have to fit on a phone.
    let short = |p: f64| match p {
        0.0 => "0".to_owned(),
        p if p < 5e-4 => "≈ 0".to_owned(),
        _ => typographic(&fixed(p, 3)),
    };
    shares.iter().enumerate().map(|(i, p)| label('p', i, &short(*p))).collect()
}
