//! The pad: a layer over a plot with one point, moved by pointer, by finger and by arrow keys.

use crate::page::browser::drag::Position;
use crate::page::state::page;
use crate::page::widgets::hand::{Hand, way};
use crate::page::widgets::probe::spot;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::{fixed, shortest};
use activation_explorer::plot::Frame;
use leptos::prelude::*;

/// PadPlot: the plot below the layer, the point on it, and the callbacks that move it.
#[derive(Clone, Copy)]
pub(crate) struct PadPlot {
    /// The frame of the plot.
    pub(crate) frame: RwSignal<Option<Frame>>,
    /// The point, if it is shown.
    pub(crate) at: Signal<Option<(f64, f64)>>,
    /// Its name.
    pub(crate) label: Signal<&'static str>,
    /// The numbers read there, in words.
    pub(crate) reading: Signal<String>,
    /// Puts it into the window; true where a drag begins.
    pub(crate) put: Callback<((f64, f64), bool)>,
    /// Moves it by so many steps across and up, fractions included.
    pub(crate) nudge: Callback<(f64, f64)>,
}

/// The names of the axes of a map, in italics at their ends, as SVG.
pub(crate) fn axes(frame: &Frame, across: &str, up: &str) -> String {
    let (area, zero) = (&frame.area, frame.to_px(0.0, 0.0));
    let name = |x: f64, y: f64, name: &str| {
        format!("<text class=\"axis\" x=\"{}\" y=\"{}\">{name}</text>", fixed(x, 1), fixed(y, 1))
    };
    name(area.left + area.width - 12.0, zero.1 - 7.0, across)
        + &name(zero.0 + 12.0, area.top + 15.0, up)
}

/// The layer with its point.
#[component]
pub(crate) fn Pad(plot: PadPlot) -> impl IntoView {
    let PadPlot { frame, at, label, reading, put, nudge } = plot;
    let drag = Hand::new(page());
    let going = StoredValue::new(false);
    let to = move |position: Option<Position>| {
        let (Some(Position { at: (px, py), .. }), Some(frame)) = (position, frame.get_untracked())
        else {
            return;
        };
        let first = going.try_update_value(|going| !std::mem::replace(going, true)) == Some(true);
        let w = frame.window;
        let x = within(frame.to_x(px), w.x_min, w.x_max);
        let y = within(frame.to_y(py), w.y_min, w.y_max);
        put.run(((x, y), first));
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let Some(by) = way(&event) else { return };
        let fine = if event.shift_key() { 0.1 } else { 1.0 };
        nudge.run((by.0 * fine, by.1 * fine));
    };
    let edge = move |pick: fn(&Frame) -> f64| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(|f| shortest(pick(f)))))
    };
    let place = move || frame.get().zip(at.get()).and_then(|(frame, (x, y))| spot(&frame, x, y));
    view! {
        <div
            class="pad"
            tabindex="0"
            role="slider"
            aria-label=label
            aria-valuemin=edge(|f| f.window.x_min)
            aria-valuemax=edge(|f| f.window.x_max)
            aria-valuenow=move || at.get().map(|(x, _)| shortest(x))
            aria-valuetext=reading
            on:pointerdown=move |event| {
                going.set_value(false);
                to(drag.down(&event));
            }
            on:pointermove=move |event| to(drag.moved(&event))
            on:pointerup=move |event| to(drag.up(&event))
            on:pointercancel=move |event| drag.cancelled(&event)
            on:keydown=keys
        >
            <div class="grip" hidden=move || place().is_none() style:transform=place></div>
        </div>
    }
}
