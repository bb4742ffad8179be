//! The extra of RReLU: slopes of training as curves and as the outputs of one unit, beside
//! evaluation.

use crate::page::browser::throttle::spoken;
use crate::page::state::{Page, page};
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::seed::{SeedBox, reseed};
use activation_explorer::key::SEED;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::views::function::extra::RreluWords;
use activation_explorer::views::function::extra::TRAIN;
use activation_explorer::views::function::extra::rrelu::{
    CURVES, DRAWS, Outputs, USUAL, moments, output, overlay, slopes,
};
use activation_explorer::views::function::extra::words;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// One unit in training.
#[derive(Clone, Copy)]
struct Draws {
    page: Page,
    x: Memo<f64>,
    bounds: Memo<(f64, f64)>,
    slopes: Memo<Vec<f64>>,
    outputs: Memo<Arc<Vec<f64>>>,
}

impl Draws {
    fn words(self) -> &'static RreluWords {
        &self.page.table(words).rrelu
    }

    /// The drawing of the histogram, tracked.
    fn histogram(self) -> Outputs {
        Outputs { x: self.x.get(), bounds: self.bounds.get(), outputs: self.outputs.get() }
    }
}

/// The section.
pub(crate) fn modes(plot: FunctionPlot) -> AnyView {
    let page = page();
    let seed = page.address.number(&SEED);
    let train = page.address.number(&TRAIN);
    let training = Memo::new(move |_| train.get() == 1.0);
    let x = Memo::new(move |_| page.address.with(|s| s.x).unwrap_or(USUAL));
    let bounds = Memo::new(move |_| plot.params.with(|p| (p[0], p[1])));
    let drawn = Memo::new(move |_| slopes(seed.get() as u32, DRAWS, bounds.get()));
    let outputs = Memo::new(move |_| {
        let x = x.get();
        drawn.with(|all| Arc::new(all.iter().map(|slope| output(x, *slope)).collect::<Vec<_>>()))
    });
    let draws = Draws { page, x, bounds, slopes: drawn, outputs };
    Effect::new(move |_| {
        let count = if training.get() { CURVES } else { 0 };
        let some = draws.slopes.with(|all| all.iter().take(count).copied().collect::<Vec<_>>());
        plot.overlay.set(Some(overlay(bounds.get(), some)));
    });
    on_cleanup(move || plot.overlay.set(None));
    let choices = vec![
        Item::new(0, move || draws.words().evaluation),
        Item::new(1, move || draws.words().training),
    ];
    let chosen = Signal::derive(move || Some(usize::from(training.get())));
    let choose = Rc::new(move |index: usize| page.address.set(&TRAIN, index as f64));
    let text = move |of: fn(Draws) -> String| Signal::derive(move || of(draws));
    let frame = RwSignal::new(None::<Frame>);
    let explained = Signal::derive(move || {
        let ((lower, upper), words) = (bounds.get(), draws.words());
        if training.get() {
            (words.drawn)(CURVES, &brief(lower, 4), &brief(upper, 4))
        } else {
            (words.fixed)(&brief(lower / 2.0 + upper / 2.0, 5))
        }
    });
    let reseed = reseed();
    view! {
        <section class="unit rrelu">
            <h2>{move || draws.words().title}</h2>
            <div class="buttons" role="group" aria-label=text(|d| d.words().title.to_owned())>
                <Choices attribute="data-train" choices chosen choose />
            </div>
            <p class="sentence" role="status">{spoken(explained)}</p>
            <h3>{text(|d| (d.words().histogram)(DRAWS, &brief(d.x.get(), 4)))}</h3>
            <div class="histogram">
                <Plot id="rrelu" drawing=drawing(move || draws.histogram()) label=text(|d| d.words().histogram_label.to_owned()) size=Size::Small frame />
            </div>
            <p class="hint" inner_html=text(said)></p>
            <div class="buttons">
                <button type="button" data-do="resample" on:click=move |_| reseed()>
                    {move || draws.words().resample}
                </button>
                <label class="inline">
                    {move || draws.words().seed}
                    <SeedBox />
                </label>
            </div>
            <h3>{move || draws.words().paper}</h3>
            <p>{text(convention)}</p>
        </section>
    }
    .into_any()
}

/// The moments of the histogram, in words.
fn said(draws: Draws) -> String {
    let words = draws.words();
    let x = draws.x.get();
    if x > 0.0 {
        return words.positive.to_owned();
    }
    let (mean, deviation) = draws.outputs.with(|o| moments(o));
    let (lower, upper) = draws.bounds.get();
    let data = |read: &str, value: f64| {
        format!(
            "<data translate=\"no\" data-read=\"{read}\" value=\"{}\">{}</data>",
            shortest(value),
            pretty(value, 4)
        )
    };
    let expected = x.abs() * (upper - lower) / 12f64.sqrt();
    (words.moments)(
        &data("sample-mean", mean),
        &pretty(draws.histogram().fixed(), 4),
        &data("sample-deviation", deviation),
        &pretty(expected, 4),
    )
}

/// The paper's convention, with the present bounds in its terms.
fn convention(draws: Draws) -> String {
    let ((lower, upper), words) = (draws.bounds.get(), draws.words());
    if lower > 0.0 {
        (words.divides)(&brief(1.0 / upper, 4), &brief(1.0 / lower, 4))
    } else {
        words.no_divisors.to_owned()
    }
}
