//! Handles on the curve: dragging one, or its arrow keys, changes the parameters it stands for.

use crate::page::browser::drag::Position;
use crate::page::browser::throttle::{READABLE, Throttle};
use crate::page::state::page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::hand::{Hand, way};
use crate::page::widgets::probe::{put, spot};
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views::function::handles::{Handle, handles};
use activation_explorer::words::plots::words as plots;
use leptos::html::Div;
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
    let grips: Vec<NodeRef<Div>> = all.iter().map(|_| NodeRef::new()).collect();
    let each = StoredValue::new(grips.iter().copied().zip(all).collect::<Vec<_>>());
    // For screen readers alone, which cannot say all of it.
    let say = Throttle::new(READABLE, move || {
        // The view may have been disposed of by then.
        let Some(each) = each.try_get_value() else { return };
        let p = params.get_untracked();
        for (grip, handle) in each {
            let Some(grip) = grip.get_untracked() else { continue };
            let number = p[handle.params[0]];
            let (low, high) = act.params[handle.params[0]].slider;
            let texts = handle
                .params
                .iter()
                .map(|i| format!("{} = {}", act.params[*i].symbol, brief(p[*i], 5)));
            for (name, value) in [
                ("aria-valuemin", shortest(low.min(number))),
                ("aria-valuemax", shortest(high.max(number))),
                ("aria-valuenow", shortest(number)),
                ("aria-valuetext", texts.collect::<Vec<_>>().join(", ")),
            ] {
                let _ = grip.set_attribute(name, &value);
            }
        }
    });
    Effect::new(move |_| {
        let frame = frame.get();
        params.with(|p| {
            each.with_value(|each| {
                for (grip, handle) in each {
                    let Some(grip) = grip.get() else { continue };
                    let at = frame.as_ref().and_then(|frame| {
                        let (x, y) = handle.at(p, &frame.window)?;
                        spot(frame, x, y)
                    });
                    put(&grip, at);
                }
            });
        });
        say.touch();
    });
    let one = move |(node_ref, handle): (NodeRef<Div>, &'static Handle)| {
        let first = &act.params[handle.params[0]];
        let symbols: Vec<_> = handle.params.iter().map(|i| act.params[*i].symbol).collect();
        let symbols = symbols.join(", ");
        let label = Signal::derive(move || (page.table(plots).plot.handle)(&symbols));
        view! {
            <div
                class="bend grip"
                tabindex="0"
                role="slider"
                data-bends=first.name
                node_ref=node_ref
                title=label
                aria-label=label
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
            {grips.into_iter().zip(all).map(one).collect_view()}
        </div>
    }
    .into_any()
}
