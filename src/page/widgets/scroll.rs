//! A scroll box for a table that may be wider than the window, with keys too.

use leptos::prelude::*;

/// Scroll: a box that scrolls sideways if its content is too wide.
#[component]
pub(crate) fn Scroll(
    /// The name for screen readers.
    label: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=label>{children()}</div>
    }
}
