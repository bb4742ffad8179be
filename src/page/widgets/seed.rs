//! The seed of all random numbers of a view: its number box, and the next seed.

use super::key_controls::{number, setter};
use super::number_box::{Bounds, NumberBox};
use activation_explorer::key::SEED;
use leptos::prelude::*;
use std::rc::Rc;

/// SeedBox: the number box of the seed.
#[component]
pub(crate) fn SeedBox() -> impl IntoView {
    let bounds = Bounds { step: None, ends: Some(SEED.range()) };
    view! { <NumberBox name=SEED.name bounds value=number(&SEED) set=Rc::new(setter(&SEED)) /> }
}

/// The change to the next seed, in a cycle.
pub(crate) fn reseed() -> impl Fn() + Copy {
    let (seed, set) = (number(&SEED), setter(&SEED));
    move || set((seed.get_untracked() + 1.0) % (SEED.range().1 + 1.0))
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
