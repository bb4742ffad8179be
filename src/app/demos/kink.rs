//! ReLU at 0: one-sided slopes, the choice of a sub-gradient, softplus, and the frameworks.

use super::{term, texts};
use crate::app::browser::throttle::spoken;
use crate::app::plot::{Plot, Scale, drawing};
use crate::app::probe::{Probe, look_at};
use crate::app::scene::{Marks, Scene};
use crate::app::store::store;
use crate::app::widgets::choices::{Choices, Item};
use crate::app::widgets::menu::FunctionMenu;
use crate::app::widgets::parameters::Parameters;
use crate::app::widgets::scroll::Scroll;
use activation_explorer::activation::Activation;
use activation_explorer::activation::softplus::SOFTPLUS;
use activation_explorer::content::kinks::{FRAMEWORKS, ROWS};
use activation_explorer::numeric::format::{brief, pretty, shortest, superscript};
use activation_explorer::text::facts;
use activation_explorer::view_state::Edges;
use activation_explorer::view_state::knob::{STEPS, SUBGRADIENT};
use activation_explorer::views::kink::drawing::Both;
use activation_explorer::views::kink::model::{
    Descent, SUBGRADIENTS, corner, largest_gap, quotients, zoomed,
};
use leptos::prelude::*;
use std::rc::Rc;

