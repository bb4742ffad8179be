//! The controls of the unit: its numbers, shapes to start from, and the fit of a convex function.

use super::state::UnitState;
use crate::page::browser::throttle::spoken;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::number_box::{Bounds, NumberBox};
use crate::page::widgets::scroll::Scroll;
use activation_explorer::address::Edges;
use activation_explorer::numeric::format::{brief, pretty, rounded, shortest};
use activation_explorer::views::maxout::TARGET;
use activation_explorer::views::maxout::drawing::color;
use activation_explorer::views::maxout::model::fit::{Target, raised};
use activation_explorer::views::maxout::model::{FEWEST, MOST, Piece, value};
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;

/// Well-known functions to start from, as links.
const SHAPES: &str = "<a href=\"?view=maxout&amp;pieces=0,0,1,0\">ReLU</a> \
    <a href=\"?view=maxout&amp;pieces=-1,0,1,0\">|x|</a> \
    <a href=\"?view=maxout&amp;pieces=0.1,0,1,0\">Leaky ReLU</a>";

/// The names of the targets, none first.
const NAMES: [&str; 5] = ["", "x²", "eˣ", "|x|", "softplus"];

/// The panel beside the plot.
#[component]
pub(crate) fn Controls(unit: UnitState) -> impl IntoView {
    let rows = move || (0..unit.count.get()).map(|i| view! { <Row unit index=i /> }).collect_view();
    let full = move || unit.count.get() >= MOST;
    let few = move || unit.count.get() <= FEWEST;
    view! {
        <aside class="panel">
            <section class="pieces">
                <h2>{unit.word(|w| w.pieces)}</h2>
                <div class="rows">{rows}</div>
                <div class="stepper">
                    <button
                        type="button"
                        data-do="fewer"
                        disabled=few
                        aria-label=unit.text(|unit| (unit.words().remove)(unit.count.get()))
                        on:click=move |_| resize(unit, unit.count.get_untracked() - 1)
                    >"−"</button>
                    <output>{unit.text(|unit| (unit.words().count)(unit.count.get()))}</output>
                    <button
                        type="button"
                        data-do="more"
                        disabled=full
                        aria-label=unit.word(|w| w.add)
                        on:click=move |_| resize(unit, unit.count.get_untracked() + 1)
                    >"+"</button>
                </div>
                <p class="hint links">{unit.word(|w| w.start_from)} " " <span inner_html=SHAPES></span></p>
            </section>
            <Fit unit />
        </aside>
    }
}

/// One piece: its number, slope and offset.
#[component]
fn Row(unit: UnitState, index: usize) -> impl IntoView {
    let cell = move |slope: bool| {
        let read = move || {
            unit.pieces.with(|p| p.get(index).map_or(0.0, |p| if slope { p.w } else { p.b }))
        };
        let set = Rc::new(move |typed| {
            let piece = unit.pieces.with_untracked(|p| p.get(index).copied());
            if let Some(piece) = piece {
                let piece =
                    if slope { Piece { w: typed, ..piece } } else { Piece { b: typed, ..piece } };
                unit.set_one(index, piece);
            }
        });
        view! {
            <NumberBox
                name=format!("{}{}", if slope { "w" } else { "b" }, index + 1)
                id=Some("maxout")
                bounds=Bounds { step: Some(0.05), ends: None }
                label=Signal::derive(move || (unit.words().number)(index + 1, slope))
                value=Signal::derive(read)
                set
            />
        }
    };
    let remove = move |_| {
        let mut all = unit.pieces.get_untracked();
        // A second press may come before the row is gone.
        if all.len() > FEWEST && index < all.len() {
            all.remove(index);
            unit.set(&all);
        }
    };
    let few = move || unit.count.get() <= FEWEST;
    view! {
        <div class=format!("piece series-{}", color(index) + 1)>
            <b>{index + 1}</b>
            {cell(true)}
            <span aria-hidden="true">"x +"</span>
            {cell(false)}
            <button
                type="button"
                class="remove"
                disabled=few
                aria-label=Signal::derive(move || (unit.words().remove)(index + 1))
                on:click=remove
            >"×"</button>
        </div>
    }
}

/// Changes the number of pieces; with a target to the best tangents of that number.
fn resize(unit: UnitState, count: usize) {
    if let Some(target) = unit.target.get_untracked() {
        unit.set(&tangents(target, count));
        return;
    }
    let mut all = unit.pieces.get_untracked();
    let middle =
        unit.frame.get_untracked().map_or(0.0, |f| (f.window.x_min + f.window.x_max) / 2.0);
    let above = rounded(value(&all, middle).0 + 0.3, 0.01);
    // Level and a little above the unit, where it is visible.
    all.resize(count, Piece { w: 0.0, b: above });
    unit.set(&all);
}

