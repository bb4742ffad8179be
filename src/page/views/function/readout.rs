//! The readout at the probe, the names of the curves, the landmarks, and the keys.

use crate::page::browser::throttle::Throttle;
use crate::page::state::page;
use crate::page::widgets::check::Check;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::probe::{Zoom, look_at, moved, put};
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::plot::{Frame, fitted};
use activation_explorer::properties::{landmarks, second, second_is_one_sided};
use activation_explorer::words::over::words as over;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::{KEYS, LECTURE_KEYS};
use leptos::html::Div;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The size of f′ at an extremum that comes from rounding.
const FLAT: f64 = 1e-12;

/// The names of f and f′.
const BOTH: &str = "<span class=\"name f\">f</span><span class=\"name df\">f′</span>";

/// The throttle of the numbers at the probe.
const LEGIBLE: Duration = Duration::from_millis(50);

/// The most extrema, and zeros, that get a button.
const MOST_MARKS: usize = 8;

/// The room, in CSS pixels, that a flag of so many lines needs beside its point.
fn flag_room(lines: f64) -> (f64, f64) {
    (164.0, 24.0 + 21.0 * lines)
}

/// The distances across and along between a point and its flag, in CSS pixels.
const GAP: (f64, f64) = (18.0, 14.0);
/// The number of places over the width of a flag at which it is asked whether a curve passes.
const ASKED: u32 = 24;

/// The place of the flag at `x`, as a CSS transform: beside the point, inside the plot, on the side
/// where it covers least of the curves.
fn flag(frame: &Frame, x: f64, values: impl Fn(f64) -> (f64, f64), second: bool) -> String {
    let a = frame.area;
    let (f, df) = values(x);
    let (px, py) = frame.to_px(x, f);
    let inside =
        |v: f64, low: f64, size: f64| if v.is_nan() { low } else { within(v, low, low + size) };
    let (px, py) = (inside(px, a.left, a.width), inside(py, a.top, a.height));
    let (width, height) = flag_room(if second { 4.0 } else { 3.0 });
    let room = |left: bool, up: bool| {
        let across = if left { px - a.left } else { a.left + a.width - px };
        let along = if up { py - a.top } else { a.top + a.height - py };
        across >= width && along >= height
    };
    let covers = |left: bool, up: bool| {
        let low = if left { px - width } else { px + GAP.0 };
        let top = if up { py - height } else { py + GAP.1 };
        let at = |k: u32| low + (width - GAP.0) * f64::from(k) / f64::from(ASKED);
        // What is said is said of f: its line counts three times.
        let passes = |k: u32| {
            let (f, df) = values(frame.to_x(at(k)));
            let under = |y: f64| (top..top + height - GAP.1).contains(&frame.to_px(x, y).1);
            3 * u32::from(under(f)) + u32::from(under(df))
        };
        (0..=ASKED).map(passes).sum::<u32>()
    };
    // A curve that rises leaves the upper left free, and the lower right.
    // That of a minimum may be −0, or nearly.
    let left = df > -1e-9;
    let order = [(left, true), (!left, false), (!left, true), (left, false)];
    let fits = order.into_iter().filter(|(left, up)| room(*left, *up));
    let (left, up) = fits
        .min_by_key(|(left, up)| covers(*left, *up))
        .unwrap_or((px > a.left + a.width / 2.0, py > a.top + a.height / 2.0));
    let (across, gap_x) = if left { ("-100%", -GAP.0) } else { ("0%", GAP.0) };
    let (along, gap_y) = if up { ("-100%", -GAP.1) } else { ("0%", GAP.1) };
    format!("{} translate({across}, {along}) {}", moved(px, py), moved(gap_x, gap_y))
}

