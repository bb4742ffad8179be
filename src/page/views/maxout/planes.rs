//! A unit of two inputs as a map: a region for every piece, lines of equal height, a point to read.

use super::state::UnitState;
use crate::page::widgets::number_box::{Bounds, NumberBox};
use crate::page::widgets::pad::{Pad, PadPlot, axes};
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::spot;
use activation_explorer::numeric::format::{pretty, rounded, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::views::maxout::drawing::{self as drawings, color, middle};
use activation_explorer::views::maxout::model::plane::{Plane, planes, value};
use activation_explorer::views::maxout::{PLANES, X1, X2};
use leptos::prelude::*;
use std::rc::Rc;

/// Well-known units to start from, as links.
const SHAPES: &str = "<a href=\"?view=maxout&amp;planes=1,0,0,0,1,0\">max (x₁, x₂)</a> \
    <a href=\"?view=maxout&amp;planes=1,1,0,1,-1,0,-1,1,0,-1,-1,0\">|x₁| + |x₂|</a> \
    <a href=\"?view=maxout&amp;planes=0,0,0,1,1,0\">ReLU (x₁ + x₂)</a>";

/// The unit and the point at which it is read.
#[derive(Clone, Copy)]
struct Map {
    unit: UnitState,
    planes: Memo<Vec<Plane>>,
    count: Memo<usize>,
    at: Memo<(f64, f64)>,
    frame: RwSignal<Option<Frame>>,
}

impl Map {
    fn new(unit: UnitState) -> Self {
        let page = unit.page;
        let all = Memo::new(move |last: Option<&Vec<Plane>>| {
            let now = page.address.with(|s| planes(&s.list(&PLANES)));
            // The last list: a view being left has none in the address, but is still in the
            // document.
            if now.is_empty() { last.cloned().unwrap_or_default() } else { now }
        });
        Self {
            unit,
            planes: all,
            count: Memo::new(move |_| all.with(Vec::len)),
            at: Memo::new(move |_| page.address.with(|s| (s.number(&X1), s.number(&X2)))),
            frame: RwSignal::new(None),
        }
    }

    fn go(self, (x, y): (f64, f64)) {
        self.unit.page.address.edit(|s| {
            s.set_number(&X1, rounded(x, 0.01));
            s.set_number(&X2, rounded(y, 0.01));
        });
    }

    /// Sets one of the three numbers of a plane.
    fn set(self, plane: usize, which: usize, number: f64) {
        self.unit.page.address.edit(|s| {
            let mut all = s.list(&PLANES);
            if let Some(slot) = all.get_mut(3 * plane + which) {
                *slot = number;
            }
            s.set_list(&PLANES, all);
        });
    }

    fn resize(self, count: usize) {
        self.unit.page.address.edit(|s| {
            let mut all = s.list(&PLANES);
            // A new plane is level.
            all.resize(3 * count, 0.0);
            s.set_list(&PLANES, all);
        });
    }

    fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }
}