/// The best tangents, with numbers as exact as a pixel.
fn tangents(target: Target, count: usize) -> Vec<Piece> {
    let short = |x: f64| rounded(x, 1e-9);
    target.tangents(count).iter().map(|p| Piece { w: short(p.w), b: short(p.b) }).collect()
}

/// The fit of a convex function.
#[component]
fn Fit(unit: UnitState) -> impl IntoView {
    let choose = Rc::new(move |index: usize| {
        let target = index.checked_sub(1).and_then(|i| Target::ALL.get(i).copied());
        let count = unit.count.get_untracked();
        unit.page.address.edit(|s| {
            s.set_number(&TARGET, index as f64);
            s.edges = Edges::default();
        });
        if let Some(target) = target {
            unit.set(&tangents(target, count));
        }
    });
    let chosen = Signal::derive(move || {
        let target = unit.target.get();
        Some(target.map_or(0, |t| 1 + Target::ALL.iter().position(|u| *u == t).unwrap_or(0)))
    });
    let choices = NAMES.iter().enumerate().map(|(index, name)| {
        Item::new(index, move || if index == 0 { unit.words().nothing } else { name })
    });
    let choices = choices.collect();
    let error = Memo::new(move |_| {
        let target = unit.target.get()?;
        unit.pieces.with(|p| Some(target.error(p)).map(|e| (e.sup, e.at)))
    });
    let best = Memo::new(move |_| {
        unit.target.get().map(|target| {
            (FEWEST..=MOST).map(|k| target.error(&target.tangents(k)).sup).collect::<Vec<_>>()
        })
    });
    let said = Signal::derive(move || {
        let words = unit.words();
        let (Some(target), Some((sup, at))) = (unit.target.get(), error.get()) else {
            return words.fit_lead.to_owned();
        };
        let (a, b) = target.interval();
        let (on, at) = ((words.on)(&brief(a, 3), &brief(b, 3)), (words.at)(&brief(at, 3)));
        let (comma, sup) = (unit.page.table(plots).story.comma, pretty(sup, 4));
        format!("{}<b>{sup}</b> {at}{comma}{on}", words.error)
    });
    let table = Signal::derive(move || {
        let Some(best) = best.get() else { return String::new() };
        let count = unit.count.get();
        let cells = (FEWEST..).zip(&best).map(|(k, sup)| {
            let here = if k == count { " class=\"on\"" } else { "" };
            format!("<tr{here}><th scope=\"row\">k = {k}</th><td><data data-read=\"fit-{k}\" value=\"{}\">{}</data></td></tr>", shortest(*sup), pretty(*sup, 3))
        });
        cells.collect()
    });
    let none = move || unit.target.get().is_none();
    let fit = move |_| {
        if let Some(target) = unit.target.get_untracked() {
            unit.set(&tangents(target, unit.count.get_untracked()));
        }
    };
    let raise = move |_| {
        if let (Some(target), Some((sup, _))) = (unit.target.get_untracked(), error.get_untracked())
        {
            let pieces = tangents(target, unit.count.get_untracked());
            let least = target.error(&pieces).sup;
            let pieces = raised(&pieces, least / 2.0);
            // A second press changes nothing.
            if sup > least / 2.0 {
                unit.set(&pieces);
            }
        }
    };
    view! {
        <section class="fit">
            <h2>{unit.word(|w| w.fit)}</h2>
            <div class="buttons" role="group" aria-label=unit.word(|w| w.fit)>
                <Choices attribute="data-target" choices chosen choose />
            </div>
            <p class="hint" role="status">
                <data
                    data-read="error"
                    value=move || error.get().map(|(sup, _)| shortest(sup)).unwrap_or_default()
                    inner_html=spoken(said)
                ></data>
            </p>
            <div hidden=none>
                <div class="buttons">
                    <button type="button" data-do="tangents" on:click=fit>{unit.word(|w| w.tangents)}</button>
                    <button type="button" data-do="raise" on:click=raise>{unit.word(|w| w.raise)}</button>
                </div>
                <Scroll label=unit.word(|w| w.by_k)>
                    <table class="values by-k">
                        <caption>{unit.word(|w| w.by_k)}</caption>
                        <tbody inner_html=table></tbody>
                    </table>
                </Scroll>
            </div>
        </section>
    }
}
