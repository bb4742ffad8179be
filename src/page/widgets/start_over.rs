//! The button that resets a view.

use crate::page::state::page;
use activation_explorer::activation::ALL;
use activation_explorer::address::Address;
use activation_explorer::views;
use leptos::prelude::*;

/// The start of `now`'s view. Settings that the view does not show stay: Back could not restore
/// them.
pub(crate) fn first(now: &Address) -> Address {
    let (mut first, _) = views::parse(&format!("view={}", now.view.id));
    first.carry_over(now);
    let shown = [now.trimmed(), first.trimmed()];
    for act in ALL {
        if shown.iter().any(|state| state.params(act) != act.defaults()) {
            first.set_params(act, act.defaults());
        }
    }
    // A plot with a window of its own has its switch of the derivative beside it.
    if !(now.view.reads.deriv && now.view.reads.window) {
        first.deriv = now.deriv;
    }
    first
}

/// The button back to the start, if the state differs from it. Back undoes it.
#[component]
pub(crate) fn StartOver() -> impl IntoView {
    let page = page();
    let there = Memo::new(move |_| {
        // Once the state rests: no need to compute it at every step.
        page.address.track_rest();
        page.address.untracked(|now| first(now).trimmed().query() == now.trimmed().query())
    });
    view! {
        <button
            type="button"
            class="reset start-over"
            disabled=there
            on:click=move |_| page.address.go(page.address.untracked(first), Vec::new())
        >
            {page.word(|w| w.start_over)}
        </button>
    }
}
