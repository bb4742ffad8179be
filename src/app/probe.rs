//! What lies over a large plot: the crosshair with its dots and tangent, and everything that
//! pointers and keys do there.

use super::gestures::{Gesture, Pointers, wheel_factor};
use super::scene::Scene;
use super::store::store;
use activation_explorer::numeric::format::{pretty, rounded, shortest};
use activation_explorer::plot::{Frame, ZOOM_STEP};
use activation_explorer::properties::landmarks;
use activation_explorer::text::PlotKey;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// Nearer than this to a landmark, in CSS pixels, the probe goes to it.
const SNAP: f64 = 5.0;

/// The layer over the plot of `scene`.
#[component]
pub(super) fn Probe(scene: Scene) -> impl IntoView {
    let store = store();
    let Scene { act, params, frame, .. } = scene;
    let x = Memo::new(move |_| store.state.with(|s| s.x));
    let show = move |x: Option<f64>| {
        let x = x.map(|x| x + 0.0);
        if store.state.with_untracked(|s| s.x != x) {
            store.state.update(|s| s.x = x);
        }
    };
    // Where the probe was put, by a press, a key or the address; hovering only looks.
    let put = StoredValue::new(x.get_untracked());
    let set = move |x: f64| {
        put.set_value(Some(x));
        show(Some(x));
    };
    let marks = Memo::new(move |_| scene.found.with(landmarks));
    // To the precision of a pixel, more digits would be invented; or exactly to a landmark.
    let at = move |frame: &Frame, px: f64| {
        let near = marks.with_untracked(|marks| {
            let apart = |x: f64| (frame.to_px(x, 0.0).0 - px).abs();
            marks.iter().map(|m| m.x).filter(|x| apart(*x) < SNAP).min_by(|a, b| apart(*a).total_cmp(&apart(*b)))
        });
        let w = frame.window;
        let unit = (w.x_max - w.x_min) / frame.area.width;
        near.unwrap_or_else(|| rounded(frame.to_x(px).clamp(w.x_min, w.x_max), unit))
    };
    let pointers = Pointers::new();
    // In a frame the wheel scrolls the page around it, until the reader has pressed on the plot.
    let pressed = StoredValue::new(false);
    let zooms = move || store.state.with_untracked(|s| s.zooms());
    let act_on = move |gesture: Option<Gesture>| {
        let (Some(gesture), Some(now)) = (gesture, frame.get_untracked()) else { return };
        let inside = |px: f64| px >= now.area.left - 4.0 && px <= now.area.left + now.area.width + 4.0;
        match gesture {
            Gesture::Hover((px, _)) if inside(px) => show(Some(at(&now, px))),
            Gesture::Hover(_) => {}
            Gesture::Put((px, _)) => {
                pressed.set_value(true);
                set(at(&now, px));
            }
            Gesture::Pan(by) => scene.look_at(store, Some(now.panned(by))),
            Gesture::Pinch { at, factor, by } => {
                let window = now.zoomed(at, factor);
                scene.look_at(store, Some(Frame { window, ..now }.panned(by)));
            }
        }
    };
    let leave = move |_: PointerEvent| {
        if !pointers.any() {
            show(put.get_value());
        }
    };
    let wheel = move |event: web_sys::WheelEvent| {
        let Some(now) = frame.get_untracked() else { return };
        if !(event.ctrl_key() || event.meta_key() || zooms() || pressed.get_value()) {
            return;
        }
        event.prevent_default();
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        scene.look_at(store, Some(now.zoomed(at, wheel_factor(&event))));
    };
    let keys = move |event: KeyboardEvent| {
        let Some(now) = frame.get_untracked() else { return };
        let Some(key) = PlotKey::named(&event.key()) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || key == PlotKey::Fine {
            return;
        }
        event.prevent_default();
        press(scene, store, &now, key, event.shift_key(), x.get_untracked(), set);
    };
    let spot = move |pick: fn((f64, f64)) -> f64, right: bool| {
        let frame = frame.get()?;
        let frame = if right { frame.right() } else { frame };
        let x = x.get()?;
        let (px, py) = frame.to_px(x, pick(params.with(|p| act.eval(x, p))));
        inside(&frame, px, py).then(|| format!("translate({px}px, {py}px)"))
    };
    let line = move || {
        let frame = frame.get()?;
        let (px, _) = frame.to_px(x.get()?, 0.0);
        let a = frame.area;
        inside(&frame, px, a.top)
            .then(|| (format!("translate({px}px, {}px)", a.top), format!("{}px", a.height)))
    };
    let tangent = move || {
        let frame = frame.get()?;
        if !store.state.with(|s| s.extras.tangent) {
            return None;
        }
        let x = x.get()?;
        let (f, df) = params.with(|p| act.eval(x, p));
        let (px, py) = frame.to_px(x, f);
        let (ax, ay) = frame.to_px(x + 1.0, f + df);
        if !inside(&frame, px, py) {
            return None;
        }
        let angle = libm::atan2(ay - py, ax - px);
        let a = frame.area;
        angle.is_finite().then(|| {
            format!("translate({}px, {}px) rotate({angle}rad)", px - a.left, py - a.top)
        })
    };
    let clip = move |pick: fn(&Frame) -> f64| {
        move || frame.with(|f| f.as_ref().map(|f| format!("{}px", pick(f))))
    };
    let deriv = move || store.state.with(|s| s.deriv);
    let edge = move |pick: fn(&Frame) -> f64| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(|f| shortest(pick(f)))))
    };
    view! {
        <div
            class="probe"
            class:pans=move || store.state.with(|s| s.zooms())
            tabindex="0"
            role="slider"
            aria-label=store.word(|w| w.probe_label)
            aria-valuemin=edge(|f| f.window.x_min)
            aria-valuemax=edge(|f| f.window.x_max)
            aria-valuenow=move || {
                frame.with(|f| {
                    let w = f.map_or(act.window, |f| f.window);
                    shortest(x.get().unwrap_or(0.5 * (w.x_min + w.x_max)).clamp(w.x_min, w.x_max))
                })
            }
            aria-valuetext=move || reading(scene, x.get())
            on:pointerdown=move |event| act_on(pointers.down(&event))
            on:pointermove=move |event| act_on(pointers.moved(&event, zooms()))
            on:pointerup=move |event| act_on(pointers.up(&event))
            on:pointercancel=move |event| pointers.cancelled(&event)
            on:pointerleave=leave
            on:dblclick=move |_| scene.look_at(store, None)
            on:wheel=wheel
            on:keydown=keys
        >
            <div
                class="clip"
                style:left=clip(|f| f.area.left)
                style:top=clip(|f| f.area.top)
                style:width=clip(|f| f.area.width)
                style:height=clip(|f| f.area.height)
            >
                <div class="tangent" hidden=move || tangent().is_none() style:transform=tangent></div>
            </div>
            <div
                class="hair"
                hidden=move || line().is_none()
                style:transform=move || line().map(|l| l.0)
                style:height=move || line().map(|l| l.1)
            ></div>
            <div class="dot f" hidden=move || spot(|v| v.0, false).is_none() style:transform=move || spot(|v| v.0, false)></div>
            <div
                class="dot df"
                hidden=move || !deriv() || spot(|v| v.1, true).is_none()
                style:transform=move || spot(|v| v.1, true)
            ></div>
        </div>
    }
}

