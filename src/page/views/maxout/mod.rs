//! The maxout view: pieces to drag, the fit of one unit, the fit of the difference of two, two
//! inputs.

mod controls;
mod handles;
mod pair;
mod planes;
mod state;
mod unit;

use crate::page::state::page;
use crate::page::widgets::faces::Faces;
use crate::page::widgets::fetched_text::FetchStatus;
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::start_over::StartOver;
use activation_explorer::activation::maxout::MAXOUT;
use leptos::prelude::*;
use state::UnitState;

/// The view.
pub(crate) fn show() -> AnyView {
    Maxout().into_any()
}

/// The view.
#[component]
fn Maxout() -> impl IntoView {
    let unit = UnitState::new(page());
    if unit.page.figure {
        return view! { <div class="vectors small"><unit::Unit unit /></div> }.into_any();
    }
    view! {
        <div class="page vectors">
            <header class="head">
                <h1 class="subject" tabindex="-1">"Maxout"</h1>
                <p class="lead">{unit.word(|w| w.lead)}</p>
                <Faces act=&MAXOUT />
                <StartOver />
            </header>
            <unit::Unit unit />
            <controls::Controls unit />
            <div class="details">
                <pair::Two unit />
                <planes::Planes unit />
            </div>
            <div class="prose">
                <section class="claims-section">
                    <h2>{unit.word(|w| w.claims)}</h2>
                    <div inner_html=part(unit.page, &MAXOUT, "claims")></div>
                    <FetchStatus />
                </section>
            </div>
        </div>
    }
    .into_any()
}
