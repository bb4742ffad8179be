//! The softmax view: a function of a whole vector as bars, shares, Jacobian and simplex.

mod bars;
mod claims;
mod panel;
mod scores;
mod simplex;
mod tables;

use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::faces::Faces;
use crate::page::widgets::start_over::StartOver;
use activation_explorer::activation::by_id;
use activation_explorer::numeric::format::pretty;
use activation_explorer::views::softmax::model::{FAMILY, entropy, value};
use leptos::prelude::*;
use scores::Scores;
use std::rc::Rc;

/// The view.
pub(crate) fn show() -> AnyView {
    Softmax().into_any()
}

/// The view.
#[component]
fn Softmax() -> impl IntoView {
    let scores = Scores::new(page());
    if scores.page.figure {
        return view! {
            <div class="vectors small">
                <bars::Bars scores />
                <panel::Panel scores />
            </div>
        }
        .into_any();
    }
    let choices = FAMILY.into_iter().filter_map(by_id);
    let choices = choices.map(|act| Item::new(act.id, act.name)).collect();
    let chosen = Signal::derive(move || FAMILY.iter().position(|id| *id == scores.act.get().id));
    let choose = Rc::new(move |index: usize| scores.choose(FAMILY[index]));
    view! {
        <div class="page vectors">
            <header class="head">
                <h1 class="subject" tabindex="-1">{move || scores.act.get().name}</h1>
                <p class="lead">{scores.word(|w| w.lead)}</p>
                {move || view! { <Faces act=scores.act.get() /> }}
                <div class="buttons" role="group" aria-label=scores.word(|w| w.choose)>
                    <Choices attribute="data-choose" choices chosen choose />
                    <StartOver />
                </div>
            </header>
            <div class="stage">
                <bars::Bars scores />
                <p class="sentence" role="status">{spoken(summary(scores))}</p>
            </div>
            <panel::Panel scores />
            <div class="details">
                <section>
                    <h2>{scores.word(|w| w.table)}</h2>
                    <div class="wide" tabindex="0" role="group" aria-label=scores.word(|w| w.table) inner_html=scores.text(tables::side_by_side)></div>
                </section>
                <div class="pair">
                    <section class="jacobian">
                        <h2>{scores.text(|scores| (scores.words().jacobian)(scores.act.get().name))}</h2>
                        <div class="wide" tabindex="0" role="group" aria-label=scores.text(|scores| (scores.words().jacobian)(scores.act.get().name)) inner_html=scores.text(tables::jacobian)></div>
                        <p class="hint">{scores.word(|w| w.jacobian_hint)}</p>
                    </section>
                    <simplex::Simplex scores />
                </div>
            </div>
            <div class="prose">
                <section class="claims-section">
                    <h2>{scores.word(|w| w.claims)}</h2>
                    <div inner_html=scores.text(claims::claims)></div>
                </section>
                <section>
                    <h2>{scores.word(|w| w.overflow)}</h2>
                    <p inner_html=scores.word(|w| w.overflow_lead)></p>
                    <p class="hint" inner_html=scores.text(tables::trials)></p>
                    <div class="wide" tabindex="0" role="group" aria-label=scores.word(|w| w.overflow) inner_html=scores.text(tables::overflow)></div>
                    <p class="sentence" inner_html=scores.text(tables::outcome)></p>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// The summary in words, once the bars rest.
fn summary(scores: Scores) -> Signal<String> {
    let settled = crate::page::widgets::function_plot::settled(scores.z);
    Signal::derive(move || {
        let (id, name) = scores.shares();
        let p = settled.with(|z| value(id, z, scores.t.get()));
        let top = p.iter().copied().fold(0.0, f64::max);
        let classes: Vec<_> = (1..).zip(&p).filter(|(_, s)| **s == top).map(|(i, _)| i).collect();
        let most = libm::log2(p.len() as f64);
        (scores.words().summary)(
            name,
            &classes,
            &pretty(top, 5),
            &pretty(entropy(&p), 3),
            &pretty(most, 3),
        )
    })
}
