//! Softmax and its family: functions of a whole vector of logits.

pub mod bars;
pub mod drawing;
pub mod model;

use crate::view_state::ViewState;
use crate::view_state::knob::LOGITS;

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=softmax",
    "view=softmax&z=1002,1001,1000&temperature=0.5",
    "view=softmax&z=-3,0,7,1e3,-20&fn=sparsemax",
];

/// The pictures of a state, which are markup: the view has no plot.
#[must_use]
pub fn pictures(state: &ViewState) -> Vec<(&'static str, String)> {
    let z = state.list(&LOGITS);
    let t = state.params(state.act).first().copied().unwrap_or(1.0);
    let mut all =
        vec![("scores", drawing::scores(&z, bars::axis(&z))), ("shares", drawing::shares(&z, t))];
    if let Ok(z) = <[f64; 3]>::try_from(z) {
        all.push(("simplex", drawing::triangle(&z, t)));
    }
    all
}
