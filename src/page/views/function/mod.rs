//! The function view: a large plot with a probe, its definition, its parameters, and the words. A frame
//! and a figure need less of it, which is a part of the module without the rest.

mod actions;
mod chooser;
mod claims;
mod code;
pub(crate) mod extra;
mod files;
mod handles;
mod options;
pub(crate) mod own;
mod readout;
mod take;

use crate::page::state::page;
use crate::page::state::parts::Piece;
use crate::page::widgets::faces::Faces;
use crate::page::widgets::fetched_text::{FetchStatus, part};
use crate::page::widgets::function_plot::{FunctionPlot, Marks};
use crate::page::widgets::in_words::{Facts, IN_WORDS, Sentence};
use crate::page::widgets::lazy_view::lazy;
use crate::page::widgets::legend::Legend;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::Probe;
use actions::Actions;
use activation_explorer::activation::{Activation, Kind};
use activation_explorer::address::{Edges, Extras, OWN};
use activation_explorer::views::function::lens::is_subject;
use activation_explorer::views::function::own::name as own_name;
use activation_explorer::views::{self, evidence};
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::reading::words as reading;
use chooser::Chooser;
use claims::Claims;
use code::Code;
use handles::Handles;
use leptos::prelude::*;
use options::ViewOptions;
use readout::{Names, Readout, Tools};
use std::time::Duration;
use take::Take;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// A function as a figure of a text or in a frame: what the rest of its page needs is not fetched.
pub(crate) fn show() -> AnyView {
    let page = page();
    if page.figure {
        return view! { <Small act=page.address.untracked(|s| s.act) /> }.into_any();
    }
    let act = page.address.act();
    view! { <div class="page function">{move || view! { <Framed act=act.get() /> }}</div> }
        .into_any()
}

/// The page of the chosen function.
pub(crate) fn full() -> AnyView {
    let act = page().address.act();
    // The field of one's own stays while its formula changes.
    let typed = Memo::new(move |_| act.get().own.is_some());
    view! {
        <div class="page function">
            <Chooser />
            {move || if typed.get() {
                view! { <Typed act /> }.into_any()
            } else {
                (move || view! { <Subject act=act.get() /> }).into_any()
            }}
        </div>
    }
    .into_any()
}

/// The function that the reader types: the field, and below it all that is known of the formula.
#[component]
fn Typed(act: Memo<&'static Activation>) -> impl IntoView {
    let page = page();
    view! {
        <article class="subject" data-subject=OWN tabindex="-1">
            <header class="head">
                <h1>{move || own_name(page.reader.lang.get())}</h1>
            </header>
            {lazy(Piece { id: own::FIELD, styles: &["function"] })}
            {move || {
                let (plot, take) = (FunctionPlot::new(act.get()), Take::new());
                view! {
                    <Actions plot take />
                    <Top plot mapped=None facts=view! { <Facts plot /> }.into_any() />
                    <div class="prose"><Code plot take /><Precision plot /></div>
                }
            }}
        </article>
    }
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
        <Readout plot all=RwSignal::new(false) />
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
            <Probe plot=plot.probe() placed=Some(plot.at)>
                <Names plot />
                <Marks plot />
            </Probe>
            <Handles plot />
        </Plot>
    }
}

/// The function in a frame: the plot, its numbers, its formula and its sliders.
#[component]
fn Framed(act: &'static Activation) -> impl IntoView {
    let plot = FunctionPlot::new(act);
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <header class="head"><Title act /></header>
            <p class="lead" inner_html=part(page(), act, "summary")></p>
            <Top plot mapped=None />
        </article>
        <div class="afterword">
            {extra::place(plot)}
            <FetchStatus />
        </div>
    }
}

#[component]
fn Title(act: &'static Activation) -> impl IntoView {
    view! {
        <h1>
            <span translate="no">{act.name}</span>
            " "
            <small inner_html=part(page(), act, "about")></small>
        </h1>
    }
}

#[component]
fn Subject(act: &'static Activation) -> impl IntoView {
    let page = page();
    let plot = FunctionPlot::new(act);
    let take = Take::new();
    // A function of two inputs opens as the map of both, unless the address asks for something of
    // the slice; a lecture has room for the slice only.
    let room = page.address.untracked(|s| !s.present);
    let mapped = (matches!(act.kind, Kind::Gated(_)) && room).then(|| {
        let plain = move || {
            page.address.with(|s| s.edges == Edges::default() && s.extras == Extras::default())
        };
        let map = RwSignal::new(plain());
        Effect::new(move |_| {
            if !plain() {
                map.set(false)
            }
        });
        map
    });
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <Head plot take />
            {mapped.map(|map| view! { <MapOrSlice map /> })}
            <Top plot mapped facts=view! { <Facts plot /> }.into_any() />
        </article>
        <div class="afterword">
            {mapped.is_none().then(|| extra::place(plot))}
            <FetchStatus />
        </div>
        <Prose plot take />
    }
}

/// The name, what can be done with the function, and what it is.
#[component]
fn Head(plot: FunctionPlot, take: Take) -> impl IntoView {
    let page = page();
    let act = plot.act;
    view! {
        <header class="head">
            <Title act />
            <Actions plot take />
        </header>
        <p class="lead" inner_html=part(page, act, "summary")></p>
        <Faces act />
    }
}

