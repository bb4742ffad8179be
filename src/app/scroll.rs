//! Room for a table that may be wider than the window: it scrolls by itself, with keys too.

use leptos::prelude::*;

/// What scrolls sideways if it must.
#[component]
pub(super) fn Scroll(
    /// What it is, for those who only hear that it can be scrolled.
    label: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=label>{children()}</div>
    }
}
