//! Gestures on a plot: hovering, dragging, pinching and the wheel, told apart.

use super::drag::Way;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};

/// The most pointers of a gesture.
const MOST: usize = 10;

/// A gesture; positions in CSS pixels from the plot's corner.
pub(crate) enum Gesture {
    /// A mouse that moves without a button.
    Hover((f64, f64)),
    /// A press, or one finger that drags: puts the probe there.
    Put((f64, f64)),
    /// A drag: moves the window by so many CSS pixels.
    Pan((f64, f64)),
    /// Two fingers: zooms about a point and moves the window.
    Pinch { at: (f64, f64), factor: f64, by: (f64, f64) },
}

/// The pointers that are down on a plot.
#[derive(Clone, Copy)]
pub(crate) struct Pointers(StoredValue<Vec<Down>>);

#[derive(Clone, Copy)]
struct Down {
    id: i32,
    at: (f64, f64),
    way: Way,
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
            // With capture the drag goes on outside the plot; where that is refused it ends there.
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        self.0.update_value(|all| {
            all.retain(|p| p.id != event.pointer_id());
            if all.len() < MOST {
                all.push(Down { id: event.pointer_id(), at, way: Way::new(event, at) });
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
        let mut way = before.way;
        let drags = way.goes(at);
        self.0.update_value(|all| {
            if let Some(p) = all.get_mut(index) {
                (p.at, p.way) = (at, way);
            }
        });
        match all.as_slice() {
            [_] if !drags => None,
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

    /// Handles `pointerup`; a pointer that hardly moved was a press.
    pub(crate) fn up(self, event: &PointerEvent) -> Option<Gesture> {
        let held = self.0.get_value().into_iter().find(|p| p.id == event.pointer_id());
        self.cancelled(event);
        held.filter(|p| p.way.pressed(p.at)).map(|p| Gesture::Put(p.at))
    }

    /// Handles `pointercancel`, sent for example when the page scrolls: true if the pointer was down
    /// here.
    pub(crate) fn cancelled(self, event: &PointerEvent) -> bool {
        let count = |all: &mut Vec<Down>| {
            let before = all.len();
            all.retain(|p| p.id != event.pointer_id());
            before > all.len()
        };
        self.0.try_update_value(count) == Some(true)
    }

    pub(crate) fn any(self) -> bool {
        self.0.with_value(|all| !all.is_empty())
    }
}

/// The zoom factor of a turn of the wheel; `None` for one that goes sideways, which scrolls.
pub(crate) fn wheel_factor(event: &WheelEvent) -> Option<f64> {
    if event.delta_y().abs() <= event.delta_x().abs() {
        return None;
    }
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => 30.0,
        WheelEvent::DOM_DELTA_PAGE => 300.0,
        _ => 1.0,
    };
    Some(libm::exp((-event.delta_y() * unit * 0.002).clamp(-1.0, 1.0)))
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}
