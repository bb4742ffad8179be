//! One function, large: its plot with a probe, its definition, its parameters, and the words.

use super::chooser::Chooser;
use super::plot::{Plot, Scale};
use super::probe::Probe;
use super::prose::{Status, part};
use super::readout::{Keys, Readout, Tools};
use super::scene::{Marks, Scene};
use super::show::Show;
use super::slider::Sliders;
use super::store::store;
use super::take::Take;
use super::words::{Facts, InWords};
use activation_explorer::activation::{Activation, Kind};
use leptos::prelude::*;
use std::rc::Rc;

/// The view of the chosen function.
#[component]
pub(super) fn Function() -> impl IntoView {
    let store = store();
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    view! {
        <div class="page function">
            <Chooser />
            {move || view! { <Subject act=act.get() /> }}
        </div>
    }
}

#[component]
fn Subject(act: &'static Activation) -> impl IntoView {
    let store = store();
    let scene = Scene::new(act);
    let label =
        Signal::derive(move || (store.words().plot_label)(act.name, store.state.with(|s| s.deriv)));
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <h1>
                {act.name}
                " "
                <small inner_html=part(store, act, "title")></small>
            </h1>
            <p class="lead" inner_html=part(store, act, "summary")></p>
            <Plot id=act.id subject=Rc::new(scene) label scale=Scale::Large frame=scene.frame described="in-words">
                <Probe hand=scene.hand()><Marks scene /></Probe>
            </Plot>
            <Readout scene />
            <Tools scene />
            {(!matches!(act.kind, Kind::Scalar)).then(|| {
                let gated = matches!(act.kind, Kind::Gated(_));
                let slice = Signal::derive(move || (store.words().slice)(gated));
                view! { <p class="hint">{slice}</p> }
            })}
            {act.band.map(|_| view! { <p class="hint">{store.word(|w| w.band)}</p> })}
            <InWords scene />
            <Keys />
            <Status />
        </article>
        <aside class="panel">
            <section class="parameters">
                <h2>{store.word(|w| w.parameters)}</h2>
                {if act.params.is_empty() {
                    view! { <p class="hint">{store.word(|w| w.no_parameters)}</p> }.into_any()
                } else {
                    view! { <Sliders act /> }.into_any()
                }}
            </section>
            <Show scene />
            <section>
                <h2>{store.word(|w| w.properties)}</h2>
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
                    {store.word(|w| w.source)}
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
                <h2>{store.word(|w| w.frameworks)}</h2>
                <div inner_html=part(store, act, "frameworks")></div>
            </section>
        </div>
    }
}
