//! RReLU: slopes of training as curves and as the outputs of one unit, beside evaluation.

use super::say;
use crate::app::browser::throttle::spoken;
use crate::app::plot::{Plot, Scale, Subject};
use crate::app::scene::Scene;
use crate::app::store::{Store, store};
use crate::app::widgets::choices::{Choices, Item};
use crate::app::widgets::key_controls::{number, setter};
use crate::app::widgets::seed::{SeedBox, reseed};
use activation_explorer::activation::Window;
use activation_explorer::demo::rrelu::{band, histogram, moments, output, slopes};
use activation_explorer::numeric::clip::clip;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::plot::{Curve, Frame, Picture, Region, Role};
use activation_explorer::text::units::RreluWords;
use activation_explorer::view_state::knob::{SEED, TRAIN};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// How many curves of training are drawn.
const CURVES: usize = 12;
/// How many outputs the histogram counts.
const DRAWS: u32 = 1000;
/// How many bins it has.
const BINS: usize = 25;
/// The input while the probe is nowhere.
const USUAL: f64 = -1.0;

/// One unit in training.
#[derive(Clone, Copy)]
struct Draws {
    store: Store,
    scene: Scene,
    x: Memo<f64>,
    bounds: Memo<(f64, f64)>,
    slopes: Memo<Vec<f64>>,
    outputs: Memo<Vec<f64>>,
}

impl Draws {
    fn words(self) -> &'static RreluWords {
        &say(self.store).rrelu
    }

    /// The outputs that are possible, from left to right.
    fn range(self) -> (f64, f64) {
        let ((lower, upper), x) = (self.bounds.get(), self.x.get());
        let ends = (output(x, lower), output(x, upper));
        (ends.0.min(ends.1), ends.0.max(ends.1))
    }

    /// The value in evaluation.
    fn fixed(self) -> f64 {
        self.scene.params.with(|p| self.scene.act.f(self.x.get(), p))
    }
}

impl Subject for Draws {
    fn window(&self) -> Window {
        let (from, to) = self.range();
        let room = if to > from { 0.12 * (to - from) } else { 0.5 };
        let most = self.outputs.with(|o| histogram(o, (from, to), BINS)).counts.into_iter().max();
        Window::new(from - room, to + room, 0.0, 1.15 * f64::from(most.unwrap_or(1).max(1)))
    }

    fn follow(&self) {
        self.outputs.track();
        self.scene.params.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (from, to) = self.range();
        let all = self.outputs.with(|o| histogram(o, (from, to), BINS));
        let mut picture = Picture::default();
        // A single value is a bar as wide as a bin would be.
        let (start, width) = if to > from {
            (from, (to - from) / BINS as f64)
        } else {
            let width = (frame.window.x_max - frame.window.x_min) / BINS as f64;
            (from - width / 2.0, width)
        };
        for (i, count) in all.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let left = start + width * (i as f64 + 0.06);
            let corners = ((left, 0.0), (left + 0.88 * width, f64::from(*count)));
            picture.regions.push(Region::rectangle(Role::F, 130, corners.0, corners.1));
        }
        let fixed = self.fixed();
        let line = [(fixed, 0.0), (fixed, frame.window.y_max)];
        picture.curves.push(Curve {
            role: Role::Df,
            strokes: clip(&line, &frame.window),
            dots: Vec::new(),
        });
        picture
    }
}

/// The section.
pub(super) fn modes(scene: Scene) -> AnyView {
    let store = store();
    let seed = number(&SEED);
    let train = number(&TRAIN);
    let training = Memo::new(move |_| train.get() == 1.0);
    let x = Memo::new(move |_| store.state.with(|s| s.x).unwrap_or(USUAL));
    let bounds = Memo::new(move |_| scene.params.with(|p| (p[0], p[1])));
    let drawn = Memo::new(move |_| slopes(seed.get() as u32, DRAWS, bounds.get()));
    let outputs = Memo::new(move |_| {
        let x = x.get();
        drawn.with(|all| all.iter().map(|slope| output(x, *slope)).collect::<Vec<_>>())
    });
    let draws = Draws { store, scene, x, bounds, slopes: drawn, outputs };
    Effect::new(move |_| {
        let count = if training.get() { CURVES } else { 0 };
        let some = draws.slopes.with(|all| all.iter().take(count).copied().collect::<Vec<_>>());
        let bounds = bounds.get();
        scene.overlay.set(Some(Arc::new(move |frame: &Frame| {
            let corners = band(bounds, &frame.window);
            let filled = Region { role: Role::F, alpha: 26, corners };
            Picture {
                regions: if filled.corners.is_empty() { Vec::new() } else { vec![filled] },
                curves: some.iter().map(|a| drawn_curve(frame, *a)).collect(),
            }
        })));
    });
    on_cleanup(move || scene.overlay.set(None));
    let choices = vec![
        Item::new(0, move || draws.words().evaluation),
        Item::new(1, move || draws.words().training),
    ];
    let chosen = Signal::derive(move || Some(usize::from(training.get())));
    let choose = {
        let set = setter(&TRAIN);
        Rc::new(move |index: usize| set(index as f64))
    };
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
                <Plot id="rrelu" subject=Rc::new(draws) label=text(|d| d.words().histogram_label.to_owned()) scale=Scale::Small frame />
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

/// A curve of training across the window.
fn drawn_curve(frame: &Frame, slope: f64) -> Curve {
    let w = &frame.window;
    let corners =
        [(w.x_min, output(w.x_min, slope)), (0.0, 0.0), (w.x_max, output(w.x_max, slope))];
    let corners: Vec<_> = if w.x_min < 0.0 && w.x_max > 0.0 {
        corners.to_vec()
    } else {
        vec![corners[0], corners[2]]
    };
    Curve { role: Role::Guide, strokes: clip(&corners, w), dots: Vec::new() }
}

/// What the histogram comes to.
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
            "<data data-read=\"{read}\" value=\"{}\">{}</data>",
            shortest(value),
            pretty(value, 4)
        )
    };
    let expected = x.abs() * (upper - lower) / 12f64.sqrt();
    (words.moments)(
        &data("sample-mean", mean),
        &pretty(draws.fixed(), 4),
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
