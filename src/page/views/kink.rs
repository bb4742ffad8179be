//! ReLU at 0: one-sided slopes, the choice of a sub-gradient, softplus, and the frameworks.

use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::function_plot::{FunctionPlot, Marks};
use crate::page::widgets::menu::FunctionMenu;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::{Probe, look_at};
use crate::page::widgets::scroll::Scroll;
use activation_explorer::activation::Activation;
use activation_explorer::activation::softplus::SOFTPLUS;
use activation_explorer::address::Edges;
use activation_explorer::content::kinks::{FRAMEWORKS, ROWS};
use activation_explorer::key::STEPS;
use activation_explorer::numeric::format::{brief, pretty, shortest, superscript};
use activation_explorer::views::kink::SUBGRADIENT;
use activation_explorer::views::kink::drawing::Both;
use activation_explorer::views::kink::model::{
    Descent, SUBGRADIENTS, corner, largest_gap, quotients, zoomed,
};
use activation_explorer::views::kink::words;
use activation_explorer::words::demos::words as demos;
use activation_explorer::words::facts;
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Kink().into_any())
}

/// The view.
#[component]
fn Kink() -> impl IntoView {
    let page = page();
    let act = page.address.act();
    view! {
        <article class="demo-body" data-demo="kink">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="settings-grid"><FunctionMenu label=page.say(demos, |w| w.function) /></div>
            {move || view! { <Close act=act.get() /> }}
            <div class="pair remedies">
                <Subgradient />
                <Softplus />
            </div>
            <Frameworks />
        </article>
    }
}

/// The magnifications, as powers of ten.
const POWERS: [i32; 5] = [0, 1, 2, 4, 8];

/// The function near its kink, and its difference quotients.
#[component]
fn Close(act: &'static Activation) -> impl IntoView {
    let page = page();
    let plot = FunctionPlot::new(act);
    let place = Memo::new(move |_| plot.params.with(|p| corner(act, p)));
    let at = move || brief(place.get(), 4);
    let label = Signal::derive(move || (page.table(words).plot)(act.name, &at()));
    let corners = move || {
        let terms = page.table(plots);
        let rows = plot.found.with(|found| facts(found, &terms.facts));
        let row = rows.into_iter().find(|row| row.name == "breaks");
        row.map(|row| (page.table(words).corners)(row.label, &row.text))
    };
    let window = move |power: i32| {
        let near = move || plot.params.with(|p| zoomed(act, p, place.get(), power));
        (power > 0).then(near)
    };
    let zooms = POWERS.map(|power| {
        let factor = if power < 3 {
            brief(10f64.powi(power), 4)
        } else {
            format!("10{}", superscript(power))
        };
        Item::plain(move || (page.table(words).zoom)(&factor))
    });
    let zoomed = Memo::new(move |_| {
        let edges = POWERS.map(|power| window(power).map_or_else(Edges::default, Edges::of));
        page.address.with(|s| edges.iter().position(|edges| *edges == s.edges))
    });
    let zoom = Rc::new(move |index: usize| look_at(page, untrack(|| window(POWERS[index]))));
    let rows = move || {
        let row = |q: &activation_explorer::views::kink::model::Quotient| {
            let cell = |v: f64| {
                format!(
                    "<td><data translate=\"no\" value=\"{}\">{}</data></td>",
                    shortest(v),
                    pretty(v, 6)
                )
            };
            format!(
                "<tr><th scope=\"row\">{}</th>{}{}</tr>",
                brief(q.h, 3),
                cell(q.left),
                cell(q.right)
            )
        };
        plot.params.with(|p| quotients(act, p, place.get()).iter().map(row).collect::<String>())
    };
    let column = move |i: usize| move || page.table(words).quotient_columns[i];
    view! {
        <div class="pair">
            <section>
                <h2 translate="no">{act.name}</h2>
                <Plot id=act.id drawing=drawing(move || plot.graph()) label size=Size::Large frame=plot.frame>
                    <Probe plot=plot.probe()><Marks plot /></Probe>
                </Plot>
                <div class="buttons"><Choices choices=zooms.into() chosen=zoomed choose=zoom /></div>
                <p class="hint">{corners}</p>
            </section>
            <section>
                <h2>{move || (page.table(words).quotients)(&at())}</h2>
                <Scroll label=page.say(words, |w| w.title)>
                    <table class="values">
                        <thead><tr><th scope="col">{column(0)}</th><th scope="col">{column(1)}</th><th scope="col">{column(2)}</th></tr></thead>
                        <tbody inner_html=rows></tbody>
                    </table>
                </Scroll>
            </section>
        </div>
    }
}

