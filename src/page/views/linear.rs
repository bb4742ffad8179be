//! Why non-linear: layers multiplied out, a grid bent, a pattern separated, a curve fitted.

use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::key_controls::KeySlider;
use crate::page::widgets::menu::FunctionMenu;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::seed::Seed;
use crate::page::widgets::slider::Span;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::views::linear::drawing::{Classes, Fit, Grid, Lines, OneInput, points};
use activation_explorer::views::linear::model::fit::{Line, Relus};
use activation_explorer::views::linear::model::{Affine, Stack};
use activation_explorer::views::linear::words;
use activation_explorer::views::linear::{DEPTH, UNITS};
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Linear().into_any())
}

/// The view.
#[component]
fn Linear() -> impl IntoView {
    let page = page();
    let now = Memo::new(move |_| page.address.whole(Stack::<2>::of));
    let units = Memo::new(move |_| page.address.with(|s| s.number(&UNITS) as u32));
    let fit = Memo::new(move |_| Relus::fit(units.get()));
    let difference = Memo::new(move |_| now.with(|stack| stack.difference(&points())));
    let one = Memo::new(move |_| page.address.whole(Stack::<1>::of));
    let identity = Memo::new(move |_| now.with(|stack| stack.act.id == "identity"));
    // The lines of the grid after the layers: torn, shrunk or neither.
    let lines = Memo::new(move |_| now.with(Lines::of));
    // The subject of a text's figure, for the stylesheet; another function does not change it.
    let figure =
        page.figure.then(|| if untrack(|| identity.get()) { "product" } else { "classes" });
    let grid_lead = move || {
        let Lines { torn, shrunk } = lines.get();
        (page.table(words).grid_lead)(identity.get(), torn, shrunk)
    };
    let product = move || {
        now.with(|stack| {
            let layers: String = stack.layers.iter().rev().map(matrix).collect();
            if identity.get() {
                format!("{layers}<span>= &nbsp;</span>{}", matrix(&stack.collapsed()))
            } else {
                layers
            }
        })
    };
    let said = Signal::derive(move || {
        let words = page.table(words);
        let number = brief(difference.get(), 3);
        if identity.get() {
            (words.difference)(&number)
        } else {
            (words.no_product)(now.with(|s| s.act.name), &number)
        }
    });
    let classes = move |depth: usize| move || Classes { stack: now.get(), depth };
    let separable =
        move |depth: usize| move || (page.table(words).separable)(classes(depth)().separable());
    let rmse = Signal::derive(move || {
        let (line, count) = (Line::fit().rmse, units.get());
        let units = fit.with(|fit| fit.rmse);
        (page.table(words).rmse)(&brief(line, 3), &brief(units, 3), count)
    });
    let label =
        move |pick: fn(&'static activation_explorer::views::linear::Words) -> &'static str| {
            Signal::derive(move || pick(page.table(words)).to_owned())
        };
    let key = move |line: &'static str,
                    pick: fn(
        &'static activation_explorer::views::linear::Words,
    ) -> &'static str| {
        view! { <span class=format!("key {line}")>{page.say(words, pick)}</span> }
    };
    view! {
        <article class="demo-body" data-demo="linear" data-figure=figure>
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="settings-grid">
                <FunctionMenu label=page.say(demos, |w| w.function) />
                <KeySlider key=&DEPTH label=page.say(words, |w| w.depth) span=Span::even(1.0, 6.0, 1.0) />
                <Seed label=page.say(demos, |w| w.seed) another=page.say(demos, |w| w.new_seed) />
            </div>
            <div class="pair">
                <section class="square">
                    <h2>{page.say(words, |w| w.grid)}</h2>
                    <p class="hint">{grid_lead}</p>
                    <Plot id="linear-grid" drawing=drawing(move || Grid(now.get())) label=label(|w| w.grid_plot) size=Size::Large frame=RwSignal::new(None) />
                    <p class="legend">{key("f", |w| w.grid_keys[0])}{key("df solid", |w| w.grid_keys[1])}</p>
                </section>
                <section>
                    <h2>{page.say(words, |w| w.product)}</h2>
                    <div class="matrices" inner_html=product></div>
                    <p role="status"><data data-read="difference" value=move || shortest(difference.get())>{spoken(said)}</data></p>
                    <h2>{page.say(words, |w| w.one_input)}</h2>
                    <Plot id="linear-one" drawing=drawing(move || OneInput(one.get())) label=label(|w| w.one_input) size=Size::Large frame=RwSignal::new(None) />
                </section>
            </div>
            <h2 class="about-classes">{page.say(words, |w| w.xor)}</h2>
            <div class="pair about-classes">
                <section class="square">
                    <p class="hint">{page.say(words, |w| w.before)} {separable(0)}</p>
                    <Plot id="xor-before" drawing=drawing(classes(0)) label=label(|w| w.xor) size=Size::Large frame=RwSignal::new(None) />
                </section>
                <section class="square">
                    <p class="hint" role="status">{page.say(words, |w| w.after)} {separable(1)}</p>
                    <Plot id="xor-after" drawing=drawing(classes(1)) label=label(|w| w.xor) size=Size::Large frame=RwSignal::new(None) />
                </section>
            </div>
            <h2 class="about-fit">{page.say(words, |w| w.fit)}</h2>
            <p class="hint about-fit">{page.say(words, |w| w.fit_lead)}</p>
            <p class="legend about-fit">
                {key("", |_| "sin x")}
                {key("df", |w| w.fit_keys[0])}
                {key("f", |w| w.fit_keys[1])}
            </p>
            <div class="fit about-fit">
                <Plot id="fit" drawing=drawing(move || Fit(fit.get())) label=label(|w| w.fit_plot) size=Size::Large frame=RwSignal::new(None) />
                <KeySlider key=&UNITS label=page.say(words, |w| w.units) span=Span::even(1.0, 32.0, 1.0) />
                <p role="status"><data data-read="rmse" value=move || fit.with(|f| shortest(f.rmse))>{spoken(rmse)}</data></p>
            </div>
        </article>
    }
}

/// A layer as its matrix and, after a bar, its bias, in HTML.
fn matrix(layer: &Affine<2>) -> String {
    let cell = |x: f64| format!("<span>{}</span>", pretty(x, 3));
    let [[a, b], [c, d]] = layer.weights;
    format!("<span class=\"matrix\">{}{}{}{}</span>", cell(a), cell(b), cell(c), cell(d))
}
