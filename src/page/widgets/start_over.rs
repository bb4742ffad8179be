//! The way back to what a view shows at first.

use crate::page::state::page;
use activation_explorer::activation::ALL;
use activation_explorer::address::Address;
use activation_explorer::views;
use leptos::prelude::*;

/// `now`'s view as it is at first. What it does not show stays: Back could not bring it back.
pub(crate) fn first(now: &Address) -> Address {
    let (mut first, _) = views::parse(&format!("view={}", now.view.id));
    first.carry_over(now);
    let shown = [now.trimmed(), first.trimmed()];
    for act in ALL {
        if shown.iter().any(|state| state.params(act) != act.defaults()) {
            first.set_params(act, act.defaults());
        }
    }
    // Beside a plot with a window of its own stands the switch for it.
    if !(now.view.reads.deriv && now.view.reads.window) {
        first.deriv = now.deriv;
    }
    first
}

/// A button to it, where something else is shown. Back undoes it.
#[component]
pub(crate) fn StartOver() -> impl IntoView {
    let page = page();
    let there = Memo::new(move |_| {
        // Once nothing moves: no need to ask at every step.
        page.address.track_rest();
        page.address.now(|now| first(now).trimmed().query() == now.trimmed().query())
    });
    view! {
        <button
            type="button"
            class="reset start-over"
            disabled=there
            on:click=move |_| page.address.go(page.address.now(first), Vec::new())
        >
            {page.word(|w| w.start_over)}
        </button>
    }
}
