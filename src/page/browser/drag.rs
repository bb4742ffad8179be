//! Dragging with one pointer: a finger on a grip, a mouse anywhere. Elsewhere a finger that goes up
//! or down scrolls the page, one that goes sideways drags, and a tap counts where it ends.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// The distance, in CSS pixels, below which a pointer's move is a press.
pub(crate) const STILL: f64 = 4.0;
/// The distance, in CSS pixels, below which a finger's move is a tap: fingers are broad.
const TAP: f64 = 10.0;

/// A position in an element: CSS pixels from its corner, and its size.
#[derive(Clone, Copy)]
pub(crate) struct Position {
    pub(crate) at: (f64, f64),
    pub(crate) size: (f64, f64),
}

/// The way of a pointer that is down, until it is known to drag.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    from: (f64, f64),
    finger: bool,
    /// True once it drags.
    pub(crate) drags: bool,
}

impl Way {
    /// The way of a pointer that has just come down at a place.
    pub(crate) fn new(event: &PointerEvent, from: (f64, f64)) -> Self {
        Self { from, finger: event.pointer_type() == "touch", drags: false }
    }

    /// Whether it drags once it is at a place. A finger that goes up or down does not: it scrolls,
    /// which the browser tells later.
    pub(crate) fn goes(&mut self, at: (f64, f64)) -> bool {
        let (across, up) = ((at.0 - self.from.0).abs(), (at.1 - self.from.1).abs());
        self.drags |= across.hypot(up) >= STILL && (!self.finger || across > up);
        self.drags
    }

    /// Whether it was no more than a press, ending at a place.
    pub(crate) fn pressed(&self, at: (f64, f64)) -> bool {
        let far = (at.0 - self.from.0).hypot(at.1 - self.from.1);
        !self.drags && far < if self.finger { TAP } else { STILL }
    }
}

/// The drag of the pointer that is down, if one is.
#[derive(Clone, Copy)]
pub(crate) struct Drag(StoredValue<Option<Held>>);

#[derive(Clone, Copy)]
struct Held {
    pointer: i32,
    way: Way,
}

impl Drag {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Handles `pointerdown`; returns the position if the drag begins at once.
    pub(crate) fn down(self, event: &PointerEvent) -> Option<Position> {
        if event.button() != 0 || self.any() {
            return None;
        }
        let (element, position) = position(event)?;
        // With capture the drag goes on outside the element; where that is refused it ends there.
        let _ = element.set_pointer_capture(event.pointer_id());
        let grip = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let grip = grip.is_some_and(|t| t.closest(".grip").is_ok_and(|grip| grip.is_some()));
        let mut way = Way::new(event, position.at);
        way.drags = grip || !way.finger;
        self.0.set_value(Some(Held { pointer: event.pointer_id(), way }));
        way.drags.then_some(position)
    }

    /// Handles `pointermove`; returns the position the pointer drags to.
    pub(crate) fn moved(self, event: &PointerEvent) -> Option<Position> {
        let mut held = self.held(event)?;
        let (_, position) = position(event)?;
        let drags = held.way.goes(position.at);
        self.0.set_value(Some(held));
        drags.then_some(position)
    }

    /// Handles `pointerup`; returns the position if it was a tap.
    pub(crate) fn up(self, event: &PointerEvent) -> Option<Position> {
        let held = self.held(event)?;
        self.0.set_value(None);
        let (_, position) = position(event)?;
        held.way.pressed(position.at).then_some(position)
    }

    /// Handles `pointercancel`, sent for example when the page scrolls: true if that ends the drag.
    pub(crate) fn cancelled(self, event: &PointerEvent) -> bool {
        let ends = self.held(event).is_some();
        if ends {
            self.0.set_value(None);
        }
        ends
    }

    /// Whether a pointer is down.
    pub(crate) fn any(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    fn held(self, event: &PointerEvent) -> Option<Held> {
        self.0.get_value().filter(|held| held.pointer == event.pointer_id())
    }
}

/// The element that listens, and the pointer's position in it, however much CSS enlarges it.
fn position(event: &PointerEvent) -> Option<(Element, Position)> {
    let element = event.current_target()?.dyn_into::<HtmlElement>().ok()?;
    let rect = element.get_bounding_client_rect();
    let scale = |own: i32, seen: f64| {
        let scale = f64::from(own) / seen;
        // A hair's breadth is rounding, and no number an element without a size.
        if (scale - 1.0).abs() > 0.03 { scale } else { 1.0 }
    };
    let across = scale(element.offset_width(), rect.width());
    let down = scale(element.offset_height(), rect.height());
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let at = ((x - rect.left()) * across, (y - rect.top()) * down);
    let size = (rect.width() * across, rect.height() * down);
    Some((element.into(), Position { at, size }))
}
