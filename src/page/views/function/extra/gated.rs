//! The extra of gated units: a map of both inputs, linked with the slices through its point.

use super::cell::cell;
use crate::page::state::page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::pad::{Pad, PadPlot, axes};
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::spot;
use activation_explorer::activation::Gated;
use activation_explorer::numeric::format::{brief, fixed, pretty, rounded};
use activation_explorer::plot::Frame;
use activation_explorer::views::function::extra::gated;
use activation_explorer::views::function::extra::words;
use leptos::prelude::*;

/// The unit and the point.
#[derive(Clone, Copy)]
struct Map {
    gated: &'static Gated,
    /// The point (b, a).
    at: Memo<(f64, f64)>,
}

impl Map {
    /// `(f, ∂f/∂a, ∂f/∂b)` at the point.
    fn eval(self) -> (f64, f64, f64) {
        let (b, a) = self.at.get();
        self.gated.eval(a, b)
    }
}

/// The section.
pub(crate) fn map(plot: FunctionPlot, unit: &'static Gated) -> AnyView {
    let page = page();
    let act = plot.act;
    let at = Memo::new(move |_| {
        let b = page.address.with(|s| s.x).unwrap_or(gated::USUAL);
        (b, plot.params.with(|p| p.first().copied().unwrap_or(1.0)))
    });
    let window = Memo::new(move |_| gated::window(act, at.get().1));
    let map = Map { gated: unit, at };
    let graph = move || gated::Map { gated: unit, window: window.get() };
    let slice = move || gated::Slice::new(act, unit, at.get().0, &window.get());
    let (frame, slice_frame) = (RwSignal::new(None::<Frame>), RwSignal::new(None::<Frame>));
    let go = move |b: f64, a: f64| {
        page.address.edit(|s| {
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
        let all = gated::lines(unit, &window.get());
        let above = all.iter().filter(|level| **level > 0.0).map(|level| brief(*level, 3));
        let words = &page.table(words).gated;
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
    let word = move |pick: fn(
        &'static activation_explorer::views::function::extra::GatedWords,
    ) -> &'static str| { Signal::derive(move || pick(&page.table(words).gated)) };
    let pad = PadPlot {
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
                        drawing=drawing(graph)
                        label=Signal::derive(move || (page.table(words).gated.map)(act.name))
                        size=Size::Large
                        frame
                    >
                        <div class="names" aria-hidden="true" inner_html=numbers></div>
                        <div class="names" aria-hidden="true" inner_html=cross></div>
                        <Pad plot=pad />
                    </Plot>
                    <p class="hint">{lines}</p>
                </div>
                <div class="slice">
                    <Plot
                        id=act.id
                        drawing=drawing(slice)
                        label=Signal::derive(move || page.table(words).gated.slice_label.to_owned())
                        size=Size::Small
                        frame=slice_frame
                    >
                        <div class="names">
                            <div class="dot f" hidden=move || dot().is_none() style:transform=dot></div>
                        </div>
                    </Plot>
                    <p class="hint">{move || (page.table(words).gated.slice)(&brief(at.get().0, 4))}</p>
                </div>
            </div>
            <dl class="readout" inner_html=readout></dl>
        </section>
    }
    .into_any()
}

/// The levels on their contour lines, and the names of the axes, as SVG.
fn numbers(map: Map, frame: &Frame) -> String {
    let mut svg = "<svg translate=\"no\">".to_owned() + &axes(frame, "b", "a");
    for (level, (x, y)) in gated::numbers(map.gated, frame) {
        svg += &format!(
            "<text x=\"{}\" y=\"{}\">{}</text>",
            fixed(x, 1),
            fixed(y + 4.0, 1),
            brief(level, 3)
        );
    }
    svg + "</svg>"
}

/// The lines through the point along which both slices are taken, as SVG.
fn cross(frame: &Frame, (b, a): (f64, f64)) -> String {
    let area = &frame.area;
    let (x, y) = frame.to_px(b, a);
    let (right, bottom) = (area.left + area.width, area.top + area.height);
    let mut svg = "<svg translate=\"no\">".to_owned();
    if (area.top..=bottom).contains(&y) {
        svg +=
            &format!("<path d=\"M{} {}H{}\"/>", fixed(area.left, 1), fixed(y, 1), fixed(right, 1));
    }
    if (area.left..=right).contains(&x) {
        svg +=
            &format!("<path d=\"M{} {}V{}\"/>", fixed(x, 1), fixed(area.top, 1), fixed(bottom, 1));
    }
    svg + "</svg>"
}
