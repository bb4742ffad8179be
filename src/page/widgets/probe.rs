//! The layer over a large plot: the crosshair of the probe, and its pointers and keys.

use crate::page::browser::gestures::{Gesture, Pointers};
use crate::page::browser::throttle::{SPOKEN, Throttle};
use crate::page::state::{Page, page};
use crate::page::widgets::hand::Before;
use crate::page::widgets::wheel::Wheel;
use activation_explorer::activation::Window;
use activation_explorer::address::Edges;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::{rounded, shortest};
use activation_explorer::plot::{Frame, ZOOM_STEP};
use activation_explorer::words::PlotKey;
use activation_explorer::words::plots::words as plots;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

/// The distance, in CSS pixels, within which the probe snaps to a landmark.
const SNAP: f64 = 5.0;

/// The probe's knowledge of the plot below it.
#[derive(Clone, Copy)]
pub(crate) struct ProbePlot {
    /// The frame of the plot.
    pub(crate) frame: RwSignal<Option<Frame>>,
    /// The landmarks in an interval.
    pub(crate) marks: Callback<Sought, Vec<f64>>,
    /// The height of the curve at the probe, if there is only one curve.
    pub(crate) height: Option<Signal<Option<f64>>>,
    /// The readout of the probe, in words.
    pub(crate) reading: Signal<String>,
}

/// Where landmarks are looked for: of endlessly many those nearest the anchor are enough.
#[derive(Clone, Copy)]
pub(crate) struct Sought {
    pub(crate) interval: (f64, f64),
    pub(crate) anchor: f64,
}

/// The landmarks of a plot that has all of them in a list, in increasing order.
pub(crate) fn listed(marks: Signal<Vec<f64>>) -> Callback<Sought, Vec<f64>> {
    Callback::new(move |Sought { interval: (from, to), .. }: Sought| {
        let inside = |x: &f64| from <= *x && *x <= to;
        marks.with_untracked(|marks| marks.iter().copied().filter(inside).collect())
    })
}

/// Sets the window; the view's own if `None`.
pub(crate) fn look_at(page: Page, window: Option<Window>) {
    let edges = window.map_or_else(Edges::default, Edges::of);
    if page.address.untracked(|s| s.edges != edges) {
        page.address.edit(|s| s.edges = edges);
    }
}

/// The CSS position of a point in the frame; `None` outside.
pub(crate) fn spot(frame: &Frame, x: f64, y: f64) -> Option<String> {
    let (px, py) = frame.to_px(x, y);
    inside(frame, px, py).then(|| moved(px, py))
}

/// The CSS that moves something so many pixels right and down.
pub(crate) fn moved(right: f64, down: f64) -> String {
    format!("translate({}px, {}px)", shortest(right), shortest(down))
}

/// Moves an element to its place, a CSS transform; hides it where it has none.
///
/// What follows a curve is moved by one effect for all of it: a slider's step has no time for two
/// effects, one of them to hide, for each.
pub(crate) fn put(element: &HtmlElement, place: Option<String>) {
    if element.hidden() == place.is_some() {
        element.set_hidden(place.is_none());
    }
    if let Some(place) = place {
        let _ = HtmlElement::style(element).set_property("transform", &place);
    }
}

/// Where the probe of a view is that nobody has put anywhere: at `usual`, or in the middle of a
/// window without that.
pub(crate) fn at_rest(usual: f64, window: &Window) -> f64 {
    let inside = window.x_min < usual && usual < window.x_max;
    if inside { usual } else { 0.5 * (window.x_min + window.x_max) }
}

