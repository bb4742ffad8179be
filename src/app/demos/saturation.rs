//! To be written in this session.
use leptos::prelude::*;
#[component]
pub(super) fn Saturation() -> impl IntoView {
    view! { <p></p> }
}