/// The tabs of a gated unit: the map of both inputs, and the slice.
#[component]
fn MapOrSlice(map: RwSignal<bool>) -> impl IntoView {
    let page = page();
    let tab = move |whole: bool, word: Signal<&'static str>| {
        let pressed = move || (map.get() == whole).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| map.set(whole)>{word}</button>
        }
    };
    view! {
        <div class="tabs map-or-slice" role="group" aria-label=page.say(plots, |w| w.plot.faces)>
            {tab(true, page.say(plots, |w| w.plot.map_tab))}
            {tab(false, page.say(plots, |w| w.plot.curve_tab))}
        </div>
    }
}

/// The plot, and beside it the definition, the sliders and the properties.
#[component]
fn Top(
    plot: FunctionPlot,
    /// Whether a map of both inputs stands in the curve's place, of functions that have one.
    mapped: Option<RwSignal<bool>>,
    /// What is known of the function; a frame has no room for it.
    #[prop(optional)]
    facts: Option<AnyView>,
) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let digits = RwSignal::new(false);
    let slice = (!matches!(act.kind, Kind::Scalar)).then(|| {
        let gated = matches!(act.kind, Kind::Gated(_));
        Signal::derive(move || match act.id {
            "maxout" => page.table(plots).plot.two_pieces,
            _ => (page.table(plots).plot.slice)(gated),
        })
    });
    let map = move || mapped.is_some_and(|map| map.get());
    view! {
        <div class="top" class:mapped=map>
            {mapped.map(|_| view! { <div class="whole" hidden=move || !map()>{extra::place(plot)}</div> })}
            <div class="stage" hidden=map>
                <Graph plot words=Some(IN_WORDS) />
                <Readout plot all=digits />
            </div>
            <div class="under" hidden=map>
                <Tools plot />
                <ViewOptions plot all=digits />
                {slice.map(|slice| view! { <p class="hint">{slice}</p> })}
                {act.band.map(|_| view! { <p class="hint">{page.say(plots, |w| w.plot.band)}</p> })}
                {evidence::ABOUT.contains(&act.id).then(|| view! {
                    <p class="hint"><a href=format!("?view=evidence&fn={}", act.id)>{page.say(reading, |w| w.evidence)}</a></p>
                })}
                <Sentence plot />
            </div>
            <div class="side">
                <section class="definition">
                    <h2 class="unseen">{page.word(|w| w.definition)}</h2>
                    <div class="formula" lang="en" tabindex="0" inner_html=part(page, act, "formula")></div>
                    <div class="formula" lang="en" tabindex="0" inner_html=part(page, act, "derivative")></div>
                </section>
                {(!act.params.is_empty()).then(|| view! {
                    <section class="parameters">
                        <h2 class="unseen">{page.say(plots, |w| w.plot.parameters)}</h2>
                        <Parameters act />
                    </section>
                })}
                {facts.map(|facts| view! {
                    <section class="properties">
                        <h2 class="unseen">{page.say(plots, |w| w.plot.properties)}</h2>
                        {facts}
                        {act.own.is_none().then(|| view! {
                            <p class="hint">
                                {page.say(plots, |w| w.plot.source)}
                                " "
                                <span inner_html=part(page, act, "source")></span>
                            </p>
                        })}
                    </section>
                })}
            </div>
        </div>
    }
}

/// What is to be read: what to know first, code, frameworks, strengths and weaknesses, claims.
#[component]
fn Prose(plot: FunctionPlot, take: Take) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let know = part(page, act, "know");
    view! {
        <div class="prose" on:click=move |event| shown(act, &event)>
            <section class="know-section" hidden=move || know.with(String::is_empty)>
                <h2>{page.say(plots, |w| w.plot.know)}</h2>
                <div class="know" inner_html=know></div>
            </section>
            <Code plot take />
            <Precision plot />
            <section class="frameworks">
                <h2>{page.say(plots, |w| w.plot.frameworks)}</h2>
                <div inner_html=part(page, act, "frameworks")></div>
            </section>
            <div class="body" inner_html=part(page, act, "body")></div>
            <Claims act />
        </div>
    }
}

/// Where the numbers of its formulas break, of a function that has some to look at; fetched when it is
/// unfolded.
#[component]
fn Precision(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let open = RwSignal::new(false);
    is_subject(plot.act).then(|| {
        view! {
            <details class="precision" on:toggle=move |_| open.set(true)>
                <summary>{page.say(plots, |w| w.plot.lens)}</summary>
                {move || open.get().then(|| {
                    provide_context(plot);
                    lazy(Piece { id: own::LENS, styles: &["function"] })
                })}
            </details>
        }
    })
}

/// Brings the plot into sight when a link of a text has led to another state of it.
fn shown(act: &'static Activation, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^='?']").ok().flatten());
    let query = link.and_then(|link| link.get_attribute("href")).unwrap_or_default();
    let (state, _) = views::parse(&query);
    if event.default_prevented()
        || query.is_empty()
        || state.view != &views::function::VIEW
        || state.act != act
    {
        return;
    }
    let scroll = || {
        if let Ok(Some(top)) = document().query_selector(".function .top") {
            top.scroll_into_view();
        }
    };
    // After the page has followed the link.
    set_timeout(scroll, Duration::ZERO);
}
