//! Handles on the curve: dragging one, or its arrow keys, changes the parameters it stands for.

use crate::page::browser::drag::Position;
use crate::page::state::page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::hand::{Hand, way};
use crate::page::widgets::probe::spot;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views::function::handles::{Handle, handles};
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// The layer with the handles of a function, over its plot.
#[component]
pub(crate) fn Handles(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let FunctionPlot { act, params, frame, .. } = plot;
    let all = handles(act);
    if all.is_empty() {
        return ().into_any();
    }
    let held = StoredValue::new(None::<&'static Handle>);
    let drag = Hand::new(page);
    // Sets what a point means; true if that changes anything.
    let pull = move |handle: &'static Handle, to: (f64, f64)| {
        let Some(now) = frame.get_untracked() else { return false };
        let before = params.get_untracked();
        let after = handle.dragged(act, &before, to, &now.window);
        for index in handle.params {
            if before[*index] != after[*index] {
                page.address.set_param(act, *index, after[*index]);
            }
        }
        before != after
    };
    let to = move |position: Option<Position>| {
        let (Some(Position { at: (px, py), .. }), Some(handle), Some(frame)) =
            (position, held.get_value(), frame.get_untracked())
        else {
            return;
        };
        pull(handle, (frame.to_x(px), frame.to_y(py)));
    };
    let keys = move |event: KeyboardEvent, handle: &'static Handle| {
        let Some((across, up)) = way(&event) else { return };
        let Some(window) = frame.get_untracked().map(|frame| frame.window) else { return };
        let Some((x, y)) = params.with_untracked(|p| handle.at(p, &window)) else { return };
        let part = if event.shift_key() { 1e-3 } else { 1e-2 };
        let step = (
            across * part * (window.x_max - window.x_min),
            up * part * (window.y_max - window.y_min),
        );
        // As far as it takes for the parameters to change, if they do.
        for size in [1.0, 2.0, 4.0, 8.0, 16.0] {
            if pull(handle, (x + size * step.0, y + size * step.1)) {
                break;
            }
        }
    };
    let one = move |handle: &'static Handle| {
        let at = move || {
            let frame = frame.get()?;
            let (x, y) = params.with(|p| handle.at(p, &frame.window))?;
            spot(&frame, x, y)
        };
        let first = &act.params[handle.params[0]];
        let symbols: Vec<_> = handle.params.iter().map(|i| act.params[*i].symbol).collect();
        let symbols = symbols.join(", ");
        let reading = move || {
            let each = handle.params.iter().map(|i| {
                format!("{} = {}", act.params[*i].symbol, params.with(|p| brief(p[*i], 5)))
            });
            each.collect::<Vec<_>>().join(", ")
        };
        let label = Signal::derive(move || (page.table(plots).plot.handle)(&symbols));
        let number = move || params.with(|p| p[handle.params[0]]);
        let low = move || shortest(first.slider.0.min(number()));
        let high = move || shortest(first.slider.1.max(number()));
        view! {
            <div
                class="bend grip"
                tabindex="0"
                role="slider"
                data-bends=first.name
                hidden=move || at().is_none()
                style:transform=at
                title=label
                aria-label=label
                aria-valuemin=low
                aria-valuemax=high
                aria-valuenow=move || shortest(number())
                aria-valuetext=reading
                on:pointerdown=move |event: PointerEvent| {
                    if event.button() == 0 {
                        held.set_value(Some(handle));
                    }
                }
                on:keydown=move |event| keys(event, handle)
            ></div>
        }
    };
    view! {
        <div
            class="bends"
            on:pointerdown=move |event| {
                // Without a jump to the pointer: the curve stays until the handle moves.
                drag.down(&event);
            }
            on:pointermove=move |event| to(drag.moved(&event))
            on:pointerup=move |event| {
                drag.up(&event);
                held.set_value(None);
            }
            on:pointercancel=move |event| {
                drag.cancelled(&event);
                held.set_value(None);
            }
        >
            {all.iter().map(one).collect_view()}
        </div>
    }
    .into_any()
}