/// Does what a key asks for.
fn press(
    scene: Scene,
    store: super::store::Store,
    now: &Frame,
    key: PlotKey,
    fine: bool,
    x: Option<f64>,
    set: impl Fn(f64),
) {
    let (w, a) = (now.window, now.area);
    let span = w.x_max - w.x_min;
    let here = x.unwrap_or(0.5 * (w.x_min + w.x_max));
    let step = rounded(span / 100.0, span / 1000.0) * if fine { 0.1 } else { 1.0 };
    let middle = (a.left + a.width / 2.0, a.top + a.height / 2.0);
    let look = |window| scene.look_at(store, Some(window));
    // The window follows a probe that walks out of it.
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
    let marks = || scene.found.with_untracked(landmarks);
    match key {
        PlotKey::Right => go(here + step),
        PlotKey::Left => go(here - step),
        PlotKey::FarRight => go(here + 10.0 * step),
        PlotKey::FarLeft => go(here - 10.0 * step),
        PlotKey::First => set(w.x_min),
        PlotKey::Last => set(w.x_max),
        PlotKey::Next => marks().iter().find(|m| m.x > here).into_iter().for_each(|m| set(m.x)),
        PlotKey::Previous => {
            marks().iter().rev().find(|m| m.x < here).into_iter().for_each(|m| set(m.x));
        }
        PlotKey::In => look(now.zoomed(middle, ZOOM_STEP)),
        PlotKey::Out => look(now.zoomed(middle, 1.0 / ZOOM_STEP)),
        PlotKey::Home => scene.look_at(store, None),
        PlotKey::PanLeft => look(now.panned((a.width / 10.0, 0.0))),
        PlotKey::PanRight => look(now.panned((-a.width / 10.0, 0.0))),
        PlotKey::PanUp => look(now.panned((0.0, a.height / 10.0))),
        PlotKey::PanDown => look(now.panned((0.0, -a.height / 10.0))),
        PlotKey::Fine => {}
    }
}

fn inside(frame: &Frame, px: f64, py: f64) -> bool {
    let a = frame.area;
    (a.left..=a.left + a.width).contains(&px) && (a.top..=a.top + a.height).contains(&py)
}

/// The probe in words.
fn reading(scene: Scene, x: Option<f64>) -> String {
    x.map_or_else(String::new, |x| {
        let (f, df) = scene.params.with(|p| scene.act.eval(x, p));
        format!("x = {}, f(x) = {}, f′(x) = {}", pretty(x, 5), pretty(f, 5), pretty(df, 5))
    })
}
