//! To be written in this session.
use leptos::prelude::*;
#[component]
pub(super) fn Kink() -> impl IntoView {
    view! { <p></p> }
}
