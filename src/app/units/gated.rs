//! A gated unit as a map of both inputs, linked with the slices through its point.

use super::{cell, say};
use crate::app::plot::{Plot, Scale, Subject};
use crate::app::probe::spot;
use crate::app::scene::Scene;
use crate::app::store::store;
use crate::app::widgets::pad::{Hand, Pad, axes};
use activation_explorer::activation::{Activation, Gated, Window};
use activation_explorer::demo::gated::{beyond, contour, label, levels};
use activation_explorer::numeric::clip::clip;
use activation_explorer::numeric::format::{brief, pretty, rounded};
use activation_explorer::plot::{Curve, Frame, Picture, Region, Role};
use leptos::prelude::*;
use std::rc::Rc;

/// How far up the map goes at least.
const HIGH: f64 = 3.0;
/// How many lines the map has to either side of 0.
const LINES: usize = 6;
/// How far apart the numbers on the lines are at least, in CSS pixels.
const APART: f64 = 18.0;
/// Where b is while the probe is nowhere.
const USUAL: f64 = 1.0;

/// The unit and the point.
#[derive(Clone, Copy)]
struct Map {
    act: &'static Activation,
    gated: &'static Gated,
    /// (b, a).
    at: Memo<(f64, f64)>,
    window: Memo<Window>,
}

impl Map {
    /// `(f, ∂f/∂a, ∂f/∂b)` at the point.
    fn eval(self) -> (f64, f64, f64) {
        let (b, a) = self.at.get();
        self.gated.eval(a, b)
    }
}

impl Subject for Map {
    fn window(&self) -> Window {
        self.window.get()
    }

    fn follow(&self) {}

    fn picture(&self, frame: &Frame) -> Picture {
        let mut picture = Picture::default();
        for level in levels(self.gated, &frame.window, LINES) {
            let strokes = contour(self.gated, level, &frame.window);
            // Fills lie on one another, so the tone deepens with the level.
            let (fill, line) = if level > 0.0 {
                (Role::F, Role::SeriesDf(0))
            } else {
                (Role::Df, Role::SeriesDf(1))
            };
            for corners in beyond(&strokes, &frame.window) {
                picture.regions.push(Region { role: fill, alpha: 18, corners });
            }
            picture.curves.push(Curve { role: line, strokes, dots: Vec::new() });
        }
        picture
    }
}

/// f over a for the b of the point.
#[derive(Clone, Copy)]
struct Slice(Map);

impl Subject for Slice {
    fn window(&self) -> Window {
        let w = self.0.window.get();
        Window::new(w.y_min, w.y_max, self.0.act.window.y_min, self.0.act.window.y_max)
    }

    fn follow(&self) {
        self.0.at.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let (b, _) = self.0.at.get();
        let slope = self.0.gated.eval(1.0, b).1;
        let mut picture = Picture::default();
        for (role, height) in
            [(Role::Df, [slope; 2]), (Role::F, [slope * w.x_min, slope * w.x_max])]
        {
            let ends = [(w.x_min, height[0]), (w.x_max, height[1])];
            picture.curves.push(Curve { role, strokes: clip(&ends, w), dots: Vec::new() });
        }
        picture
    }
}

