//! The seed of all random numbers of a view: its number box, and the next seed.

use super::number_box::{Bounds, NumberBox};
use crate::page::state::page;
use activation_explorer::key::SEED;
use leptos::prelude::*;
use std::rc::Rc;

/// SeedBox: the number box of the seed.
#[component]
pub(crate) fn SeedBox() -> impl IntoView {
    let page = page();
    let bounds = Bounds { step: None, ends: Some(SEED.range()) };
    let set = Rc::new(move |seed| page.address.set(&SEED, seed));
    view! { <NumberBox name=SEED.name bounds value=page.address.number(&SEED) set /> }
}

/// The change to the next seed, in a cycle.
pub(crate) fn reseed() -> impl Fn() + Copy {
    let page = page();
    move || {
        let seed = page.address.untracked(|s| s.number(&SEED));
        page.address.set(&SEED, (seed + 1.0) % (SEED.range().1 + 1.0));
    }
}

/// Seed: the number box and a button for the next seed.
#[component]
pub(crate) fn Seed(
    label: Signal<&'static str>,
    /// The label of the button.
    another: Signal<&'static str>,
) -> impl IntoView {
    let reseed = reseed();
    view! {
        <div class="seed">
            <label class="field">
                <span>{label}</span>
                <SeedBox />
            </label>
            <button type="button" on:click=move |_| reseed()>{another}</button>
        </div>
    }
}
