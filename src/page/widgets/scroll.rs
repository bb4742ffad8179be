//! Room for a table that may be wider than the window: it scrolls by itself, with keys too.

use leptos::prelude::*;

/// Scroll: a box that scrolls sideways if its content is too wide.
#[component]
pub(crate) fn Scroll(
    /// Its name, for those who only hear that it can be scrolled.
    label: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=label>{children()}</div>
    }
}