/// The section.
#[component]
pub(crate) fn Planes(unit: UnitState) -> impl IntoView {
    let map = Map::new(unit);
    let frame = map.frame;
    let put = Callback::new(move |(at, _): ((f64, f64), bool)| map.go(at));
    let nudge = Callback::new(move |(dx, dy): (f64, f64)| {
        let (x, y) = map.at.get_untracked();
        map.go((x + 0.1 * dx, y + 0.1 * dy));
    });
    let pad = PadPlot {
        frame,
        at: Signal::derive(move || Some(map.at.get())),
        label: unit.word(|w| w.point),
        reading: map.text(spoken),
        put,
        nudge,
    };
    // The number of each piece, in the middle of its region.
    let names = move || {
        let name = move |i: usize| {
            let place = move || {
                let frame = frame.get()?;
                let (x, y) = map.planes.with(|all| middle(all, i, &frame.window))?;
                spot(&frame, x, y)
            };
            view! { <b class=format!("name series-{}", color(i) + 1) aria-hidden="true" hidden=move || place().is_none() style:transform=place>{i + 1}</b> }
        };
        (0..map.count.get()).map(name).collect_view()
    };
    let ends = Signal::derive(move || {
        frame.get().map(|f| format!("<svg>{}</svg>", axes(&f, "x₁", "x₂"))).unwrap_or_default()
    });
    let rows = move || (0..map.count.get()).map(|i| view! { <Row map plane=i /> }).collect_view();
    let few = move || map.count.get() <= PLANES.entries().0 / 3;
    let full = move || map.count.get() >= PLANES.entries().1 / 3;
    view! {
        <section class="planes">
            <h2>{unit.word(|w| w.planes)}</h2>
            <p>{unit.word(|w| w.planes_lead)}</p>
            <div class="beside">
                <div class="map">
                    <Plot id="maxout-map" drawing=drawing(move || drawings::Map(map.planes.get())) label=map.text(|map| (map.unit.words().planes_plot)(map.count.get())) size=Size::Large frame>
                        <div class="names" aria-hidden="true" inner_html=ends></div>
                        <div class="names">{names}</div>
                        <Pad plot=pad />
                    </Plot>
                    <dl class="readout" inner_html=map.text(readout)></dl>
                </div>
                <div class="side">
                    <div class="rows">{rows}</div>
                    <div class="stepper">
                        <button type="button" data-do="fewer-planes" disabled=few aria-label=map.text(|map| (map.unit.words().remove)(map.count.get())) on:click=move |_| map.resize(map.count.get_untracked() - 1)>"−"</button>
                        <output>{map.text(|map| (map.unit.words().count)(map.count.get()))}</output>
                        <button type="button" data-do="more-planes" disabled=full aria-label=unit.word(|w| w.add) on:click=move |_| map.resize(map.count.get_untracked() + 1)>"+"</button>
                    </div>
                    <p class="hint links">{unit.word(|w| w.start_from)} " " <span inner_html=SHAPES></span></p>
                </div>
            </div>
        </section>
    }
}

/// One piece: both weights and the offset.
#[component]
fn Row(map: Map, plane: usize) -> impl IntoView {
    let cell = move |which: usize| {
        let read = move || {
            map.planes.with(|all| all.get(plane).map_or(0.0, |p| [p.w[0], p.w[1], p.b][which]))
        };
        view! {
            <NumberBox
                name=format!("{}-{}", ["w1", "w2", "b"][which], plane + 1)
                id=Some("maxout-map")
                bounds=Bounds { step: Some(0.05), ends: None }
                label=Signal::derive(move || (map.unit.words().plane_number)(plane + 1, which))
                value=Signal::derive(read)
                set=Rc::new(move |number| map.set(plane, which, number))
            />
        }
    };
    view! {
        <div class=format!("piece plane series-{}", color(plane) + 1)>
            <b>{plane + 1}</b>
            {cell(0)} <span aria-hidden="true">"x₁ +"</span>
            {cell(1)} <span aria-hidden="true">"x₂ +"</span>
            {cell(2)}
        </div>
    }
}

/// The readout at the point.
fn reading(map: Map) -> ((f64, f64), f64, usize, [f64; 2]) {
    let at = map.at.get();
    map.planes.with(|all| {
        let (h, i) = value(all, at);
        (at, h, i, all.get(i).map_or([f64::NAN; 2], |p| p.w))
    })
}

fn spoken(map: Map) -> String {
    let ((x, y), h, i, w) = reading(map);
    let [x, y, h, w1, w2] = [x, y, h, w[0], w[1]].map(|v| pretty(v, 3));
    let winner = map.unit.words().winner;
    format!("x₁ = {x}, x₂ = {y}, h = {h}, {winner}: {}, ∇h = ({w1}, {w2})", i + 1)
}

fn readout(map: Map) -> String {
    let ((x, y), h, i, w) = reading(map);
    let data = |read: &str, x: f64| {
        format!("<data data-read=\"{read}\" value=\"{}\">{}</data>", shortest(x), pretty(x, 4))
    };
    let cell = |label: &str, content: String| {
        format!("<div class=\"cell\"><dt>{label}</dt><dd>{content}</dd></div>")
    };
    cell("x₁, x₂", format!("{}, {}", data("x1", x), data("x2", y)))
        + &cell("h", data("h", h))
        + &cell(map.unit.words().winner, (i + 1).to_string())
        + &cell("∇h", format!("({}, {})", data("dh-1", w[0]), data("dh-2", w[1])))
}
