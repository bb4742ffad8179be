//! A slider with a number box for exact values: the one way numbers are set on the page.

use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::shortest;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Where a slider ends and how far one step of it goes.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// Its left end.
    pub(super) low: f64,
    /// Its right end.
    pub(super) high: f64,
    /// One step.
    pub(super) step: f64,
    /// How positions and values belong together, where they are not the same.
    pub(super) scale: Option<Scale>,
}

/// A scale that is not even. The ends and the step of its slider are positions.
///
/// Functions, so that what a logarithm needs is only fetched by views that have one.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// A value to its position.
    pub(super) place: fn(f64) -> f64,
    /// A position to its value, rounded to short numbers.
    pub(super) value: fn(f64) -> f64,
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

/// `now` moved by `steps`, onto the grid of (tenths of) steps so that decimals stay short.
fn stepped(now: f64, steps: f64, step: f64) -> f64 {
    let unit = step * if steps.abs() < 1.0 { 0.1 } else { 1.0 };
    let moved = (now + steps * step) / unit;
    // 1/unit is a whole number for every step there is: dividing rounds only once.
    moved.round() / (1.0 / unit).round()
}

/// The row of a slider and its box.
#[component]
pub(super) fn Dial(
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
    // The ends grow to include a value but do not follow it back while the thumb is held.
    let ends = RwSignal::new(span.ends(value.get_untracked()));
    Effect::new(move |_| {
        let (low, high) = span.ends(value.get());
        let (now_low, now_high) = ends.get_untracked();
        if low < now_low || high > now_high {
            ends.set((low.min(now_low), high.max(now_high)));
        }
    });
    // On every input, so that the curve follows the finger.
    let slid = set.clone();
    let slide = move |event: web_sys::Event| {
        let Some(input) = target(&event) else { return };
        let place = input.value_as_number();
        if place.is_finite() {
            slid(span.value(place));
        }
    };
    // When the box is left or Enter pressed; what is not a number goes back to what it was.
    let typed = set.clone();
    let settle = move |event: web_sys::Event| {
        let Some(input) = target(&event) else { return };
        let number = input.value_as_number();
        if number.is_finite() {
            typed(number);
        }
        input.set_value_as_number(value.get_untracked());
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let fine = if event.shift_key() { 0.1 } else { 1.0 };
        let (low, high) = ends.get_untracked();
        let now = span.place(value.get_untracked());
        let steps = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => fine,
            "ArrowLeft" | "ArrowDown" => -fine,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            "Home" => f64::NEG_INFINITY,
            "End" => f64::INFINITY,
            _ => return,
        };
        event.prevent_default();
        set(span.value(within(stepped(now, steps, span.step), low, high)));
    };
    let text = Signal::derive(move || shortest(value.get()));
    let place = Signal::derive(move || span.place(value.get()));
    let (prefix, box_name) = (format!("{symbol} = "), format!("{name}-number"));
    view! {
        <div class="slider">
            <span class="symbol" aria-hidden="true">{symbol}</span>
            <input
                type="range"
                name=name
                data-fn=id
                min=Signal::derive(move || shortest(ends.get().0))
                max=Signal::derive(move || shortest(ends.get().1))
                step=shortest(span.step)
                prop:value=place
                aria-label=labels.0
                aria-valuetext=Signal::derive(move || prefix.clone() + &text.get())
                on:input=slide
                on:change=move |_| ends.set(span.ends(value.get_untracked()))
                on:keydown=keys
            />
            <input
                type="number"
                name=box_name
                data-fn=id
                step=if span.scale.is_some() { "any".to_owned() } else { shortest(span.step) }
                prop:value=value
                aria-label=labels.1
                on:change=settle
            />
        </div>
    }
}

fn target(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
