//! A neuron: a weighted sum and a function of it, as numbers and over a plane of two inputs.

use super::{term, texts};
use crate::app::plot::{Plot, Scale, drawing};
use crate::app::store::store;
use crate::app::widgets::choices::{ChoiceField, Item};
use crate::app::widgets::key_controls::{EntrySlider, KeySlider};
use crate::app::widgets::menu::FunctionMenu;
use crate::app::widgets::slider::Span;
use activation_explorer::numeric::format::{pretty, rounded, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::view_state::knob::{B, IN, W};
use activation_explorer::views::neuron::drawing::{Plane, Profile};
use activation_explorer::views::neuron::model;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::PointerEvent;

/// The slider of an input, a weight or the bias.
const ENTRY: Span = Span::even(-4.0, 4.0, 0.05);

/// The view.
#[component]
pub(super) fn Neuron() -> impl IntoView {
    let store = store();
    let now = Memo::new(move |_| store.whole(model::of));
    let pass = Memo::new(move |_| now.with(|(model, inputs)| model.pass(inputs)));
    let count = Memo::new(move |_| now.with(|(model, _)| model.weights.len()));
    let plane = RwSignal::new(None::<Frame>);
    let number = move |read: fn(&model::Pass) -> f64, name: &'static str| {
        view! {
            <data data-read=name value=move || pass.with(|p| shortest(read(p)))>
                {move || pass.with(|p| pretty(read(p), 5))}
            </data>
        }
    };
    let rows = move || {
        (0..count.get())
            .map(|i| {
                let product = move || pass.with(|p| p.terms.get(i).copied().unwrap_or_default());
                let input = Signal::derive(move || (texts(store).neuron.input)(i + 1));
                let weight = Signal::derive(move || (texts(store).neuron.weight)(i + 1));
                view! {
                    <div class="term">
                        <EntrySlider list=&IN index=i label=input span=ENTRY />
                        <span class="times" aria-hidden="true">"×"</span>
                        <EntrySlider list=&W index=i label=weight span=ENTRY />
                        <data value=move || shortest(product())>{move || format!("= {}", pretty(product(), 4))}</data>
                    </div>
                }
            })
            .collect_view()
    };
    let resize = move |n: usize| {
        store.state.update(|s| {
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
    let drag = move |event: PointerEvent| {
        if event.buttons() == 0 && event.type_() == "pointermove" {
            return;
        }
        let Some(frame) = plane.get_untracked() else { return };
        let unit = (frame.window.x_max - frame.window.x_min) / frame.area.width;
        let x = rounded(frame.to_x(f64::from(event.offset_x())), unit);
        let y = rounded(frame.to_y(f64::from(event.offset_y())), unit);
        store.state.update(|s| {
            let mut all = s.list(&IN);
            if let [a, b, ..] = all.as_mut_slice() {
                (*a, *b) = (x, y);
                s.set_list(&IN, all);
            }
        });
    };
    let slopes = move || {
        let (model, inputs) = now.get();
        let gradient = model.gradient(&inputs);
        let row = |(i, g): (usize, &f64)| {
            format!("<span>{} = {}</span>", (texts(store).neuron.slope)(i + 1), pretty(*g, 4))
        };
        gradient.weights.iter().enumerate().map(row).collect::<String>()
    };
    let profile = RwSignal::new(None);
    view! {
        <article class="demo-body" data-demo="neuron">
            <h1 class="subject" tabindex="-1">{term(store, |w| w.neuron.title)}</h1>
            <p class="lead">{term(store, |w| w.neuron.lead)}</p>
            <div class="settings-grid">
                <FunctionMenu label=term(store, |w| w.function) />
                <ChoiceField label=term(store, |w| w.neuron.count) choices chosen choose />
            </div>
            <div class="pair">
                <section class="square">
                    <h2>{term(store, |w| w.neuron.plane)}</h2>
                    <p class="hint">{term(store, |w| w.neuron.plane_lead)}</p>
                    <Plot
                        id="neuron"
                        drawing=drawing(move || {
                            let (neuron, inputs) = now.get();
                            Plane { neuron, inputs }
                        })
                        label=Signal::derive(move || texts(store).neuron.plot.to_owned())
                        scale=Scale::Large
                        frame=plane
                    >
                        <div class="touchpad" on:pointerdown=drag on:pointermove=drag></div>
                    </Plot>
                </section>
                <section class="square">
                    <h2>{move || format!("f = {}", now.with(|(model, _)| model.act.name))}</h2>
                    <p class="hint">{term(store, |w| w.neuron.sum)} " → " {term(store, |w| w.neuron.output)}</p>
                    <Plot
                        id="neuron-profile"
                        drawing=drawing(move || {
                            let (neuron, inputs) = now.get();
                            Profile { neuron, inputs }
                        })
                        label=Signal::derive(move || (store.words().plot_label)(now.with(|(m, _)| m.act.name), false))
                        scale=Scale::Large
                        frame=profile
                    />
                </section>
            </div>
            <div class="equation">
                {rows}
                <KeySlider key=&B label=term(store, |w| w.neuron.bias) span=ENTRY />
            </div>
            <dl class="totals">
                <div><dt>{term(store, |w| w.neuron.sum)}</dt><dd>{number(|p| p.sum, "sum")}</dd></div>
                <div><dt>{term(store, |w| w.neuron.output)} ", f(Σ + b)"</dt><dd>{number(|p| p.output, "output")}</dd></div>
                <div><dt>"f′(Σ + b)"</dt><dd>{number(|p| p.slope, "slope")}</dd></div>
            </dl>
            <p class="slopes hint" inner_html=slopes></p>
        </article>
    }
}
