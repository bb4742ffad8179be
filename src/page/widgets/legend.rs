//! Legends of a plot: f and f′, and the lines of several functions.

use activation_explorer::numeric::format::shortest;
use activation_explorer::plot::DASHES;
use leptos::prelude::*;

/// Legend: the lines of f and f′.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    view! {
        <span class="legend" translate="no">
            <span class="key f">"f(x)"</span>
            <span class="key df">"f′(x)"</span>
        </span>
    }
}

/// Swatch: a piece of the line of a function, hidden from screen readers.
#[component]
pub(crate) fn Swatch(index: usize) -> impl IntoView {
    let dashes: Vec<_> = DASHES[index % DASHES.len()].iter().map(|d| shortest(*d)).collect();
    view! {
        <svg class=format!("swatch series-{}", index + 1) viewBox="0 0 34 8" aria-hidden="true">
            <path d="M1 4H33" stroke-dasharray=dashes.join(" ") />
        </svg>
    }
}
