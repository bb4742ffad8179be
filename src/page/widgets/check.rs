//! A check box with its label.

use leptos::prelude::*;
use std::rc::Rc;

/// Check: an `<input type="checkbox">` in a label made of `children`.
#[component]
pub(crate) fn Check(
    name: &'static str,
    #[prop(default = "check")] class: &'static str,
    #[prop(into)] on: Signal<bool>,
    set: Rc<dyn Fn(bool)>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                name=name
                prop:checked=on
                on:change=move |event| set(event_target_checked(&event))
            />
            <span>{children()}</span>
        </label>
    }
}