/// The step of each choice of the slope at 0.
#[component]
fn Subgradient() -> impl IntoView {
    let page = page();
    let slope = page.address.number(&SUBGRADIENT);
    let steps = Memo::new(move |_| page.address.with(|s| s.number(&STEPS)) as u32);
    let chosen =
        Signal::derive(move || SUBGRADIENTS.iter().position(|choice| *choice == slope.get()));
    let choices = SUBGRADIENTS
        .map(|choice| Item::plain(if choice == 0.5 { "½".to_owned() } else { brief(choice, 2) }));
    let choose = Rc::new(move |index: usize| {
        page.address.edit(|s| {
            s.set_number(&SUBGRADIENT, SUBGRADIENTS[index]);
            s.set_number(&STEPS, 0.0);
        });
    });
    let lines = move || {
        let mut at = Descent::new(slope.get());
        // The address may ask for more steps than anyone wants to read.
        (0..=steps.get().min(40))
            .map(|_| {
                let next = at.step();
                let n = |x: f64| brief(x, 4);
                let line = (page.table(words).step)(
                    &n(at.slope()),
                    &n(at.gradient()),
                    &n(at.weight),
                    &n(next.weight),
                );
                at = next;
                format!("<li>{line}</li>")
            })
            .collect::<String>()
    };
    view! {
        <section>
            <h2>{page.say(words, |w| w.choose)}</h2>
            <p>{page.say(words, |w| w.choose_lead)}</p>
            <div class="buttons">
                <Choices choices=choices.into() chosen choose />
                <button type="button" on:click=move |_| page.address.edit(|s| {
                    let more = (s.number(&STEPS) + 1.0).min(40.0);
                    s.set_number(&STEPS, more);
                })>{page.say(words, |w| w.again)}</button>
            </div>
            <div role="status"><ol class="steps" inner_html=lines></ol></div>
        </section>
    }
}

#[component]
fn Softplus() -> impl IntoView {
    let page = page();
    let params = page.address.params(&SOFTPLUS);
    let beta = move || params.with(|p| p.first().copied().unwrap_or(1.0));
    let gap = Signal::derive(move || {
        let beta = beta();
        (page.table(words).gap)(&brief(beta, 4), &brief(largest_gap(beta), 4))
    });
    let label = Signal::derive(move || (page.words().plot_label)("ReLU, Softplus", false));
    view! {
        <section>
            <h2>{page.say(words, |w| w.softplus)}</h2>
            <Plot id="softplus" drawing=drawing(move || Both { params: params.get() }) label size=Size::Large frame=RwSignal::new(None) />
            <Parameters act=&SOFTPLUS />
            <p role="status"><data data-read="gap" value=move || shortest(largest_gap(beta()))>{spoken(gap)}</data></p>
            <p>{page.say(words, |w| w.slope)}</p>
        </section>
    }
}

/// The values that frameworks return where the pieces of a function meet.
#[component]
fn Frameworks() -> impl IntoView {
    let page = page();
    let head = move || {
        let names = page.table(words).columns.iter().map(|c| (*c).to_owned());
        let names = names.chain(FRAMEWORKS.iter().map(|name| (*name).to_owned()));
        let cells = names.map(|name| format!("<th scope=\"col\">{name}</th>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let rows: String = ROWS
        .iter()
        .map(|row| {
            let cell = |value: Option<f64>| match value {
                None => "<td>–</td>".to_owned(),
                // The measurements are in single precision.
                Some(v) if (v - row.house()).abs() < 1e-6 => format!("<td>{}</td>", brief(v, 4)),
                Some(v) => format!("<td><b>{}</b></td>", brief(v, 4)),
            };
            let measured: String = row.measured.iter().map(|v| cell(*v)).collect();
            format!(
                "<tr><th scope=\"row\"><code translate=\"no\">{}</code></th><td>{}</td><td>{}</td>{measured}</tr>",
                row.case,
                brief(row.x, 4),
                brief(row.house(), 4)
            )
        })
        .collect();
    view! {
        <section class="measured">
            <h2>{page.say(words, |w| w.frameworks)}</h2>
            <Scroll label=page.say(words, |w| w.frameworks)>
                <table class="values figures">
                    <thead inner_html=head></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </Scroll>
            <p class="hint">{page.say(words, |w| w.differs)}</p>
        </section>
    }
}
