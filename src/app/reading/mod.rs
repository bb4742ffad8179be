//! What is to be read: the lesson, the guide and the evidence, which share a chunk.

mod choose;
mod contents;
mod definition;
mod evidence;
mod learn;
mod live;
mod position;

use super::store::store;
use activation_explorer::view_state::View;
use leptos::prelude::*;

/// The view that is asked for.
pub(super) fn reading() -> AnyView {
    let store = store();
    let view = Memo::new(move |_| store.state.with(|s| s.view));
    (move || match view.get() {
        View::Choose => choose::Choose().into_any(),
        View::Evidence => evidence::Evidence().into_any(),
        _ => learn::Learn().into_any(),
    })
    .into_any()
}
