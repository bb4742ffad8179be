//! Pointers on a plot: hovering, dragging, pinching and the wheel, told apart.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};

/// A pointer that has moved less than this, in CSS pixels, was a press.
const STILL: f64 = 4.0;
/// More fingers than this are no gesture.
const MOST: usize = 10;

/// What a pointer event means; positions in CSS pixels from the plot's corner.
pub(crate) enum Gesture {
    /// A mouse without a button passes.
    Hover((f64, f64)),
    /// Puts the probe there: a press, or one finger that drags it.
    Put((f64, f64)),
    /// Moves the window by this much.
    Pan((f64, f64)),
    /// Magnifies about a point and moves the window.
    Pinch { at: (f64, f64), factor: f64, by: (f64, f64) },
}

/// The pointers that are down on a plot.
#[derive(Clone, Copy)]
pub(crate) struct Pointers(StoredValue<Vec<Down>>);

#[derive(Clone, Copy)]
struct Down {
    id: i32,
    at: (f64, f64),
    /// How far it has come.
    way: f64,
}

impl Pointers {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    pub(crate) fn down(self, event: &PointerEvent) -> Option<Gesture> {
        if event.button() != 0 {
            return None;
        }
        let at = place(event);
        if let Some(target) = event.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
            // The drag goes on outside the plot; where that is refused it ends there.
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        self.0.update_value(|all| {
            all.retain(|p| p.id != event.pointer_id());
            if all.len() < MOST {
                all.push(Down { id: event.pointer_id(), at, way: 0.0 });
            }
        });
        None
    }

    pub(crate) fn moved(self, event: &PointerEvent, pans: bool) -> Option<Gesture> {
        let at = place(event);
        let all = self.0.get_value();
        let Some(index) = all.iter().position(|p| p.id == event.pointer_id()) else {
            return (event.buttons() == 0).then_some(Gesture::Hover(at));
        };
        let before = all[index];
        let by = (at.0 - before.at.0, at.1 - before.at.1);
        let way = before.way + by.0.hypot(by.1);
        self.0.update_value(|all| {
            if let Some(p) = all.get_mut(index) {
                (p.at, p.way) = (at, way);
            }
        });
        match all.as_slice() {
            [_] if way < STILL => None,
            [_] if pans && event.pointer_type() == "mouse" => Some(Gesture::Pan(by)),
            [_] => Some(Gesture::Put(at)),
            [_, _] if pans => {
                let other = all[1 - index].at;
                let apart = |p: (f64, f64)| (p.0 - other.0).hypot(p.1 - other.1).max(8.0);
                let middle = ((at.0 + other.0) / 2.0, (at.1 + other.1) / 2.0);
                let factor = apart(at) / apart(before.at);
                Some(Gesture::Pinch { at: middle, factor, by: (by.0 / 2.0, by.1 / 2.0) })
            }
            _ => None,
        }
    }

    /// A pointer goes up; one that hardly moved was a press.
    pub(crate) fn up(self, event: &PointerEvent) -> Option<Gesture> {
        let held = self.0.get_value().into_iter().find(|p| p.id == event.pointer_id());
        self.cancelled(event);
        held.filter(|p| p.way < STILL).map(|p| Gesture::Put(p.at))
    }

    /// A pointer is taken away, for example because the page scrolls.
    pub(crate) fn cancelled(self, event: &PointerEvent) {
        self.0.update_value(|all| all.retain(|p| p.id != event.pointer_id()));
    }

    pub(crate) fn any(self) -> bool {
        self.0.with_value(|all| !all.is_empty())
    }
}

/// How much a turn of the wheel magnifies.
pub(crate) fn wheel_factor(event: &WheelEvent) -> f64 {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => 30.0,
        WheelEvent::DOM_DELTA_PAGE => 300.0,
        _ => 1.0,
    };
    libm::exp((-event.delta_y() * unit * 0.002).clamp(-1.0, 1.0))
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}