/// The view.
#[component]
pub(super) fn Kink() -> impl IntoView {
    let store = store();
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    view! {
        <article class="demo-body" data-demo="kink">
            <h1 class="subject" tabindex="-1">{term(store, |w| w.kink.title)}</h1>
            <p class="lead">{term(store, |w| w.kink.lead)}</p>
            <div class="settings-grid"><FunctionMenu label=term(store, |w| w.function) /></div>
            {move || view! { <Close act=act.get() /> }}
            <div class="pair">
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
    let store = store();
    let scene = Scene::new(act);
    let place = Memo::new(move |_| scene.params.with(|p| corner(act, p)));
    let at = move || brief(place.get(), 4);
    let label = Signal::derive(move || (texts(store).kink.plot)(act.name, &at()));
    let corners = move || {
        let terms = store.terms();
        let rows = scene.found.with(|found| facts(found, &terms.facts));
        let row = rows.into_iter().find(|row| row.name == "breaks");
        row.map(|row| (texts(store).kink.corners)(row.label, &row.text))
    };
    let window = move |power: i32| {
        let near = move || scene.params.with(|p| zoomed(act, p, place.get(), power));
        (power > 0).then(near)
    };
    let zooms = POWERS.map(|power| {
        let factor = if power < 3 {
            brief(10f64.powi(power), 4)
        } else {
            format!("10{}", superscript(power))
        };
        Item::plain(move || (texts(store).kink.zoom)(&factor))
    });
    let zoomed = Memo::new(move |_| {
        let edges = POWERS.map(|power| window(power).map_or_else(Edges::default, Edges::of));
        store.state.with(|s| edges.iter().position(|edges| *edges == s.edges))
    });
    let zoom = Rc::new(move |index: usize| look_at(store, untrack(|| window(POWERS[index]))));
    let rows = move || {
        let row = |q: &activation_explorer::views::kink::model::Quotient| {
            let cell = |v: f64| {
                format!("<td><data value=\"{}\">{}</data></td>", shortest(v), pretty(v, 6))
            };
            format!(
                "<tr><th scope=\"row\">{}</th>{}{}</tr>",
                brief(q.h, 3),
                cell(q.left),
                cell(q.right)
            )
        };
        scene.params.with(|p| quotients(act, p, place.get()).iter().map(row).collect::<String>())
    };
    let column = move |i: usize| move || texts(store).kink.quotient_columns[i];
    view! {
        <div class="pair">
            <section>
                <h2>{act.name}</h2>
                <Plot id=act.id drawing=drawing(move || scene.graph()) label scale=Scale::Large frame=scene.frame>
                    <Probe hand=scene.hand()><Marks scene /></Probe>
                </Plot>
                <div class="buttons"><Choices choices=zooms.into() chosen=zoomed choose=zoom /></div>
                <p class="hint">{corners}</p>
            </section>
            <section>
                <h2>{move || (texts(store).kink.quotients)(&at())}</h2>
                <Scroll label=term(store, |w| w.kink.title)>
                    <table class="values">
                        <thead><tr><th scope="col">{column(0)}</th><th scope="col">{column(1)}</th><th scope="col">{column(2)}</th></tr></thead>
                        <tbody inner_html=rows></tbody>
                    </table>
                </Scroll>
            </section>
        </div>
    }
}

/// What a step does with each choice of the slope at 0.
#[component]
fn Subgradient() -> impl IntoView {
    let store = store();
    let slope = Memo::new(move |_| store.state.with(|s| s.knob(&SUBGRADIENT)));
    let steps = Memo::new(move |_| store.state.with(|s| s.knob(&STEPS)) as u32);
    let chosen =
        Signal::derive(move || SUBGRADIENTS.iter().position(|choice| *choice == slope.get()));
    let choices = SUBGRADIENTS
        .map(|choice| Item::plain(if choice == 0.5 { "½".to_owned() } else { brief(choice, 2) }));
    let choose = Rc::new(move |index: usize| {
        store.state.update(|s| {
            s.set_knob(&SUBGRADIENT, SUBGRADIENTS[index]);
            s.set_knob(&STEPS, 0.0);
        });
    });
    let lines = move || {
        let mut at = Descent::new(slope.get());
        // What the address asks for may be more than one wants to read.
        (0..=steps.get().min(40))
            .map(|_| {
                let next = at.step();
                let n = |x: f64| brief(x, 4);
                let line = (texts(store).kink.step)(
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
            <h2>{term(store, |w| w.kink.choose)}</h2>
            <p>{term(store, |w| w.kink.choose_lead)}</p>
            <div class="buttons">
                <Choices choices=choices.into() chosen choose />
                <button type="button" on:click=move |_| store.state.update(|s| {
                    let more = (s.knob(&STEPS) + 1.0).min(40.0);
                    s.set_knob(&STEPS, more);
                })>{term(store, |w| w.kink.again)}</button>
            </div>
            <div role="status"><ol class="steps" inner_html=lines></ol></div>
        </section>
    }
}

#[component]
fn Softplus() -> impl IntoView {
    let store = store();
    let params = store.params(&SOFTPLUS);
    let beta = move || params.with(|p| p.first().copied().unwrap_or(1.0));
    let gap = Signal::derive(move || {
        let beta = beta();
        (texts(store).kink.gap)(&brief(beta, 4), &brief(largest_gap(beta), 4))
    });
    let label = Signal::derive(move || (store.words().plot_label)("ReLU, Softplus", false));
    view! {
        <section>
            <h2>{term(store, |w| w.kink.softplus)}</h2>
            <Plot id="softplus" drawing=drawing(move || Both { params: params.get() }) label scale=Scale::Large frame=RwSignal::new(None) />
            <Parameters act=&SOFTPLUS />
            <p role="status"><data data-read="gap" value=move || shortest(largest_gap(beta()))>{spoken(gap)}</data></p>
            <p>{term(store, |w| w.kink.slope)}</p>
        </section>
    }
}

/// What the frameworks return where the pieces meet.
#[component]
fn Frameworks() -> impl IntoView {
    let store = store();
    let head = move || {
        let names = texts(store).kink.columns.iter().map(|c| (*c).to_owned());
        let names = names.chain(FRAMEWORKS.iter().map(|name| (*name).to_owned()));
        let cells = names.map(|name| format!("<th scope=\"col\">{name}</th>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let rows: String = ROWS
        .iter()
        .map(|row| {
            let cell = |value: Option<f64>| match value {
                None => "<td>–</td>".to_owned(),
                // They were measured in single precision.
                Some(v) if (v - row.house()).abs() < 1e-6 => format!("<td>{}</td>", brief(v, 4)),
                Some(v) => format!("<td><b>{}</b></td>", brief(v, 4)),
            };
            let measured: String = row.measured.iter().map(|v| cell(*v)).collect();
            format!(
                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td>{measured}</tr>",
                row.case,
                brief(row.x, 4),
                brief(row.house(), 4)
            )
        })
        .collect();
    view! {
        <section>
            <h2>{term(store, |w| w.kink.frameworks)}</h2>
            <Scroll label=term(store, |w| w.kink.frameworks)>
                <table class="values figures">
                    <thead inner_html=head></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </Scroll>
            <p class="hint">{term(store, |w| w.kink.differs)}</p>
        </section>
    }
}
