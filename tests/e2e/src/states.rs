//! The states that tests and tools open, from the declarations of the views.

use explorer_core::address::View;
use explorer_core::key::STEPS;
use explorer_core::views::{self, ALL};

/// The query of a view in a state, with animations paused.
#[must_use]
pub fn query(view: &View, state: &str) -> String {
    let still = if view.key(STEPS.name).is_some() { "autoplay=0" } else { "" };
    let parts = [&format!("view={}", view.id), state, still];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
}

/// The queries of a view: its start, and its samples.
#[must_use]
pub fn of(view: &View) -> Vec<String> {
    let plain = view.start.then_some("");
    plain.iter().chain(view.samples).map(|sample| query(view, sample)).collect()
}

/// Every view with its first state.
#[must_use]
pub fn first() -> Vec<(&'static View, String)> {
    ALL.iter().filter_map(|view| Some((*view, of(view).into_iter().next()?))).collect()
}

/// Whether a view draws plots of its own.
#[must_use]
pub fn draws(view: &View) -> bool {
    view.builds.is_empty() && !views::drawings(&views::parse(&query(view, "")).0).is_empty()
}

/// Whether a view has a picture in every state, and controls for it.
#[must_use]
pub fn is_live(view: &View) -> bool {
    view.in_texts && (view.reads.params || view.reads.window)
}
