//! The number box: an input for a typed number, linked to a value.

use leptos::html::Input;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Event;

/// Bounds: the attributes of a number box.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bounds {
    /// One step of its own buttons, `any` to take every number.
    pub(crate) step: Option<&'static str>,
    /// The least and the largest number.
    pub(crate) ends: Option<(f64, f64)>,
}

/// The reaction of a number box to a typed number, once it is left or Enter pressed: refused text
/// gives way to the value.
pub(crate) fn typed(
    node: NodeRef<Input>,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
    clears: bool,
) -> impl Fn(Event) {
    move |_| {
        let Some(input) = node.get_untracked() else { return };
        let number = input.value_as_number();
        if clears || number.is_finite() {
            set(number);
        }
        // A value that did not change would not be written again by itself.
        input.set_value_as_number(value.get_untracked());
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
    let change = typed(node, value, set, clears);
    let (low, high) = bounds.ends.map(|(low, high)| (low.to_string(), high.to_string())).unzip();
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
            node_ref=node
            on:change=change
        />
    }
}
