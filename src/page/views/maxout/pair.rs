//! The difference of two units, fitted to sin or to a curve the reader draws.

use super::state::UnitState;
use crate::page::browser::throttle::spoken;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::legend::Swatch;
use crate::page::widgets::pad::{Pad, PadPlot};
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::scroll::Scroll;
use crate::page::widgets::slider::{Row, Slider, Span};
use crate::page::widgets::told::told_list;
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::{Number, brief, pretty, rounded, shortest};
use activation_explorer::numeric::sample::Stroke;
use activation_explorer::plot::Frame;
use activation_explorer::views::maxout::drawing::{
    self as drawings, drawn as curve_of, nearest, place, sine, stroke,
};
use activation_explorer::views::maxout::model::pair::{Pair, fits};
use activation_explorer::views::maxout::{CURVE, DRAWN, UNIT_PIECES};
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The most pieces of each unit.
const MOST: usize = UNIT_PIECES.range().1 as usize;
/// The target curve and its fits.
#[derive(Clone, Copy)]
struct Difference {
    unit: UnitState,
    drawn: Memo<bool>,
    /// The heights of the drawn curve.
    heights: Memo<Vec<f64>>,
    /// The curve as points.
    curve: Memo<Stroke>,
    /// The fit with 1, 2, … pieces a unit, and its error.
    fits: Memo<Vec<(Pair, f64)>>,
    k: Memo<usize>,
}

impl Difference {
    fn new(unit: UnitState) -> Self {
        let page = unit.page;
        let drawn = Memo::new(move |_| page.address.with(|s| s.number(&DRAWN) == 1.0));
        let heights = Memo::new(move |last: Option<&Vec<f64>>| {
            let now = page.address.with(|s| s.list(&CURVE));
            // The last list: a view being left has none in the address, but is still in the
            // document.
            if now.is_empty() { last.cloned().unwrap_or_default() } else { now }
        });
        let curve =
            Memo::new(
                move |_| {
                    if drawn.get() { heights.with(|heights| curve_of(heights)) } else { sine() }
                },
            );
        let fits = Memo::new(move |_| {
            curve.with(|curve| {
                let all = fits(curve, MOST).into_iter();
                all.map(|pair| (pair.error(curve), pair)).map(|(e, pair)| (pair, e)).collect()
            })
        });
        let k = Memo::new(move |_| page.address.with(|s| s.number(&UNIT_PIECES) as usize));
        Self { unit, drawn, heights, curve, fits, k }
    }

    /// The fit with the chosen number of pieces.
    fn with<T>(self, read: impl Fn(&Pair, f64) -> T) -> Option<T> {
        let k = self.k.get();
        self.fits.with(|fits| fits.get(k.saturating_sub(1)).map(|(pair, error)| read(pair, *error)))
    }

    /// The drawing of the plot, tracked.
    fn difference(self) -> drawings::Difference {
        let pair = self.with(|pair, _| pair.clone());
        drawings::Difference { pair, curve: self.curve.get() }
    }

    /// Sets points of the drawn curve, and makes it the target.
    fn draw(self, change: impl FnOnce(&mut Vec<f64>)) {
        let mut heights = self.heights.get_untracked();
        change(&mut heights);
        self.unit.page.address.edit(|s| {
            s.set_list(&CURVE, heights);
            s.set_number(&DRAWN, 1.0);
        });
    }

    fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }
}