/// The readout at the place that is read: a flag at its point, or a line where there is no room.
#[component]
pub(crate) fn Readout(
    plot: FunctionPlot,
    /// Whether all digits are shown.
    all: RwSignal<bool>,
) -> impl IntoView {
    let page = page();
    let FunctionPlot { act, params, frame, at, .. } = plot;
    let second_too = Memo::new(move |_| page.address.with(|s| s.extras.second));
    let turns = Memo::new(move |_| {
        let x = at.get();
        plot.found.with(|found| !found.turns_within((x, x), x, 1).items.is_empty())
    });
    let read = StoredValue::new([f64::NAN; 4]);
    let root = NodeRef::<Div>::new();
    // Nobody reads numbers faster, and to lay them out takes longer than the curve.
    let write = Throttle::new(LEGIBLE, move || {
        // The view may have been disposed of by then.
        let (Some(now), Some(Some(root))) = (read.try_get_value(), root.try_get_untracked()) else {
            return;
        };
        let (all, cells) = (all.get_untracked(), root.get_elements_by_tag_name("data"));
        // At an extremum f′ is 0, and what is left of it is the rounding of its place.
        let flat = |v: f64| v.abs() < FLAT && turns.get_untracked();
        for (index, v) in (0..).zip(now) {
            let text = match (all, index) {
                (true, _) => shortest(v).replace('-', "−"),
                (false, 2) if flat(v) => pretty(0.0, 5),
                (false, _) => pretty(v, 5),
            };
            if let Some(cell) = cells.item(index) {
                cell.set_text_content(Some(&text));
            }
        }
    });
    let rewrite = write.clone();
    Effect::new(move |before: Option<Option<&'static str>>| {
        let Some(root) = root.get() else { return before.flatten() };
        let (x, second_too) = (at.get(), second_too.get());
        let (now, one_sided, place) = params.with(|p| {
            let (f, df) = act.eval(x, p);
            let d2f = if second_too { second(act, p)(x) } else { f64::NAN };
            let place = |frame: &Frame| flag(frame, x, |x| act.eval(x, p), second_too);
            let place = frame.with(|frame| frame.as_ref().map(place));
            ([x, f, df, d2f], second_too && second_is_one_sided(act, p, x), place)
        });
        // Where f″ jumps or does not exist its limit from the right is shown, and said to be one.
        let note =
            second_too.then(|| if one_sided { page.table(plots).plot.from_right } else { "" });
        let other = before != Some(note) || root.first_child().is_none();
        if other {
            root.set_inner_html(&cells(note));
        }
        read.set_value(now);
        let cells = root.get_elements_by_tag_name("data");
        for (index, v) in (0..).zip(now) {
            if let Some(cell) = cells.item(index) {
                let _ = cell.set_attribute("value", &shortest(v));
            }
        }
        if let Some(place) = place {
            let _ = HtmlElement::style(&root).set_property("--at", &place);
        }
        if other {
            write.flush()
        } else {
            write.touch()
        }
        note
    });
    Effect::new(move |_| {
        all.track();
        turns.track();
        rewrite.flush();
    });
    view! { <div class="readout" class:full=move || all.get() node_ref=root></div> }
}

/// The cells of the readout: that of f″ with a note if it is shown.
fn cells(second: Option<&str>) -> String {
    let cell = |name: &str, label: &str, note: &str| {
        let note = if note.is_empty() { String::new() } else { format!(" <small>{note}</small>") };
        format!(
            "<div class=\"cell {name}\"><dt>{label}</dt><dd><data data-read=\"{name}\"></data>{note}</dd></div>"
        )
    };
    let first = cell("x", "x", "") + &cell("f", "f(x)", "") + &cell("df", "f′(x)", "");
    let last = second.map_or_else(String::new, |note| cell("d2f", "f″(x)", note));
    format!("<dl translate=\"no\">{first}{last}</dl>")
}

/// The switch of all digits.
#[component]
pub(crate) fn Digits(all: RwSignal<bool>) -> impl IntoView {
    let page = page();
    view! {
        <Check name="digits" class="check digits" on=all set=Rc::new(move |on| all.set(on))>
            {page.say(plots, |w| w.plot.digits)}
        </Check>
    }
}

/// The names of the curves, each near the right end of its own.
#[component]
pub(crate) fn Names(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let FunctionPlot { act, params, frame, .. } = plot;
    let deriv = Memo::new(move |_| page.address.with(|s| s.deriv));
    let both = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let (Some(both), deriv) = (both.get(), deriv.get()) else { return };
        let places = frame.get().map_or([None; 2], |frame| {
            params.with(|p| names(&frame, &frame.right(), &|x| act.eval(x, p)))
        });
        let [f, df] = places.map(|at| at.map(|(x, y)| moved(x, y)));
        for (index, at) in (0..).zip([f, df.filter(|_| deriv)]) {
            if let Some(name) = child(&both, index) {
                put(&name, at);
            }
        }
    });
    view! {
        <div class="both" translate="no" aria-hidden="true" node_ref=both inner_html=BOTH></div>
    }
}

/// A child of an element, of which there are few: a reference to each would be code for each kind.
fn child(parent: &HtmlElement, index: u32) -> Option<HtmlElement> {
    parent.children().item(index)?.dyn_into().ok()
}

