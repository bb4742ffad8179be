//! Points over a plot, each moved by pointer, by finger and by arrow keys.

use crate::page::browser::drag::Position;
use crate::page::state::page;
use crate::page::widgets::hand::{Hand, way};
use crate::page::widgets::probe::spot;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::{pretty, rounded, shortest};
use activation_explorer::plot::Frame;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// The distance that an arrow key moves a point.
const STEP: f64 = 0.05;

/// A point that can be moved.
#[derive(Clone, Copy)]
pub(crate) struct Point {
    /// Its name, in `data-point`.
    pub(crate) name: &'static str,
    /// Its label.
    pub(crate) label: Signal<&'static str>,
    /// Its place in the plot's coordinates.
    pub(crate) at: Signal<(f64, f64)>,
    /// Moves it.
    pub(crate) put: Callback<(f64, f64)>,
}

/// The layer with the points.
#[component]
pub(crate) fn Points(
    frame: RwSignal<Option<Frame>>,
    points: Vec<Point>,
    /// The point that a press beside all of them moves there, if one does.
    #[prop(optional)]
    elsewhere: Option<Point>,
    /// True while a pointer has hold of one.
    #[prop(optional)]
    held: Option<RwSignal<bool>>,
) -> impl IntoView {
    let drag = Hand::new(page());
    let holds = StoredValue::new(None::<Point>);
    let hold = move |point: Option<Point>| {
        holds.set_value(point);
        held.into_iter().for_each(|held| held.set(point.is_some()));
    };
    let to = move |position: Option<Position>| {
        let (Some(Position { at: (px, py), .. }), Some(point), Some(frame)) =
            (position, holds.get_value(), frame.get_untracked())
        else {
            return;
        };
        let w = frame.window;
        // To the pixel, so that the address is short.
        let unit = (w.x_max - w.x_min) / frame.area.width;
        let x = rounded(within(frame.to_x(px), w.x_min, w.x_max), unit);
        let y = rounded(within(frame.to_y(py), w.y_min, w.y_max), unit);
        point.put.run((x, y));
    };
    let down = move |event: PointerEvent| {
        // Of a point the place it is pressed at tells nothing: it moves with the pointer.
        let jumps = holds.with_value(Option::is_none);
        if jumps {
            hold(elsewhere);
        }
        let position = drag.down(&event);
        if jumps {
            to(position);
        }
    };
    let keys = move |event: KeyboardEvent, point: Point| {
        let Some(by) = way(&event) else { return };
        let step = if event.shift_key() { STEP / 10.0 } else { STEP };
        let (x, y) = point.at.get_untracked();
        point
            .put
            .run((rounded(x + by.0 * step, STEP / 100.0), rounded(y + by.1 * step, STEP / 100.0)));
    };
    let edge = move |pick: fn(&Frame) -> f64| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(|f| shortest(pick(f)))))
    };
    let one = |point: Point| {
        let Point { name, label, at, .. } = point;
        let place = move || {
            let (x, y) = at.get();
            frame.with(|frame| spot(frame.as_ref()?, x, y))
        };
        let reading = move || {
            let (x, y) = at.get();
            format!("({}, {})", pretty(x, 3), pretty(y, 3))
        };
        view! {
            <div
                class="bend grip"
                tabindex="0"
                role="slider"
                data-point=name
                hidden=move || place().is_none()
                style:transform=place
                title=label
                aria-label=label
                aria-valuemin=edge(|f| f.window.x_min)
                aria-valuemax=edge(|f| f.window.x_max)
                aria-valuenow=move || shortest(at.get().0)
                aria-valuetext=reading
                on:pointerdown=move |event: PointerEvent| {
                    if event.button() == 0 && holds.with_value(Option::is_none) {
                        hold(Some(point));
                    }
                }
                on:keydown=move |event| keys(event, point)
            ></div>
        }
    };
    view! {
        <div
            class="bends points"
            class:anywhere=elsewhere.is_some()
            on:pointerdown=down
            on:pointermove=move |event| to(drag.moved(&event))
            on:pointerup=move |event| {
                to(drag.up(&event));
                hold(None);
            }
            on:pointercancel=move |event| {
                drag.cancelled(&event);
                hold(None);
            }
        >
            {points.into_iter().map(one).collect_view()}
        </div>
    }
}
