//! One function, large: its plot with a probe, its definition, its parameters, and the words.

use super::chooser::Chooser;
use super::plot::{Plot, Scale, drawing};
use super::probe::Probe;
use super::prose::{Status, part};
use super::readout::{Keys, Readout, Tools};
use super::scene::{Marks, Scene};
use super::show::Show;
use super::store::store;
use super::take::Take;
use super::widgets::legend::Legend;
use super::widgets::parameters::Parameters;
use super::widgets::view_link::whole;
use super::words::{Facts, IN_WORDS, InWords};
use activation_explorer::activation::{Activation, Kind};
use leptos::prelude::*;

/// The view of the chosen function.
#[component]
pub(super) fn Function() -> impl IntoView {
    let store = store();
    if store.small {
        return view! { <Small act=store.state.with_untracked(|s| s.act) /> }.into_any();
    }
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    view! {
        <div class="page function">
            <Chooser />
            {move || view! { <Subject act=act.get() /> }}
        </div>
    }
    .into_any()
}

/// A function as a part of a text: what one moves, and what one reads.
#[component]
fn Small(act: &'static Activation) -> impl IntoView {
    let scene = Scene::new(act);
    view! {
        <p class="legend-line">
            {act.name} " " <Legend />
            {scene.second().then(|| view! { <span class="key d2f">"f″(x)"</span> })}
        </p>
        <Graph scene />
        <Readout scene />
        <Parameters act />
    }
}

/// The plot with its probe.
#[component]
fn Graph(
    scene: Scene,
    /// The element that says in words what is seen.
    #[prop(default = None)]
    words: Option<&'static str>,
) -> impl IntoView {
    let store = store();
    let act = scene.act;
    let label =
        Signal::derive(move || (store.words().plot_label)(act.name, store.state.with(|s| s.deriv)));
    view! {
        <Plot id=act.id drawing=drawing(move || scene.graph()) label scale=Scale::Large frame=scene.frame words>
            <Probe hand=scene.hand()><Marks scene /></Probe>
        </Plot>
    }
}

#[component]
fn Subject(act: &'static Activation) -> impl IntoView {
    let store = store();
    let scene = Scene::new(act);
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <h1>
                {act.name}
                " "
                <small inner_html=part(store, act, "title")></small>
            </h1>
            <p class="lead" inner_html=part(store, act, "summary")></p>
            <Graph scene words=Some(IN_WORDS) />
            <Readout scene />
        </article>
        <div class="afterword">
            <Tools scene />
            {(!matches!(act.kind, Kind::Scalar)).then(|| {
                let gated = matches!(act.kind, Kind::Gated(_));
                let slice = Signal::derive(move || {
                    let shown = match act.id {
                        "maxout" => store.terms().plot.two_pieces,
                        _ => (store.terms().plot.slice)(gated),
                    };
                    format!("{shown}{}", whole(store, act))
                });
                view! { <p class="hint" inner_html=slice></p> }
            })}
            {act.band.map(|_| view! { <p class="hint">{store.term(|w| w.plot.band)}</p> })}
            <InWords scene />
            {super::units::place(scene)}
            <Keys />
            <Status />
        </div>
        <aside class="panel">
            <section class="parameters">
                <h2>{store.term(|w| w.plot.parameters)}</h2>
                {if act.params.is_empty() {
                    view! { <p class="hint">{store.term(|w| w.plot.no_parameters)}</p> }.into_any()
                } else {
                    view! { <Parameters act /> }.into_any()
                }}
            </section>
            <Show scene />
            <section>
                <h2>{store.term(|w| w.plot.properties)}</h2>
                <Facts scene />
                <p class="hint" inner_html=part(store, act, "accuracy")></p>
            </section>
            <Take scene />
        </aside>
        <div class="prose">
            <section class="definition">
                <h2>{store.word(|w| w.definition)}</h2>
                <div class="formula" lang="en" tabindex="0" inner_html=part(store, act, "formula")></div>
                <div class="formula" lang="en" tabindex="0" inner_html=part(store, act, "derivative")></div>
                <p class="hint">
                    {store.term(|w| w.plot.source)}
                    " "
                    <span inner_html=part(store, act, "source")></span>
                </p>
            </section>
            <section class="claims-section" hidden=move || part(store, act, "claims").get().is_empty()>
                <h2>{store.term(|w| w.plot.claims)}</h2>
                <div inner_html=part(store, act, "claims")></div>
            </section>
            <div class="body" inner_html=part(store, act, "body")></div>
            <section class="frameworks">
                <h2>{store.term(|w| w.plot.frameworks)}</h2>
                <div inner_html=part(store, act, "frameworks")></div>
            </section>
        </div>
    }
}
