//! The demonstrations: what they share, and one file for each.

mod kink;
mod linear;
mod neuron;
mod player;
mod saturation;
mod worked;
mod zigzag;

use super::store::{Store, store};
use super::widgets::start_over::StartOver;
use super::widgets::view_link::ViewLink;
use activation_explorer::text::demos::{DemoTexts, words};
use activation_explorer::view_state::View;
use leptos::prelude::*;

/// The demonstrations, in the order of the ideas.
const VIEWS: [View; 5] = [View::Neuron, View::Saturation, View::Linear, View::Zigzag, View::Kink];

/// The zig-zag, which has a chunk of its own.
pub(super) fn zigzag() -> AnyView {
    frame(|| zigzag::Zigzag().into_any())
}

/// The other ideas.
pub(super) fn ideas() -> AnyView {
    let store = store();
    let view = Memo::new(move |_| store.state.with(|s| s.view));
    frame(move || {
        (move || match view.get() {
            View::Saturation => saturation::Saturation().into_any(),
            View::Linear => linear::Linear().into_any(),
            View::Kink => kink::Kink().into_any(),
            _ => neuron::Neuron().into_any(),
        })
        .into_any()
    })
}

/// The words in the reader's language.
fn texts(store: Store) -> &'static DemoTexts {
    words(store.lang.get())
}

/// A word that follows the language.
fn term(store: Store, pick: fn(&'static DemoTexts) -> &'static str) -> Signal<&'static str> {
    Signal::derive(move || pick(texts(store)))
}

/// A demonstration under the links to all of them.
fn frame(inside: impl FnOnce() -> AnyView) -> AnyView {
    let store = store();
    if store.small {
        return view! { <div class="demo">{inside()}</div> }.into_any();
    }
    let links = VIEWS.into_iter().enumerate().map(|(index, view)| {
        let name = Signal::derive(move || texts(store).names[index]);
        view! { <ViewLink view>{name}</ViewLink> }
    });
    view! {
        <div class="page demo">
            <div class="top">
                <nav class="subnav" aria-label=term(store, |w| w.navigation)>{links.collect_view()}</nav>
                <StartOver />
            </div>
            {inside()}
        </div>
    }
    .into_any()
}