/// The section.
pub(super) fn map(scene: Scene, gated: &'static Gated) -> AnyView {
    let store = store();
    let act = scene.act;
    let at = Memo::new(move |_| {
        let b = store.state.with(|s| s.x).unwrap_or(USUAL);
        (b, scene.params.with(|p| p.first().copied().unwrap_or(1.0)))
    });
    // Grows to whole numbers, so that it does not follow every step.
    let window = Memo::new(move |_| {
        let high = at.get().1.abs().ceil().max(HIGH);
        Window::new(act.window.x_min, act.window.x_max, -high, high)
    });
    let map = Map { act, gated, at, window };
    let (frame, slice_frame) = (RwSignal::new(None::<Frame>), RwSignal::new(None::<Frame>));
    let go = move |b: f64, a: f64| {
        store.state.update(|s| {
            s.x = Some(b);
            s.set_param(act, 0, a);
        });
    };
    let put = Callback::new(move |((b, a), _): ((f64, f64), bool)| {
        let Some(frame) = frame.get_untracked() else { return };
        let (w, area) = (frame.window, frame.area);
        let unit = |low: f64, high: f64, size: f64| (high - low) / size;
        go(
            rounded(b, unit(w.x_min, w.x_max, area.width)),
            rounded(a, unit(w.y_min, w.y_max, area.height)),
        );
    });
    let nudge = Callback::new(move |(right, up): (f64, f64)| {
        let (b, a) = at.get_untracked();
        let moved = |x: f64, steps: f64| {
            if steps == 0.0 { x } else { rounded(x + 0.1 * steps, 0.1 * steps.abs().min(1.0)) }
        };
        go(moved(b, right), moved(a, up));
    });
    let text = move |of: fn(Map) -> String| Signal::derive(move || of(map));
    let reading = text(|map| {
        let ((b, a), (f, da, db)) = (map.at.get(), map.eval());
        let [b, a, f, da, db] = [b, a, f, da, db].map(|x| pretty(x, 4));
        format!("b = {b}, a = {a}, f = {f}, ∂f/∂a = {da}, ∂f/∂b = {db}")
    });
    let readout = text(|map| {
        let ((b, a), (f, da, db)) = (map.at.get(), map.eval());
        cell("b", "b", b)
            + &cell("a", "a", a)
            + &cell("f(a, b)", "gated-f", f)
            + &cell("∂f/∂a", "dfda", da)
            + &cell("∂f/∂b", "dfdb", db)
    });
    let lines = Signal::derive(move || {
        let all = levels(gated, &window.get(), LINES);
        let above = all.iter().filter(|level| **level > 0.0).map(|level| brief(*level, 3));
        let words = &say(store).gated;
        let above = above.collect::<Vec<_>>().join(", ±");
        format!("{}{}", (words.levels)(&above), (words.other)(&brief(at.get().1, 4)))
    });
    let numbers = Signal::derive(move || frame.get().map(|f| numbers(map, &f)).unwrap_or_default());
    let cross =
        Signal::derive(move || frame.get().map(|f| cross(&f, at.get())).unwrap_or_default());
    let dot = move || {
        let (_, a) = at.get();
        spot(&slice_frame.get()?, a, map.eval().0)
    };
    let word =
        move |pick: fn(&'static activation_explorer::text::units::GatedWords) -> &'static str| {
            Signal::derive(move || pick(&say(store).gated))
        };
    let hand = Hand {
        frame,
        at: Signal::derive(move || Some(at.get())),
        label: word(|w| w.point),
        reading,
        put,
        nudge,
    };
    view! {
        <section class="unit gated">
            <h2>{word(|w| w.title)}</h2>
            <p>{word(|w| w.lead)}</p>
            <div class="beside">
                <div class="map">
                    <Plot
                        id=act.id
                        subject=Rc::new(map)
                        label=Signal::derive(move || (say(store).gated.map)(act.name))
                        scale=Scale::Large
                        frame
                    >
                        <div class="names" aria-hidden="true" inner_html=numbers></div>
                        <div class="names" aria-hidden="true" inner_html=cross></div>
                        <Pad hand />
                    </Plot>
                    <p class="hint">{lines}</p>
                </div>
                <div class="slice">
                    <Plot
                        id=act.id
                        subject=Rc::new(Slice(map))
                        label=Signal::derive(move || say(store).gated.slice_label.to_owned())
                        scale=Scale::Small
                        frame=slice_frame
                    >
                        <div class="names">
                            <div class="dot f" hidden=move || dot().is_none() style:transform=dot></div>
                        </div>
                    </Plot>
                    <p class="hint">{move || (say(store).gated.slice)(&brief(at.get().0, 4))}</p>
                </div>
            </div>
            <dl class="readout" inner_html=readout></dl>
        </section>
    }
    .into_any()
}

/// The levels on their lines, and what the axes are, as SVG.
fn numbers(map: Map, frame: &Frame) -> String {
    let w = &frame.window;
    let mut svg = "<svg>".to_owned() + &axes(frame, "b", "a");
    let mut last = (f64::NEG_INFINITY, 0.0);
    // From the largest down: where there is too little room it is for the small ones.
    for level in levels(map.gated, w, LINES).into_iter().rev() {
        let Some((b, a)) = label(&contour(map.gated, level, w), w) else { continue };
        let (x, y) = frame.to_px(b, a);
        let room = libm::hypot(x - last.0, y - last.1) >= APART;
        if room && (y - frame.to_px(0.0, 0.0).1).abs() >= 0.5 * APART {
            last = (x, y);
            svg += &format!("<text x=\"{x:.1}\" y=\"{:.1}\">{}</text>", y + 4.0, brief(level, 3));
        }
    }
    svg + "</svg>"
}

/// Where both slices are taken, as SVG.
fn cross(frame: &Frame, (b, a): (f64, f64)) -> String {
    let area = &frame.area;
    let (x, y) = frame.to_px(b, a);
    let (right, bottom) = (area.left + area.width, area.top + area.height);
    let mut svg = "<svg>".to_owned();
    if (area.top..=bottom).contains(&y) {
        svg += &format!("<path d=\"M{:.1} {y:.1}H{right:.1}\"/>", area.left);
    }
    if (area.left..=right).contains(&x) {
        svg += &format!("<path d=\"M{x:.1} {:.1}V{bottom:.1}\"/>", area.top);
    }
    svg + "</svg>"
}
