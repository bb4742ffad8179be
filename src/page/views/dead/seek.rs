//! Going to a step of a run, a slice of each frame at a time.

use crate::page::browser::animation_frames;
use activation_explorer::views::dead::model::Model;
use leptos::prelude::*;

/// The time of a slice, in ms.
pub(super) const SLICE: f64 = 6.0;
/// The steps between two looks at the clock.
const STEPS: u32 = 20;

/// A run on its way to a step.
#[derive(Clone, Copy)]
pub(super) struct Seek {
    model: RwSignal<Model>,
    /// The step it goes to; none once it is there.
    pub(super) goal: RwSignal<Option<usize>>,
    /// Whether a frame is asked for.
    asked: StoredValue<bool>,
    /// Whether it is out of sight.
    away: StoredValue<bool>,
}

impl Seek {
    pub(super) fn new(model: RwSignal<Model>) -> Self {
        let (asked, away) = (StoredValue::new(false), StoredValue::new(false));
        Self { model, goal: RwSignal::new(None), asked, away }
    }

    /// Goes to a step.
    pub(super) fn to(self, goal: usize) {
        self.goal.set(Some(goal));
        self.ask();
    }

    /// Shows another run on its way to a step: the first slice at once, so that nothing flickers
    /// under a dial.
    pub(super) fn anew(self, mut model: Model, goal: usize) {
        let there = approach(&mut model, goal);
        self.model.set(model);
        if there {
            self.stop();
        } else {
            self.to(goal);
        }
    }

    /// Stays where it is.
    pub(super) fn stop(self) {
        if self.goal.get_untracked().is_some() {
            self.goal.set(None);
        }
    }

    /// Waits while it is out of sight.
    pub(super) fn seen(self, seen: bool) {
        self.away.set_value(!seen);
        if self.goal.get_untracked().is_some() {
            self.ask();
        }
    }

    fn ask(self) {
        if !self.asked.get_value() && !self.away.get_value() {
            self.asked.set_value(true);
            animation_frames::request(move || self.slice());
        }
    }

    /// A slice; then the next frame. Ends when the view is gone.
    fn slice(self) {
        let Some(goal) = self.goal.try_get_untracked() else { return };
        self.asked.set_value(false);
        let Some(goal) = goal else { return };
        let mut there = false;
        self.model.update(|model| there = approach(model, goal));
        if there {
            self.goal.set(None);
        } else {
            self.ask();
        }
    }
}

/// A slice of the way to a step; whether it is there.
fn approach(model: &mut Model, goal: usize) -> bool {
    let since = js_sys::Date::now();
    let mut there = false;
    while !there && js_sys::Date::now() - since < SLICE {
        there = model.approach(goal, STEPS);
    }
    there
}
