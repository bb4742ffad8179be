//! A slider with a number box for exact values: the one way numbers are set on the page.

use crate::app::browser::throttle::{READABLE, Throttle};
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::shortest;
use leptos::html::Input;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Where a slider ends and how far one step of it goes.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    /// Its left end.
    pub(crate) low: f64,
    /// Its right end.
    pub(crate) high: f64,
    /// One step.
    pub(crate) step: f64,
    /// How positions and values belong together, where they are not the same.
    pub(crate) scale: Option<Scale>,
}

/// A scale that is not even. The ends and the step of its slider are positions.
///
/// Functions, so that what a logarithm needs is only fetched by views that have one.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    /// A value to its position.
    pub(crate) place: fn(f64) -> f64,
    /// A position to its value, rounded to short numbers.
    pub(crate) value: fn(f64) -> f64,
}

impl Span {
    fn place(&self, value: f64) -> f64 {
        self.scale.map_or(value, |scale| (scale.place)(value))
    }

    fn value(&self, place: f64) -> f64 {
        self.scale.map_or(place, |scale| (scale.value)(place))
    }

    /// The ends as positions; where a value is outside them, the whole step beyond it.
    fn ends(&self, value: f64) -> (f64, f64) {
        let (low, high, now) = (self.low, self.high, self.place(value));
        let (below, above) = ((now / self.step).floor(), (now / self.step).ceil());
        (
            if now < low { below * self.step } else { low },
            if now > high { above * self.step } else { high },
        )
    }
}

/// Where a key leads a slider from `now`, between its ends; with Shift by a tenth of a step, unless
/// there are only whole ones. `None` for keys that do not move it.
pub(crate) fn keyed(
    event: &KeyboardEvent,
    now: f64,
    step: f64,
    (low, high): (f64, f64),
    whole: bool,
) -> Option<f64> {
    let one = if event.shift_key() && !whole { 0.1 } else { 1.0 };
    let steps = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => one,
        "ArrowLeft" | "ArrowDown" => -one,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => f64::NEG_INFINITY,
        "End" => f64::INFINITY,
        _ => return None,
    };
    event.prevent_default();
    Some(within(stepped(now, steps, step), low, high))
}

/// `now` moved by `steps`, onto the grid of (tenths of) steps so that decimals stay short.
fn stepped(now: f64, steps: f64, step: f64) -> f64 {
    let unit = step * if steps.abs() < 1.0 { 0.1 } else { 1.0 };
    let moved = (now + steps * step) / unit;
    // 1/unit is a whole number for every step there is: dividing rounds only once.
    moved.round() / (1.0 / unit).round()
}

/// The row of a slider and its box.
#[component]
pub(crate) fn Dial(
    /// The name of the range input; that of the box has `-number` after it.
    #[prop(into)]
    name: String,
    /// What `data-fn` says.
    id: &'static str,
    /// The symbol before it.
    #[prop(into)]
    symbol: String,
    /// What the slider and the box are called.
    labels: (Signal<String>, Signal<String>),
    span: Span,
    value: Signal<f64>,
    /// Takes any finite number; what `value` then is counts.
    set: Rc<dyn Fn(f64)>,
) -> impl IntoView {
    let range = NodeRef::<Input>::new();
    let number = NodeRef::<Input>::new();
    // The ends grow to include a value but do not follow it back while the thumb is held.
    let ends = StoredValue::new(span.ends(value.get_untracked()));
    let prefix = format!("{symbol} = ");
    let numbers = Throttle::new(READABLE, move || {
        // The view may be gone by then.
        let (Some(Some(range)), Some(Some(number))) =
            (range.try_get_untracked(), number.try_get_untracked())
        else {
            return;
        };
        let now = value.get_untracked();
        number.set_value_as_number(now);
        let _ = range.set_attribute("aria-valuetext", &(prefix.clone() + &shortest(now)));
    });
    let released = numbers.clone();
    // What was shown last, and whether the thumb has moved since.
    let (last, slid) = (StoredValue::new(None), StoredValue::new(false));
    // Whether a key has moved it.
    let stepping = StoredValue::new(false);
    let stretch = move |range: &HtmlInputElement, (low, high): (f64, f64)| {
        if ends.get_value() != (low, high) {
            ends.set_value((low, high));
            range.set_min(&shortest(low));
            range.set_max(&shortest(high));
        }
    };
    Effect::new(move |_| {
        let now = value.get();
        let Some(range) = range.get() else { return };
        if last.try_update_value(|last| last.replace(now)) == Some(Some(now)) {
            return;
        }
        let ((low, high), (now_low, now_high)) = (span.ends(now), ends.get_value());
        let held = slid.get_value() || stepping.try_update_value(std::mem::take) == Some(true);
        stretch(&range, if held { (low.min(now_low), high.max(now_high)) } else { (low, high) });
        let place = span.place(now);
        if range.value_as_number() != place {
            range.set_value_as_number(place);
        }
        if slid.try_update_value(std::mem::take) == Some(true) {
            numbers.touch();
        } else {
            numbers.flush();
        }
    });
    // On every input, so that the curve follows the finger.
    let sets = set.clone();
    let slide = move |_| {
        let Some(input) = range.get_untracked() else { return };
        let place = input.value_as_number();
        if place.is_finite() {
            slid.set_value(true);
            sets(span.value(place));
        }
    };
    // When the box is left or Enter pressed; what is not a number goes back to what it was.
    let typed = set.clone();
    let settle = move |_| {
        let Some(input) = number.get_untracked() else { return };
        let number = input.value_as_number();
        if number.is_finite() {
            typed(number);
        }
        input.set_value_as_number(value.get_untracked());
    };
    let keys = move |event: KeyboardEvent| {
        let now = span.place(value.get_untracked());
        if let Some(place) = keyed(&event, now, span.step, ends.get_value(), false) {
            stepping.set_value(true);
            set(span.value(place));
        }
    };
    // The thumb stands where the value is, even if that did not follow it all the way.
    let let_go = move |_| {
        if let Some(range) = range.get_untracked() {
            let now = value.get_untracked();
            stretch(&range, span.ends(now));
            range.set_value_as_number(span.place(now));
            slid.set_value(false);
            released.flush();
        }
    };
    let box_name = format!("{name}-number");
    let (low, high) = ends.get_value();
    view! {
        <div class="slider">
            <span class="symbol" aria-hidden="true">{symbol}</span>
            <input
                type="range"
                name=name
                data-fn=id
                min=shortest(low)
                max=shortest(high)
                step=shortest(span.step)
                aria-label=labels.0
                node_ref=range
                on:input=slide
                on:change=let_go
                on:keydown=keys
            />
            <input
                type="number"
                name=box_name
                data-fn=id
                step=if span.scale.is_some() { "any".to_owned() } else { shortest(span.step) }
                aria-label=labels.1
                node_ref=number
                on:change=settle
            />
        </div>
    }
}
