//! A hand on the state: a drag by one pointer that is undone where it turns out to be the page's
//! scrolling.

use crate::page::browser::drag::{Drag, Position};
use crate::page::state::Page;
use activation_explorer::address::Address;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// The state before a pointer came down, for as long as the browser may take the pointer away.
#[derive(Clone, Copy)]
pub(crate) struct Before {
    page: Page,
    state: StoredValue<Option<Address>>,
}

impl Before {
    pub(crate) fn new(page: Page) -> Self {
        Self { page, state: StoredValue::new(None) }
    }

    /// Keeps the present state.
    pub(crate) fn keep(self) {
        self.state.set_value(Some(self.page.address.untracked(Clone::clone)));
    }

    /// Brings the kept state back.
    pub(crate) fn undo(self) {
        if let Some(before) = self.state.try_update_value(Option::take).flatten()
            && self.page.address.untracked(|now| *now != before)
        {
            self.page.address.edit(|now| *now = before);
        }
    }
}

/// A drag that changes the state.
#[derive(Clone, Copy)]
pub(crate) struct Hand {
    drag: Drag,
    before: Before,
}

impl Hand {
    pub(crate) fn new(page: Page) -> Self {
        Self { drag: Drag::new(), before: Before::new(page) }
    }

    /// Handles `pointerdown`; returns the position if the drag begins at once.
    pub(crate) fn down(self, event: &PointerEvent) -> Option<Position> {
        if !self.drag.any() {
            self.before.keep();
        }
        self.drag.down(event)
    }

    /// Handles `pointermove`; returns the position the pointer drags to.
    pub(crate) fn moved(self, event: &PointerEvent) -> Option<Position> {
        self.drag.moved(event)
    }

    /// Handles `pointerup`; returns the position if it was a tap.
    pub(crate) fn up(self, event: &PointerEvent) -> Option<Position> {
        self.drag.up(event)
    }

    /// Handles `pointercancel`: what the drag has done is undone.
    pub(crate) fn cancelled(self, event: &PointerEvent) {
        if self.drag.cancelled(event) {
            self.before.undo();
        }
    }
}

/// The way that a key moves a point, in steps across and up: the arrows one, Page Up and Page Down
/// ten. Such a key is used up.
pub(crate) fn way(event: &KeyboardEvent) -> Option<(f64, f64)> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let way = match event.key().as_str() {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowUp" => (0.0, 1.0),
        "ArrowDown" => (0.0, -1.0),
        "PageUp" => (0.0, 10.0),
        "PageDown" => (0.0, -10.0),
        _ => return None,
    };
    event.prevent_default();
    Some(way)
}
