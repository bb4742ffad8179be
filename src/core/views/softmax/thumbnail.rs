//! The shares as a small plot, for the overview of demonstrations.

use super::LOGITS;
use super::model::value;
use crate::address::Address;
use crate::numeric::Window;
use crate::plot::{Drawing, Frame, Picture, Region, Role};

/// The shares of a state as bars.
struct Shares(Vec<f64>);

/// The shares of a state as bars.
#[must_use]
pub fn thumbnail(state: &Address) -> Option<Box<dyn Drawing>> {
    let t = state.params(state.act).first().copied().unwrap_or(1.0);
    Some(Box::new(Shares(value(state.act.id, &state.list(&LOGITS), t))))
}

impl Drawing for Shares {
    fn window(&self) -> Window {
        Window::new(0.0, self.0.len() as f64, 0.0, 1.0)
    }

    fn picture(&self, _: &Frame) -> Picture {
        let bars = self.0.iter().enumerate().map(|(place, share)| {
            let left = place as f64 + 0.2;
            Region::rectangle(Role::F, 255, (left, 0.0), (left + 0.6, *share))
        });
        Picture { regions: bars.collect(), curves: Vec::new() }
    }
}
