//! To be written in this session.
use leptos::prelude::*;
#[component]
pub(super) fn Linear() -> impl IntoView {
    view! { <p></p> }
}
