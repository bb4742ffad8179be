//! The function view: a large plot with a probe, its definition, its parameters, and the words.

mod chooser;
mod export;
pub(crate) mod extra;
mod files;
mod options;
mod readout;

use crate::page::state::page;
use crate::page::widgets::fetched_text::FetchStatus;
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::function_plot::{FunctionPlot, Marks};
use crate::page::widgets::in_words::{Facts, IN_WORDS, InWords};
use crate::page::widgets::legend::Legend;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::Probe;
use crate::page::widgets::view_link::whole;
use activation_explorer::activation::{Activation, Kind};
use activation_explorer::views::evidence;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::reading::words as reading;
use chooser::Chooser;
use export::Export;
use leptos::prelude::*;
use options::Options;
use readout::{Keys, Readout, Tools};

/// The view of one function.
pub(crate) fn show() -> AnyView {
    Function().into_any()
}

/// The view of the chosen function.
#[component]
fn Function() -> impl IntoView {
    let page = page();
    if page.figure {
        return view! { <Small act=page.address.untracked(|s| s.act) /> }.into_any();
    }
    let act = page.address.act();
    view! {
        <div class="page function">
            <Chooser />
            {move || view! { <Subject act=act.get() /> }}
        </div>
    }
    .into_any()
}

/// A function as a figure of a text: its sliders and its readout.
#[component]
fn Small(act: &'static Activation) -> impl IntoView {
    let plot = FunctionPlot::new(act);
    view! {
        <p class="legend-line">
            {act.name} " " <Legend />
            {plot.second().then(|| view! { <span class="key d2f">"f″(x)"</span> })}
        </p>
        <Graph plot />
        <Readout plot />
        <Parameters act />
    }
}

/// The plot with its probe.
#[component]
fn Graph(
    plot: FunctionPlot,
    /// The id of the element that describes the plot in words.
    #[prop(default = None)]
    words: Option<&'static str>,
) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let label =
        Signal::derive(move || (page.words().plot_label)(act.name, page.address.with(|s| s.deriv)));
    view! {
        <Plot id=act.id drawing=drawing(move || plot.graph()) label size=Size::Large frame=plot.frame words>
            <Probe plot=plot.probe()><Marks plot /></Probe>
        </Plot>
    }
}

#[component]
fn Subject(act: &'static Activation) -> impl IntoView {
    let page = page();
    let plot = FunctionPlot::new(act);
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <h1>
                <span translate="no">{act.name}</span>
                " "
                <small inner_html=part(page, act, "title")></small>
            </h1>
            <p class="lead" inner_html=part(page, act, "summary")></p>
            <Graph plot words=Some(IN_WORDS) />
            <Readout plot />
        </article>
        <div class="afterword">
            <Tools plot />
            {(!matches!(act.kind, Kind::Scalar)).then(|| {
                let gated = matches!(act.kind, Kind::Gated(_));
                let slice = Signal::derive(move || {
                    let shown = match act.id {
                        "maxout" => page.table(plots).plot.two_pieces,
                        _ => (page.table(plots).plot.slice)(gated),
                    };
                    format!("{shown}{}", whole(page, act))
                });
                view! { <p class="hint" inner_html=slice></p> }
            })}
            {act.band.map(|_| view! { <p class="hint">{page.say(plots, |w| w.plot.band)}</p> })}
            {evidence::ABOUT.contains(&act.id).then(|| view! {
                <p><a href=format!("?view=evidence&fn={}", act.id)>{page.say(reading, |w| w.evidence)}</a></p>
            })}
            <InWords plot />
            {extra::place(plot)}
            <Keys />
            <FetchStatus />
        </div>
        <aside class="panel">
            <section class="parameters">
                <h2>{page.say(plots, |w| w.plot.parameters)}</h2>
                {if act.params.is_empty() {
                    view! { <p class="hint">{page.say(plots, |w| w.plot.no_parameters)}</p> }.into_any()
                } else {
                    view! { <Parameters act /> }.into_any()
                }}
            </section>
            <Options plot />
            <section>
                <h2>{page.say(plots, |w| w.plot.properties)}</h2>
                <Facts plot />
                <p class="hint" inner_html=part(page, act, "accuracy")></p>
            </section>
            <Export plot />
        </aside>
        <div class="prose">
            <section class="definition">
                <h2>{page.word(|w| w.definition)}</h2>
                <div class="formula" lang="en" tabindex="0" inner_html=part(page, act, "formula")></div>
                <div class="formula" lang="en" tabindex="0" inner_html=part(page, act, "derivative")></div>
                <p class="hint">
                    {page.say(plots, |w| w.plot.source)}
                    " "
                    <span inner_html=part(page, act, "source")></span>
                </p>
            </section>
            <section class="claims-section" hidden=move || part(page, act, "claims").get().is_empty()>
                <h2>{page.say(plots, |w| w.plot.claims)}</h2>
                <div inner_html=part(page, act, "claims")></div>
            </section>
            <div class="body" inner_html=part(page, act, "body")></div>
            <section class="frameworks">
                <h2>{page.say(plots, |w| w.plot.frameworks)}</h2>
                <div inner_html=part(page, act, "frameworks")></div>
            </section>
        </div>
    }
}
