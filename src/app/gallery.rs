//! The start page: every function as a small live plot with its sliders.

use super::header::ViewLink;
use super::plot::{Plot, Scale};
use super::slider::Sliders;
use super::store::store;
use activation_explorer::activation::{ALL, Activation, Family};
use activation_explorer::view_state::View;
use leptos::prelude::*;

/// All functions, grouped by family.
#[component]
pub(super) fn Gallery() -> impl IntoView {
    let store = store();
    let families = Family::ALL.into_iter().map(|family| {
        let cards = ALL.iter().filter(|a| a.family == family).map(|act| view! { <Card act /> });
        view! {
            <section class="family">
                <h2>{move || (store.words().family)(family)}</h2>
                <div class="cards">{cards.collect_view()}</div>
            </section>
        }
    });
    view! {
        <div class="page gallery">
            <h1>{store.word(|w| w.gallery_title)}</h1>
            <p class="lead">
                {move || (store.words().gallery_lead)(ALL.len())}
                " "
                <Legend />
            </p>
            {families.collect_view()}
        </div>
    }
}

/// What the two kinds of line mean.
#[component]
pub(super) fn Legend() -> impl IntoView {
    view! {
        <span class="legend">
            <span class="key f">"f(x)"</span>
            <span class="key df">"f′(x)"</span>
        </span>
    }
}

#[component]
fn Card(act: &'static &'static Activation) -> impl IntoView {
    let store = store();
    let act: &'static Activation = act;
    view! {
        <article class="card" data-card=act.id>
            <h3><ViewLink view=View::Function act>{act.name}</ViewLink></h3>
            <Plot act params=store.params(act) scale=Scale::Small frame=RwSignal::new(None) />
            <Sliders act />
        </article>
    }
}
