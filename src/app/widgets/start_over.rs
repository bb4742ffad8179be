//! The way back to what a view shows at first.

use crate::app::store::store;
use activation_explorer::activation::ALL;
use activation_explorer::view_state::{Choice, View, ViewState};
use leptos::prelude::*;

/// `now`'s view as it is at first. What it does not show stays: Back could not bring it back.
pub(crate) fn first(now: &ViewState) -> ViewState {
    let (mut first, _) = ViewState::parse(&format!("view={}", now.view.name()));
    first.keep(now);
    let shown = [now.shown(), first.shown()];
    for act in ALL {
        if shown.iter().any(|state| state.params(act) != act.defaults()) {
            first.set_params(act, act.defaults());
        }
    }
    if !matches!(now.view, View::Kink | View::Compare) {
        first.deriv = now.deriv;
    }
    first
}

/// A button to it, where something else is shown. Back undoes it.
#[component]
pub(crate) fn StartOver() -> impl IntoView {
    let store = store();
    let there = Memo::new(move |_| {
        // Once nothing moves: no need to ask at every step.
        store.rested.track();
        store.state.with_untracked(|now| first(now).shown().query() == now.shown().query())
    });
    view! {
        <button
            type="button"
            class="reset start-over"
            disabled=there
            on:click=move |_| store.go(store.state.with_untracked(first), Vec::new())
        >
            {store.word(|w| w.start_over)}
        </button>
    }
}
