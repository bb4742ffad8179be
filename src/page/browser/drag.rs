//! Dragging with one pointer: a finger on a grip, a mouse anywhere. Elsewhere a finger scrolls the
//! page, and a tap counts where it ends.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The distance, in CSS pixels, below which a pointer's move is a tap.
const STILL: f64 = 4.0;

/// A position in an element: CSS pixels from its corner, and its size.
#[derive(Clone, Copy)]
pub(crate) struct Position {
    pub(crate) at: (f64, f64),
    pub(crate) size: (f64, f64),
}

/// The drag of the pointer that is down, if one is.
#[derive(Clone, Copy)]
pub(crate) struct Drag(StoredValue<Option<Held>>);

#[derive(Clone, Copy)]
struct Held {
    pointer: i32,
    from: (f64, f64),
    /// True once the drag has begun.
    drags: bool,
}

impl Drag {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Handles `pointerdown`; returns the position if the drag begins at once.
    pub(crate) fn down(self, event: &PointerEvent) -> Option<Position> {
        if event.button() != 0 || self.0.get_value().is_some() {
            return None;
        }
        let (element, position) = position(event)?;
        // With capture the drag goes on outside the element; where that is refused it ends there.
        let _ = element.set_pointer_capture(event.pointer_id());
        let grip = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let grip = grip.is_some_and(|t| t.closest(".grip").is_ok_and(|grip| grip.is_some()));
        let drags = grip || event.pointer_type() != "touch";
        self.0.set_value(Some(Held { pointer: event.pointer_id(), from: position.at, drags }));
        drags.then_some(position)
    }

    /// Handles `pointermove`; returns the position the pointer drags to.
    pub(crate) fn moved(self, event: &PointerEvent) -> Option<Position> {
        let held = self.held(event)?;
        let (_, position) = position(event)?;
        let way = (position.at.0 - held.from.0).hypot(position.at.1 - held.from.1);
        let drags = held.drags || way >= STILL;
        self.0.set_value(Some(Held { drags, ..held }));
        drags.then_some(position)
    }

    /// Handles `pointerup`; returns the position if it was a tap.
    pub(crate) fn up(self, event: &PointerEvent) -> Option<Position> {
        let held = self.held(event)?;
        self.0.set_value(None);
        let (_, position) = position(event)?;
        (!held.drags).then_some(position)
    }

    /// Handles `pointercancel`, sent for example when the page scrolls.
    pub(crate) fn cancelled(self, event: &PointerEvent) {
        if self.held(event).is_some() {
            self.0.set_value(None);
        }
    }

    fn held(self, event: &PointerEvent) -> Option<Held> {
        self.0.get_value().filter(|held| held.pointer == event.pointer_id())
    }
}

/// The element that listens, and the pointer's position in it.
fn position(event: &PointerEvent) -> Option<(Element, Position)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let rect = element.get_bounding_client_rect();
    let at = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
    Some((element, Position { at, size: (rect.width(), rect.height()) }))
}
