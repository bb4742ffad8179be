//! The state of the comparison: all that its plot, tables and buttons read.

use activation_explorer::activation::{Activation, Window};
use activation_explorer::address::Extras;
use activation_explorer::plot::Frame;
use activation_explorer::views::compare::drawing::{Comparison, Entry, value};
use activation_explorer::views::compare::gap::Gap;
use leptos::prelude::*;

/// The state of the comparison.
#[derive(Clone, Copy)]
pub(super) struct Compared {
    pub(super) acts: Memo<Vec<&'static Activation>>,
    pub(super) entries: Memo<Vec<Entry>>,
    /// The colour and dash of each.
    pub(super) slots: Memo<Vec<u8>>,
    /// The largest difference of each to the first.
    pub(super) gaps: Memo<Vec<Option<Gap>>>,
    pub(super) frame: RwSignal<Option<Frame>>,
    pub(super) window: Memo<Window>,
    pub(super) deriv: Memo<bool>,
    pub(super) extras: Memo<Extras>,
    /// The functions that a lecture hides, a bit each.
    pub(super) unseen: RwSignal<u32>,
}

impl Compared {
    /// The values at `x` of one of them, less those of the first if differences are shown.
    pub(super) fn value(&self, entry: &Entry, x: f64) -> (f64, f64) {
        let difference = self.extras.get().difference;
        self.entries.with(|all| value(all, entry, x, difference))
    }

    /// The drawing of the plot, tracked.
    pub(super) fn drawing(self) -> Comparison {
        Comparison {
            entries: self.entries.get(),
            slots: self.slots.get(),
            gaps: self.gaps.get(),
            window: self.window.get(),
            deriv: self.deriv.get(),
            extras: self.extras.get(),
            unseen: self.unseen.get(),
        }
    }
}
