//! Two handles on every piece: dragging one turns the line about the other.

use super::state::UnitState;
use crate::page::browser::drag::Position;
use crate::page::widgets::hand::Hand;
use crate::page::widgets::probe::spot;
use activation_explorer::numeric::format::{brief, rounded};
use activation_explorer::views::maxout::drawing::{color, handles};
use activation_explorer::views::maxout::model::Piece;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// The least distance of two handles, in parts of the window's width.
const APART: f64 = 0.04;

/// The handle being dragged, which stays where it is on its line while the line turns.
#[derive(Clone, Copy, PartialEq)]
struct HeldHandle {
    piece: usize,
    end: usize,
    /// The x of the handle.
    x: f64,
    /// The other handle, about which the line turns.
    anchor: (f64, f64),
}

/// The layer with the handles.
#[component]
pub(crate) fn Handles(unit: UnitState) -> impl IntoView {
    let frame = unit.frame;
    let held = RwSignal::new(None::<HeldHandle>);
    // The handles at both ends of a piece.
    let ends = move |index: usize| {
        let frame = frame.get()?;
        let piece = unit.pieces.with(|p| p.get(index).copied())?;
        match held.get() {
            Some(HeldHandle { piece: i, end, x, anchor }) if i == index => {
                let mut ends = [anchor; 2];
                ends[end] = (x, piece.at(x));
                Some(ends)
            }
            _ => handles(&piece, index, &frame.window),
        }
    };
    let take = move |piece: usize, end: usize| {
        if let Some(ends) = untrack(|| ends(piece)) {
            held.set(Some(HeldHandle { piece, end, x: ends[end].0, anchor: ends[1 - end] }));
        }
    };
    // The piece through the anchor and a point, with short numbers.
    let turn = move |held_now: HeldHandle, (x, y): (f64, f64)| {
        let Some(frame) = frame.get_untracked() else { return };
        let (w, a) = (&frame.window, &frame.area);
        let (span, tall) = (w.x_max - w.x_min, w.y_max - w.y_min);
        let (x0, y0) = held_now.anchor;
        let gap = APART * span;
        let x = if held_now.end == 0 { x.min(x0 - gap) } else { x.max(x0 + gap) };
        let slope = rounded(Piece::through((x0, y0), (x, y)).w, tall / span / a.width);
        let offset = rounded(y0 - slope * x0, tall / a.height);
        held.set(Some(HeldHandle { x, ..held_now }));
        unit.set_one(held_now.piece, Piece { w: slope, b: offset });
    };
    let drag = Hand::new(unit.page);
    let to = move |position: Option<Position>| {
        let (Some(Position { at: (px, py), .. }), Some(now), Some(frame)) =
            (position, held.get_untracked(), frame.get_untracked())
        else {
            return;
        };
        let w = frame.window;
        let x = frame.to_x(px).clamp(w.x_min, w.x_max);
        turn(now, (x, frame.to_y(py).clamp(w.y_min, w.y_max)));
    };
    let keys = move |event: KeyboardEvent, piece: usize, end: usize| {
        let steps = match event.key().as_str() {
            "ArrowUp" | "ArrowRight" => 1.0,
            "ArrowDown" | "ArrowLeft" => -1.0,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            _ => return,
        };
        event.prevent_default();
        let Some(frame) = frame.get_untracked() else { return };
        let steps = if event.shift_key() { 0.1 * steps } else { steps };
        let tall = frame.window.y_max - frame.window.y_min;
        if held.get_untracked().is_none_or(|h| (h.piece, h.end) != (piece, end)) {
            take(piece, end);
        }
        let (Some(now), Some(line)) =
            (held.get_untracked(), unit.pieces.with_untracked(|p| p.get(piece).copied()))
        else {
            return;
        };
        turn(now, (now.x, line.at(now.x) + steps * rounded(tall / 100.0, tall / 1000.0)));
    };
    let handle = move |piece: usize, end: usize| {
        let at = move || ends(piece).map(|ends| ends[end]);
        let place = move || {
            let (x, y) = at()?;
            spot(&frame.get()?, x, y)
        };
        let down = move |event: PointerEvent| {
            if event.button() == 0 {
                take(piece, end);
            }
        };
        view! {
            <div
                class=format!("handle grip series-{}", color(piece) + 1)
                tabindex="0"
                role="slider"
                data-handle=format!("{piece}-{end}")
                hidden=move || place().is_none()
                style:transform=place
                aria-label=Signal::derive(move || (unit.words().handle)(piece + 1, end == 0))
                aria-valuenow=move || at().map(|(_, y)| brief(y, 4).replace('−', "-"))
                aria-valuetext=Signal::derive(move || {
                    at().map_or_else(String::new, |(x, y)| format!("x = {}, y = {}", brief(x, 3), brief(y, 4)))
                })
                on:pointerdown=down
                on:keydown=move |event| keys(event, piece, end)
                on:blur=move |_| held.set(None)
            >
                {piece + 1}
            </div>
        }
    };
    let all =
        move || (0..unit.count.get()).flat_map(|i| [handle(i, 0), handle(i, 1)]).collect_view();
    view! {
        <div
            class="handles"
            on:pointerdown=move |event| {
                // Without a jump to the pointer: the line stays until the handle moves.
                drag.down(&event);
            }
            on:pointermove=move |event| to(drag.moved(&event))
            on:pointerup=move |event| {
                drag.up(&event);
                held.set(None);
            }
            on:pointercancel=move |event| {
                drag.cancelled(&event);
                held.set(None);
            }
        >
            {all}
        </div>
    }
}
