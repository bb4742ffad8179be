//! To be written in this session.
use leptos::prelude::*;
#[component]
pub(super) fn Neuron() -> impl IntoView {
    view! { <p></p> }
}