/// The section.
#[component]
pub(crate) fn Two(unit: UnitState) -> impl IntoView {
    let all = Difference::new(unit);
    let frame = RwSignal::new(None::<Frame>);
    // The point that the keys move, and the last one that a pointer has set.
    let cursor = RwSignal::new(CURVE.entries().1 / 2);
    let height = move |i: usize| all.heights.with(|h| h.get(i).copied().unwrap_or_default());
    let put = Callback::new(move |((x, y), first): ((f64, f64), bool)| {
        let now = nearest(x);
        let before = if first { now } else { cursor.get_untracked() };
        let y = rounded(y, 0.01);
        all.draw(|heights| stroke(heights, before, now, y));
        cursor.set(now);
    });
    let nudge = Callback::new(move |(across, up): (f64, f64)| {
        let i = cursor.get_untracked();
        if across != 0.0 {
            cursor.set(
                i.saturating_add_signed(if across > 0.0 { 1 } else { -1 })
                    .min(CURVE.entries().1 - 1),
            );
        } else {
            all.draw(|heights| {
                if let Some(height) = heights.get_mut(i) {
                    *height = rounded(*height + 0.1 * up, 0.01);
                }
            });
        }
    });
    let at = Signal::derive(move || {
        let i = cursor.get();
        all.drawn.get().then(|| (place(i), height(i)))
    });
    let reading = Signal::derive(move || {
        let i = cursor.get();
        (unit.words().draw_point)(i + 1, &brief(place(i), 3), &brief(height(i), 3))
    });
    let choices = vec![Item::new(0, "sin x"), Item::new(1, unit.word(|w| w.drawn))];
    let chosen = Signal::derive(move || Some(usize::from(all.drawn.get())));
    let page = unit.page;
    let choose = Rc::new(move |index: usize| page.address.set(&DRAWN, index as f64));
    let set = Rc::new(move |count| page.address.set(&UNIT_PIECES, count));
    let value = Signal::derive(move || all.k.get() as f64);
    let span = Span { whole: true, ..Span::even(1.0, MOST as f64, 1.0) };
    let labels = (
        unit.text(|unit| unit.words().unit_pieces.to_owned()),
        unit.text(|unit| unit.words().unit_pieces_box.to_owned()),
    );
    let row = Row::symbol("k".to_owned(), labels);
    let list =
        move || all.heights.with(|h| h.iter().map(|y| shortest(*y)).collect::<Vec<_>>().join(", "));
    let draw = move |numbers: Vec<f64>| all.draw(|heights| *heights = numbers);
    let typed = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let numbers: Option<Vec<f64>> = text.split(',').map(decimal::parse).collect();
        let numbers = numbers.filter(|n| n.len() == CURVE.entries().1);
        if let Some(numbers) = numbers.clone() {
            draw(numbers);
        }
        // An unusable list gives way to the present one. The cast is unchecked: only `value` is set.
        let Some(target) = event.target() else { return };
        target.unchecked_ref::<HtmlInputElement>().set_value(&untrack(list));
        if numbers != Some(all.heights.get_untracked()) {
            told_list(page, target.unchecked_into(), text, all.heights.into(), Rc::new(draw));
        }
    };
    view! {
        <section class="two">
            <h2>{unit.word(|w| w.pair)}</h2>
            <p>{unit.word(|w| w.pair_lead)}</p>
            <div class="beside">
                <div>
                    <Plot
                        id="maxout-pair"
                        drawing=drawing(move || all.difference())
                        label=unit.text(|unit| unit.words().pair_plot.to_owned())
                        size=Size::Large
                        frame
                    >
                        <Pad plot=PadPlot { frame, at, label: unit.word(|w| w.pair_plot), reading, put, nudge } />
                    </Plot>
                    <p class="legend">
                        <span class="key df">{unit.word(|w| w.wanted)}</span>
                        <span class="key f">"h₁ − h₂"</span>
                        <span><Swatch index=2 />"h₁"</span>
                        <span><Swatch index=3 />"h₂"</span>
                    </p>
                    <p class="hint">{unit.word(|w| w.draw)}</p>
                </div>
                <div class="side">
                    <div class="buttons" role="group" aria-label=unit.word(|w| w.wanted)>
                        <Choices attribute="data-drawn" choices chosen choose />
                    </div>
                    <Slider name="k" id="maxout" row span value set />
                    <p class="hint" role="status">
                        <data
                            data-read="pair-error"
                            value=move || all.with(|_, error| shortest(error)).unwrap_or_default()
                            inner_html=spoken(all.text(error))
                        ></data>
                    </p>
                    <Scroll label=unit.word(|w| w.falling)>
                        <table class="values by-k">
                            <caption>{unit.word(|w| w.falling)}</caption>
                            <tbody inner_html=all.text(errors)></tbody>
                        </table>
                    </Scroll>
                    <label class="hint curve">
                        {unit.word(|w| w.curve)}
                        <textarea name="curve" rows="3" prop:value=list on:change=typed></textarea>
                    </label>
                </div>
            </div>
        </section>
    }
}

/// The present error, and the numbers of pieces of the two units.
fn error(all: Difference) -> String {
    let words = all.unit.words();
    let said = all.with(|pair, error| {
        let used = (words.used)(pair.h1.len(), pair.h2.len());
        let (semicolon, error) = (all.unit.page.table(plots).story.semicolon, pretty(error, 3));
        format!("{}<b>{error}</b>{semicolon}{used}", words.error)
    });
    said.unwrap_or_default()
}

/// The errors of all fits, each with a bar.
fn errors(all: Difference) -> String {
    let now = all.k.get();
    all.fits.with(|fits| {
        let most = fits.first().map_or(1.0, |f| f.1).max(f64::MIN_POSITIVE);
        let row = |(k, (_, error)): (usize, &(Pair, f64))| {
            let here = if k == now { " class=\"on\"" } else { "" };
            format!(
                "<tr{here}><th scope=\"row\">k = {k}</th><td class=\"measure\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{:.2}\" height=\"10\"/></svg></td><td><data translate=\"no\" data-read=\"pair-{k}\" value=\"{}\">{}</data></td></tr>",
                Number(100.0 * error / most),
                shortest(*error),
                pretty(*error, 3)
            )
        };
        (1..).zip(fits).map(row).collect()
    })
}