/// The layer over a plot; `children` are dots and lines at the probe.
#[component]
pub(crate) fn Probe(
    plot: ProbePlot,
    /// The place that is read where nobody has put the probe.
    #[prop(default = None)]
    placed: Option<Memo<f64>>,
    children: Children,
) -> impl IntoView {
    let page = page();
    let ProbePlot { frame, marks, reading, .. } = plot;
    let x = Memo::new(move |_| page.address.with(|s| s.x));
    let read = move || x.get().or_else(|| placed.map(|placed| placed.get()));
    let show = move |x: Option<f64>| {
        let x = x.map(|x| x + 0.0);
        if page.address.untracked(|s| s.x != x) {
            page.address.edit(|s| s.x = x);
        }
    };
    // The probe as set by a press, a key, a button or the address; hovering does not set it.
    let put = StoredValue::new(x.get_untracked());
    let put_before = StoredValue::new(None::<f64>);
    let looked = StoredValue::new(None::<f64>);
    Effect::new(move |_| {
        let x = x.get();
        if x != looked.get_value() {
            put.set_value(x);
        }
    });
    let set = move |x: f64| {
        put.set_value(Some(x));
        show(Some(x));
    };
    // To the precision of a pixel, as more digits would be invented; or exactly to a landmark.
    let at = move |frame: &Frame, px: f64| {
        let apart = |x: f64| (frame.to_px(x, 0.0).0 - px).abs();
        let interval = (frame.to_x(px - SNAP), frame.to_x(px + SNAP));
        let near = marks.run(Sought { interval, anchor: frame.to_x(px) });
        let near = near.into_iter().reduce(|a, b| if apart(b) < apart(a) { b } else { a });
        let w = frame.window;
        let unit = (w.x_max - w.x_min) / frame.area.width;
        near.unwrap_or_else(|| rounded(within(frame.to_x(px), w.x_min, w.x_max), unit))
    };
    let pointers = Pointers::new();
    let before = Before::new(page);
    let zooms = move || page.address.untracked(|s| s.zooms());
    let act_on = move |gesture: Option<Gesture>| {
        let (Some(gesture), Some(now)) = (gesture, frame.get_untracked()) else { return };
        let inside =
            |px: f64| px >= now.area.left - 4.0 && px <= now.area.left + now.area.width + 4.0;
        match gesture {
            Gesture::Hover((px, _)) if inside(px) => {
                let x = Some(at(&now, px));
                looked.set_value(x);
                show(x);
            }
            Gesture::Hover(_) => {}
            Gesture::Put((px, _)) => set(at(&now, px)),
            Gesture::Pan(by) => look_at(page, Some(now.panned(by))),
            Gesture::Pinch { at, factor, by } => {
                let window = now.zoomed(at, factor);
                look_at(page, Some(Frame { window, ..now }.panned(by)));
            }
        }
    };
    let down = move |event: PointerEvent| {
        if !pointers.any() {
            before.keep();
            put_before.set_value(put.get_value());
        }
        act_on(pointers.down(&event));
    };
    let cancel = move |event: PointerEvent| {
        if pointers.cancelled(&event) {
            before.undo();
            put.set_value(put_before.get_value());
        }
    };
    let leave = move |_: PointerEvent| {
        if !pointers.any() {
            show(put.get_value());
        }
    };
    let turned = Callback::new(move |(at, factor)| {
        if let Some(Some(now)) = frame.try_get_untracked() {
            look_at(page, Some(now.zoomed(at, factor)));
        }
    });
    let keys = move |event: KeyboardEvent| {
        let Some(now) = frame.get_untracked() else { return };
        let Some(key) = PlotKey::named(&event.key()) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || key.held() {
            return;
        }
        event.prevent_default();
        press(plot, page, &now, key, event.shift_key(), untrack(read), set);
    };
    let line = move || {
        let frame = frame.get()?;
        let (px, _) = frame.to_px(read()?, 0.0);
        let a = frame.area;
        inside(&frame, px, a.top).then(|| (moved(px, a.top), shortest(a.height) + "px"))
    };
    let edge = move |pick: fn(&Frame) -> f64| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(|f| shortest(pick(f)))))
    };
    // For screen readers alone: the numbers below follow a slider sooner.
    let layer = NodeRef::<Div>::new();
    let say = Throttle::new(SPOKEN, move || {
        // The view may have been disposed of by then.
        if let Some(Some(layer)) = layer.try_get_untracked() {
            let _ = layer.set_attribute("aria-valuetext", &reading.get_untracked());
        }
    });
    Effect::new(move |_| {
        if read().is_some() {
            page.address.whole(|_| ());
        }
        layer.track();
        say.touch();
    });
    view! {
        <div
            class="probe"
            node_ref=layer
            tabindex="0"
            role="slider"
            aria-label=page.word(|w| w.probe_label)
            aria-valuemin=edge(|f| f.window.x_min)
            aria-valuemax=edge(|f| f.window.x_max)
            aria-valuenow=move || {
                frame.with(|f| {
                    let w = f.map(|f| f.window)?;
                    let x = read().unwrap_or(0.5 * (w.x_min + w.x_max));
                    Some(shortest(within(x, w.x_min, w.x_max)))
                })
            }
            on:pointerdown=down
            on:pointermove=move |event| act_on(pointers.moved(&event, zooms()))
            on:pointerup=move |event| act_on(pointers.up(&event))
            on:pointercancel=cancel
            on:pointerleave=leave
            on:dblclick=move |_| look_at(page, None)
            on:keydown=keys
        >
            <div
                class="hair"
                hidden=move || line().is_none()
                style:transform=move || line().map(|l| l.0)
                style:height=move || line().map(|l| l.1)
            ></div>
            {children()}
            <Wheel layer zoom=turned pointers />
        </div>
    }
}

