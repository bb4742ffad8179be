//! The two faces of a function of several inputs: the view of the whole, and the slice as a curve.

use super::view_link::ViewLink;
use crate::page::state::page;
use activation_explorer::activation::Activation;
use activation_explorer::views;
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;

/// Faces: the tabs of the whole and the slice; nothing for a function of one input.
#[component]
pub(crate) fn Faces(act: &'static Activation) -> impl IntoView {
    let page = page();
    views::whole(act).map(|whole| {
        view! {
            <nav class="faces" aria-label=page.say(plots, |w| w.plot.faces)>
                <ViewLink view=whole act>{page.say(plots, |w| w.plot.whole)}</ViewLink>
                <ViewLink view=&views::function::VIEW act>{page.say(plots, |w| w.plot.slice_tab)}</ViewLink>
            </nav>
        }
    })
}
