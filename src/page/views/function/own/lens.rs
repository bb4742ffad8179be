//! Where the numbers of a formula break: its error over x in a floating-point format, that of the stable
//! form beside it, and the ranges of wrong values in sentences.

use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::legend::Swatch;
use crate::page::widgets::plot::{Plot, Size, drawing};
use activation_explorer::formula::Formula;
use activation_explorer::formula::mathml::mathml;
use activation_explorer::precision::Format;
use activation_explorer::views::function::lens::{Errors, subject};
use activation_explorer::words::formulas::words;
use leptos::prelude::*;
use std::rc::Rc;

/// The most ranges that are told of a formula.
const TOLD: usize = 4;

/// The lens on the function of the plot.
pub(crate) fn show() -> AnyView {
    let page = page();
    let plot = expect_context::<FunctionPlot>();
    let Some(subject) = subject(plot.act) else { return ().into_any() };
    let own = plot.act.own.is_some();
    let format = RwSignal::new(Format::Float32);
    let formulas: Vec<Formula> =
        std::iter::once(&subject.written).chain(&subject.stable).cloned().collect();
    let errors = Memo::new(move |_| {
        let p = if own { plot.settled.get() } else { Vec::new() };
        Errors::new(&subject, &p, format.get())
    });
    let label = Signal::derive(move || (page.table(words).errors)(format.get().name()));
    let chosen = Signal::derive(move || Format::ALL.iter().position(|one| *one == format.get()));
    let choices = Format::ALL.map(|one| Item::new(one.name(), one.name())).into();
    let told = move |place: usize| {
        let words = page.table(words);
        let ranges = errors.with(|errors| errors.looked[place].ranges.clone());
        let told: Vec<_> = ranges.iter().take(TOLD).map(|range| words.range(range)).collect();
        if told.is_empty() { words.right.to_owned() } else { told.join(" ") }
    };
    let rows = formulas.into_iter().enumerate().map(|(place, formula)| {
        let name = move || {
            let words = page.table(words);
            if place == 0 { (words.looked)(own) } else { words.stable }
        };
        view! {
            <div class="looked" data-looked=place.to_string()>
                <dt>
                    <Swatch index=place />
                    {name}
                    " "
                    <span lang="en" inner_html=mathml(&formula, false)></span>
                </dt>
                <dd>{move || told(place)}</dd>
            </div>
        }
    });
    let usual = !own && !plot.act.params.is_empty();
    view! {
        <div class="lens">
            <div class="tabs" role="group" aria-label=page.say(words, |w| w.format)>
                <Choices
                    attribute="data-format"
                    choices
                    chosen
                    choose=Rc::new(move |index: usize| format.set(Format::ALL[index]))
                />
            </div>
            <Plot
                id="lens"
                drawing=drawing(move || errors.get())
                label
                size=Size::Large
                frame=RwSignal::new(None)
            />
            <p class="hint">
                {page.say(words, |w| w.scale)}
                {usual.then(|| view! { " " {page.say(words, |w| w.usual)} })}
            </p>
            <div role="status"><dl>{rows.collect_view()}</dl></div>
        </div>
    }
    .into_any()
}