/// Zooms about the probe, if it is in the window, else about the middle. So a reader who cannot
/// drag can move the window: probe, zoom out, probe elsewhere, zoom in.
fn zoom(plot: ProbePlot, page: Page, factor: f64) {
    let Some(now) = plot.frame.get_untracked() else { return };
    let a = now.area;
    let read = page.address.untracked(|s| s.x).map(|x| match plot.height {
        Some(height) => now.to_px(x, height.get_untracked().unwrap_or(f64::NAN)),
        None => (now.to_px(x, 0.0).0, a.top + a.height / 2.0),
    });
    let point = read.filter(|(px, py)| inside(&now, *px, *py));
    let point = point.unwrap_or((a.left + a.width / 2.0, a.top + a.height / 2.0));
    look_at(page, Some(now.zoomed(point, factor)));
}

/// The buttons that zoom, and the one back to the usual window.
#[component]
pub(crate) fn Zoom(plot: ProbePlot, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let page = page();
    let home = Memo::new(move |_| page.address.with(|s| s.edges.is_empty()));
    let button = move |sign: &'static str, label: Signal<&'static str>, factor: f64| {
        view! {
            <button type="button" aria-label=label title=label on:click=move |_| zoom(plot, page, factor)>
                {sign}
            </button>
        }
    };
    view! {
        <div class="zoom" role="group">
            {button("+", page.say(plots, |w| w.plot.zoom_in), ZOOM_STEP)}
            {button("−", page.say(plots, |w| w.plot.zoom_out), 1.0 / ZOOM_STEP)}
            <button type="button" disabled=home on:click=move |_| look_at(page, None)>
                {page.say(plots, |w| w.plot.home)}
            </button>
            {children.map(|children| children())}
        </div>
    }
}

/// Carries out the action of a key.
fn press(
    plot: ProbePlot,
    page: Page,
    now: &Frame,
    key: PlotKey,
    fine: bool,
    x: Option<f64>,
    set: impl Fn(f64) + Copy,
) {
    let (w, a) = (now.window, now.area);
    let span = w.x_max - w.x_min;
    let here = x.unwrap_or(0.5 * (w.x_min + w.x_max));
    let step = rounded(span / 100.0, span / 1000.0) * if fine { 0.1 } else { 1.0 };
    let look = |window| look_at(page, Some(window));
    // The window follows a probe that leaves it.
    let go = |x: f64| {
        let x = rounded(x, step);
        let beyond = if x > w.x_max {
            x - w.x_max
        } else if x < w.x_min {
            x - w.x_min
        } else {
            0.0
        };
        if beyond != 0.0 {
            look(now.panned((-beyond / span * a.width, 0.0)));
        }
        set(x);
    };
    // To a place far away in the middle of the window.
    let show = |x: f64| {
        if !(w.x_min..=w.x_max).contains(&x) {
            look(now.panned((a.left + a.width / 2.0 - now.to_px(x, 0.0).0, 0.0)));
        }
        set(x);
    };
    let marks = |interval| plot.marks.run(Sought { interval, anchor: here });
    match key {
        PlotKey::Right => go(here + step),
        PlotKey::Left => go(here - step),
        PlotKey::FarRight => go(here + 10.0 * step),
        PlotKey::FarLeft => go(here - 10.0 * step),
        PlotKey::First => set(w.x_min),
        PlotKey::Last => set(w.x_max),
        PlotKey::Next => {
            let next = marks((here, f64::INFINITY)).into_iter().find(|x| *x > here);
            next.into_iter().for_each(show);
        }
        PlotKey::Previous => {
            let before = marks((f64::NEG_INFINITY, here)).into_iter().rev().find(|x| *x < here);
            before.into_iter().for_each(show);
        }
        PlotKey::In => zoom(plot, page, ZOOM_STEP),
        PlotKey::Out => zoom(plot, page, 1.0 / ZOOM_STEP),
        PlotKey::Home => look_at(page, None),
        PlotKey::PanLeft => look(now.panned((a.width / 10.0, 0.0))),
        PlotKey::PanRight => look(now.panned((-a.width / 10.0, 0.0))),
        PlotKey::PanUp => look(now.panned((0.0, a.height / 10.0))),
        PlotKey::PanDown => look(now.panned((0.0, -a.height / 10.0))),
        PlotKey::Fine | PlotKey::Wheel => {}
    }
}

fn inside(frame: &Frame, px: f64, py: f64) -> bool {
    let a = frame.area;
    (a.left..=a.left + a.width).contains(&px) && (a.top..=a.top + a.height).contains(&py)
}
