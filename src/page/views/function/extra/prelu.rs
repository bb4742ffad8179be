//! The extra of PReLU: the derivative in its slope at the probe, and one gradient step.

use super::cell::cell;
use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::slider::{Row, Slider, Span};
use activation_explorer::key::Key;
use activation_explorer::key::LR;
use activation_explorer::numeric::format::{brief, rounded};
use activation_explorer::views::function::extra::GOAL;
use activation_explorer::views::function::extra::prelu::{Step, USUAL, overlay, step};
use activation_explorer::views::function::extra::words;
use leptos::prelude::*;
use std::rc::Rc;

/// The section.
pub(crate) fn step_of(plot: FunctionPlot) -> AnyView {
    let page = page();
    let (goal, rate) = (page.address.number(&GOAL), page.address.number(&LR));
    let x = Memo::new(move |_| page.address.with(|s| s.x).unwrap_or(USUAL));
    let a = Memo::new(move |_| plot.params.with(|p| p.first().copied().unwrap_or_default()));
    let now = Memo::new(move |_| step(a.get(), (x.get(), goal.get()), rate.get()));
    // The target over the curve, with the line to it.
    Effect::new(move |_| {
        let (x, y, f) = (x.get(), goal.get(), now.get().f);
        plot.overlay.set(Some(overlay(x, f, y)));
    });
    on_cleanup(move || plot.overlay.set(None));
    let readout = Signal::derive(move || {
        let Step { f, df_da, dl_da, loss, .. } = now.get();
        let words = &page.table(words).prelu;
        cell("f(x)", "prelu-f", f)
            + &cell(words.derivative, "dfda", df_da)
            + &cell("L", "loss", loss)
            + &cell(words.loss, "dlda", dl_da)
    });
    let said = Signal::derive(move || {
        let words = &page.table(words).prelu;
        let Step { loss, a: next, loss_after, df_da, .. } = now.get();
        if df_da == 0.0 {
            return words.nothing.to_owned();
        }
        let [a, next, loss, after] = [a.get(), next, loss, loss_after].map(|v| brief(v, 4));
        let text = (words.would)(&a, &next, &loss, &after);
        if rate.get() * x.get() * x.get() > 2.0 {
            format!("{text} {}", words.overshoots)
        } else {
            text
        }
    });
    let take = move |_| {
        // Rounded to the digits worth having in the address.
        let next = rounded(now.get_untracked().a, 1e-9);
        page.address.edit(|s| {
            s.x = Some(x.get_untracked());
            s.set_param(plot.act, 0, next);
        });
    };
    let dial = move |key: &'static Key,
                     symbol: &str,
                     value: Memo<f64>,
                     span: Span,
                     pick: fn(
        &'static activation_explorer::views::function::extra::PreluWords,
    ) -> &'static str| {
        let label = move || pick(&page.table(words).prelu);
        let labels = (
            Signal::derive(move || label().to_owned()),
            Signal::derive(move || (page.table(words).prelu.exact)(label())),
        );
        let row = Row::symbol(symbol.to_owned(), labels);
        let set = Rc::new(move |number| page.address.set(key, number));
        view! { <Slider name=key.name id="prelu" row span value set /> }
    };
    let word = move |pick: fn(
        &'static activation_explorer::views::function::extra::PreluWords,
    ) -> &'static str| { Signal::derive(move || pick(&page.table(words).prelu)) };
    let (goal_span, rate_span) = (Span::even(-3.0, 3.0, 0.05), Span::even(0.01, 1.0, 0.01));
    view! {
        <section class="unit prelu">
            <h2>{word(|w| w.title)}</h2>
            <p>{word(|w| w.lead)}</p>
            <div class="dials">
                {dial(&GOAL, "y", goal, goal_span, |w| w.goal)}
                {dial(&LR, "η", rate, rate_span, |w| w.rate)}
            </div>
            <dl class="readout" inner_html=readout></dl>
            <p class="sentence" role="status">{spoken(said)}</p>
            <div class="buttons">
                <button type="button" data-do="step" on:click=take>{word(|w| w.step)}</button>
            </div>
        </section>
    }
    .into_any()
}