/// The places of the names of f and f′: the middle of each, in CSS pixels.
fn names(
    frame: &Frame,
    right: &Frame,
    eval: &dyn Fn(f64) -> (f64, f64),
) -> [Option<(f64, f64)>; 2] {
    const BESIDE: f64 = 17.0;
    let a = frame.area;
    let near = |f: &dyn Fn(f64) -> (f64, f64), from: f64| {
        // Beside the line, on its upper side.
        let seen = |(px, py): (f64, f64)| {
            let rise = f(frame.to_x(px + 1.0)).1 - py;
            let length = rise.hypot(1.0);
            (py > a.top + 1.5 * BESIDE && py < a.top + a.height - 4.0 && length < 20.0)
                .then_some((px + BESIDE * rise / length, py - BESIDE / length))
        };
        // From the right edge to the middle.
        let steps = (0..12).map(|i| a.left + a.width * (from - 0.04 * f64::from(i)));
        steps.map(|px| f(frame.to_x(px))).find_map(seen)
    };
    let f = near(&|x| frame.to_px(x, eval(x).0), 0.97);
    let df = |from: f64| near(&|x| right.to_px(x, eval(x).1), from);
    let apart = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() > 24.0 || (a.1 - b.1).abs() > 20.0;
    let df = (0..8)
        .find_map(|i| df(0.93 - 0.06 * f64::from(i)).filter(|at| f.is_none_or(|f| apart(f, *at))));
    [f, df]
}

/// Buttons that zoom, and one for every landmark.
#[component]
pub(crate) fn Tools(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let frame = plot.frame;
    // The present window, with the height of the curves.
    let fit = move |_| {
        let Some(now) = frame.get_untracked() else { return };
        let (act, (deriv, own)) =
            (plot.act, page.address.untracked(|s| (s.deriv, s.extras.own_axis)));
        let high = plot.params.with_untracked(|p| fitted(act, p, &now.window, deriv && !own));
        look_at(page, Some(high));
    };
    // Those in view, and the others where there are only few.
    let marks = Memo::new(move |_| {
        let window = frame.with(|f| f.as_ref().map(|f| (f.window.x_min, f.window.x_max)));
        plot.found.with(|found| match (found.period, window) {
            (Some(_), Some(window)) => landmarks(found, window, window.0, MOST_MARKS).items,
            _ => landmarks(found, (f64::NEG_INFINITY, f64::INFINITY), 0.0, MOST_MARKS).items,
        })
    });
    let go = move |x: f64| {
        page.address.edit(|s| s.x = Some(x));
        let hidden =
            frame.get_untracked().is_some_and(|f| x < f.window.x_min || x > f.window.x_max);
        if let (true, Some(now)) = (hidden, frame.get_untracked()) {
            let middle = now.area.left + now.area.width / 2.0;
            look_at(page, Some(now.panned((middle - now.to_px(x, 0.0).0, 0.0))));
        }
    };
    let places = move || {
        let words = page.table(plots);
        let mut buttons = Vec::new();
        for mark in marks.get() {
            let text = (words.plot.landmark)(mark.kind, &brief(mark.x, 5));
            buttons
                .push(view! { <button type="button" on:click=move |_| go(mark.x)>{text}</button> });
        }
        (!buttons.is_empty()).then(|| {
            view! {
                <div class="landmarks" role="group" aria-label=words.plot.landmarks>
                    <span class="label" aria-hidden="true">{words.plot.landmarks}</span>
                    {buttons}
                </div>
            }
        })
    };
    view! {
        <div class="tools">
            <Zoom plot=plot.probe()>
                <button type="button" data-do="fit" on:click=fit>{page.say(plots, |w| w.plot.fit)}</button>
            </Zoom>
            {places}
        </div>
    }
}

/// The keys that work on the plot.
#[component]
pub(crate) fn Keys() -> impl IntoView {
    let page = page();
    let rows = Signal::derive(move || {
        let say = page.table(plots).plot.key;
        let rows = KEYS.iter().map(|(_, shown, does)| {
            format!(
                "<div><dt translate=\"no\"><kbd>{shown}</kbd></dt><dd>{}</dd></div>",
                say(*does)
            )
        });
        let lecture = page.table(over).lecture.key;
        let rows = rows.chain(LECTURE_KEYS.iter().map(|(_, shown, does)| {
            let does = lecture(*does);
            format!("<div><dt translate=\"no\"><kbd>{shown}</kbd></dt><dd>{does}</dd></div>")
        }));
        rows.collect::<String>()
    });
    view! {
        <details class="keys">
            <summary>{page.say(plots, |w| w.plot.keys)}</summary>
            <p class="hint">{page.say(plots, |w| w.plot.probe_hint)}</p>
            <dl inner_html=rows></dl>
        </details>
    }
}
