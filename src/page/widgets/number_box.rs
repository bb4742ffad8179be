//! The number box: a field for a typed or pasted number, linked to a value.
//!
//! It is a text field: a browser's own number field drops what it cannot read, `0,5` becomes 5, and
//! the wheel changes it.

use super::box_text::write;
use super::told::told;
use crate::page::state::page;
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format;
use leptos::html::Input;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{Event, KeyboardEvent};

/// Bounds: what a number box has of a slider.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bounds {
    /// One step of its arrow keys; 1 if there is none.
    pub(crate) step: Option<f64>,
    /// The least and the largest number.
    pub(crate) ends: Option<(f64, f64)>,
}

/// The steps that a key moves a value by; the ends of its range are infinitely far away.
pub(super) fn steps(key: &str) -> Option<f64> {
    Some(match key {
        "ArrowRight" | "ArrowUp" => 1.0,
        "ArrowLeft" | "ArrowDown" => -1.0,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => f64::NEG_INFINITY,
        "End" => f64::INFINITY,
        _ => return None,
    })
}

/// `now` moved by `steps`, onto the grid of (tenths of) steps so that decimals stay short.
pub(super) fn stepped(now: f64, steps: f64, step: f64) -> f64 {
    let unit = step * if steps.abs() < 1.0 { 0.1 } else { 1.0 };
    let moved = (now + steps * step) / unit;
    // 1/unit is a whole number for every step there is: dividing rounds only once.
    moved.round() / (1.0 / unit).round()
}

/// The number of a text that needs no reading. What is 0 may be too small for a number.
fn plain(text: &str) -> Option<f64> {
    decimal::parse(text).filter(|number| *number != 0.0 || text == "0")
}

/// The reaction of a number box to a typed text, once it is left or Enter pressed. A text that is
/// refused gives way to the value; that, and a number that is not taken as it stands, is told.
pub(crate) fn typed(
    node: NodeRef<Input>,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
    clears: bool,
) -> impl Fn(Event) {
    let page = page();
    move |_| {
        let Some(input) = node.get_untracked() else { return };
        let text = input.value();
        let empty = text.trim().is_empty();
        let number = if clears && empty { Some(f64::NAN) } else { plain(&text) };
        if let Some(number) = number {
            set(number);
        }
        // A value that did not change would not be written again by itself.
        let now = value.get_untracked();
        if number.is_some() || empty {
            write(&input, now);
        }
        if number.is_some_and(|number| number == now || number.is_nan()) {
            return;
        }
        // Whatever is not plain is read, and told, by a part of the module that is seldom needed.
        told(page, input, text, value, set.clone());
    }
}

/// The reaction of a number box to a key: Up and Down move by a step, Page Up and Page Down by ten,
/// from the typed number if it is plain. `by` moves a number by so many steps.
pub(crate) fn keyed(
    node: NodeRef<Input>,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
    by: impl Fn(f64, f64) -> f64,
) -> impl Fn(KeyboardEvent) {
    move |event: KeyboardEvent| {
        let key = event.key();
        // Those move in the text.
        let inside = matches!(&*key, "ArrowLeft" | "ArrowRight" | "Home" | "End");
        let (Some(steps), Some(input)) = (steps(&key).filter(|_| !inside), node.get_untracked())
        else {
            return;
        };
        event.prevent_default();
        // A text that has to be read first stays until the box is left.
        let next = plain(&input.value()).map_or(f64::NAN, |now| by(now, steps));
        if next.is_finite() {
            set(next);
            write(&input, value.get_untracked());
        }
    }
}

/// NumberBox: a text field that shows `value` and sets it when it is left or Enter pressed.
#[component]
pub(crate) fn NumberBox(
    #[prop(into)] name: String,
    /// The id of the function in `data-fn`.
    #[prop(optional_no_strip)]
    id: Option<&'static str>,
    /// The name for screen readers, where no `<label>` gives one.
    #[prop(optional)]
    label: Option<Signal<String>>,
    #[prop(optional)] bounds: Bounds,
    #[prop(optional)] placeholder: Option<Signal<&'static str>>,
    /// The number, an empty box for NaN.
    #[prop(into)]
    value: Signal<f64>,
    /// The setter, called with finite numbers; the box then shows the resulting `value`.
    set: Rc<dyn Fn(f64)>,
    /// Whether an emptied box is a value too: the setter is called with NaN.
    #[prop(optional)]
    clears: bool,
) -> impl IntoView {
    let node = NodeRef::<Input>::new();
    let step = bounds.step.unwrap_or(1.0);
    let (low, high) =
        bounds.ends.map(|(low, high)| (format::plain(low), format::plain(high))).unzip();
    Effect::new(move |_| {
        let now = value.get();
        if let Some(input) = node.get() {
            write(&input, now);
        }
    });
    view! {
        <input
            type="text"
            role="spinbutton"
            autocomplete="off"
            name=name
            data-fn=id
            aria-valuemin=low
            aria-valuemax=high
            placeholder=placeholder
            aria-label=label
            node_ref=node
            on:change=typed(node, value, set.clone(), clears)
            on:keydown=keyed(node, value, set, move |now, steps| stepped(now, steps, step))
        />
    }
}
