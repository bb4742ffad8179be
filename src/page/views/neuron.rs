//! A neuron: a weighted sum and a function of it, as numbers and over a plane of two inputs.

use crate::page::state::page;
use crate::page::widgets::choices::{ChoiceField, Item};
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::key_controls::{EntrySlider, KeySlider};
use crate::page::widgets::menu::FunctionMenu;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::points::{Point, Points};
use crate::page::widgets::slider::Span;
use activation_explorer::key::Key;
use activation_explorer::numeric::format::{pretty, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::views::neuron::drawing::{Plane, Profile};
use activation_explorer::views::neuron::model;
use activation_explorer::views::neuron::words;
use activation_explorer::views::neuron::{B, IN, W};
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;
use std::rc::Rc;

/// The slider of an input, a weight or the bias.
const ENTRY: Span = Span::even(-4.0, 4.0, 0.05);

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Neuron().into_any())
}

/// The view.
#[component]
fn Neuron() -> impl IntoView {
    let page = page();
    let now = Memo::new(move |_| page.address.whole(model::of));
    let pass = Memo::new(move |_| now.with(|(model, inputs)| model.pass(inputs)));
    let count = Memo::new(move |_| now.with(|(model, _)| model.weights.len()));
    let plane = RwSignal::new(None::<Frame>);
    let number = move |read: fn(&model::Pass) -> f64, name: &'static str| {
        view! {
            <data translate="no" data-read=name value=move || pass.with(|p| shortest(read(p)))>
                {move || pass.with(|p| pretty(read(p), 5))}
            </data>
        }
    };
    let rows = move || {
        (0..count.get())
            .map(|i| {
                let product = move || pass.with(|p| p.terms.get(i).copied().unwrap_or_default());
                let input = Signal::derive(move || (page.table(words).input)(i + 1));
                let weight = Signal::derive(move || (page.table(words).weight)(i + 1));
                view! {
                    <div class="term">
                        <EntrySlider list=&IN index=i label=input span=ENTRY />
                        <span class="times" aria-hidden="true">"×"</span>
                        <EntrySlider list=&W index=i label=weight span=ENTRY />
                        <data translate="no" value=move || shortest(product())>{move || format!("= {}", pretty(product(), 4))}</data>
                    </div>
                }
            })
            .collect_view()
    };
    let resize = move |n: usize| {
        page.address.edit(|s| {
            for (list, new) in [(&W, 1.0), (&IN, 0.0)] {
                let mut all = s.list(list);
                all.resize(n, new);
                s.set_list(list, all);
            }
        });
    };
    let counts = [2usize, 3, 4];
    let chosen = Signal::derive(move || counts.iter().position(|n| *n == count.get()));
    let choices = counts.iter().map(|n| Item::plain(*n)).collect();
    let choose = Rc::new(move |index: usize| resize(counts[index]));
    // The first two numbers of a list, as a point.
    let point = move |name, list: &'static Key, label| {
        let all = page.address.list(list);
        let at = move || {
            all.with(|all| match all[..] {
                [x, y, ..] => (x, y),
                _ => (f64::NAN, f64::NAN),
            })
        };
        let put = move |to: (f64, f64)| {
            page.address.edit(|s| {
                let mut all = s.list(list);
                if let [x, y, ..] = all.as_mut_slice() {
                    (*x, *y) = to;
                    s.set_list(list, all);
                }
            });
        };
        Point { name, label, at: Signal::derive(at), put: Callback::new(put) }
    };
    let inputs = point("in", &IN, page.say(words, |w| w.inputs));
    let weights = point("w", &W, page.say(words, |w| w.weights));
    let slopes = move || {
        let (model, inputs) = now.get();
        let gradient = model.gradient(&inputs);
        let row = |(i, g): (usize, &f64)| {
            format!("<span>{} = {}</span>", (page.table(words).slope)(i + 1), pretty(*g, 4))
        };
        gradient.weights.iter().enumerate().map(row).collect::<String>()
    };
    let profile = RwSignal::new(None);
    view! {
        <article class="demo-body" data-demo="neuron">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="settings-grid">
                <FunctionMenu label=page.say(demos, |w| w.function) />
                <ChoiceField label=page.say(words, |w| w.count) choices chosen choose />
            </div>
            <div class="pair">
                <section class="square">
                    <h2>{page.say(words, |w| w.plane)}</h2>
                    <p class="hint">{page.say(words, |w| w.plane_lead)}</p>
                    <Plot
                        id="neuron"
                        drawing=drawing(move || {
                            let (neuron, inputs) = now.get();
                            Plane { neuron, inputs }
                        })
                        label=Signal::derive(move || page.table(words).plot.to_owned())
                        size=Size::Large
                        frame=plane
                    >
                        <Points frame=plane points=vec![weights, inputs] elsewhere=inputs />
                    </Plot>
                </section>
                <section class="square">
                    <h2 translate="no">{move || format!("f = {}", now.with(|(model, _)| model.act.name))}</h2>
                    <p class="hint">{page.say(words, |w| w.sum)} " → " {page.say(words, |w| w.output)}</p>
                    <Plot
                        id="neuron-profile"
                        drawing=drawing(move || {
                            let (neuron, inputs) = now.get();
                            Profile { neuron, inputs }
                        })
                        label=Signal::derive(move || (page.words().plot_label)(now.with(|(m, _)| m.act.name), false))
                        size=Size::Large
                        frame=profile
                    />
                </section>
            </div>
            <div class="equation">
                {rows}
                <KeySlider key=&B label=page.say(words, |w| w.bias) span=ENTRY />
            </div>
            <dl class="totals">
                <div><dt>{page.say(words, |w| w.sum)}</dt><dd>{number(|p| p.sum, "sum")}</dd></div>
                <div><dt>{page.say(words, |w| w.output)} ", f(Σ + b)"</dt><dd>{number(|p| p.output, "output")}</dd></div>
                <div><dt>"f′(Σ + b)"</dt><dd>{number(|p| p.slope, "slope")}</dd></div>
            </dl>
            <p class="slopes hint" inner_html=slopes></p>
        </article>
    }
}
