//! A box for a typed number, linked to a value.

use activation_explorer::numeric::format::shortest;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement};

/// Bounds: the attributes that a number box tells the browser.
#[derive(Clone, Default)]
pub(crate) struct Bounds {
    /// One step of its own buttons, `any` to take every number.
    pub(crate) step: Option<String>,
    /// The least and the largest number.
    pub(crate) ends: Option<(f64, f64)>,
}

impl Bounds {
    /// A step without ends.
    pub(crate) fn step(step: &str) -> Self {
        Self { step: Some(step.to_owned()), ends: None }
    }
}

/// NumberBox: an `<input type="number">` that shows `value` and sets it when it is left or Enter
/// pressed; refused text gives way to the value.
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
    #[prop(optional)] placeholder: Option<Signal<String>>,
    /// The number, an empty box for NaN.
    #[prop(into)]
    value: Signal<f64>,
    /// The setter, called with finite numbers; the box then shows what `value` is by that.
    set: Rc<dyn Fn(f64)>,
    /// An emptied box is a value too: the setter is called with NaN.
    #[prop(optional)]
    clears: bool,
) -> impl IntoView {
    let change = move |event: Event| {
        let input = event_target::<HtmlInputElement>(&event);
        let number = input.value_as_number();
        if clears || number.is_finite() {
            set(number);
        }
        // If the value is what it was, nothing else would write it.
        input.set_value_as_number(value.get_untracked());
    };
    let (low, high) = bounds.ends.map(|(low, high)| (shortest(low), shortest(high))).unzip();
    view! {
        <input
            type="number"
            name=name
            data-fn=id
            step=bounds.step
            min=low
            max=high
            placeholder=placeholder
            aria-label=label
            prop:value=move || value.get()
            on:change=change
        />
    }
}
