//! The zig-zag: gradient descent with inputs of one sign, beside descent with others.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use drawing::Side;
use model::Pair;

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=zigzag",
    "view=zigzag&steps=40&lr=0.3",
    "view=zigzag&steps=150&batch=64&cmp=relu&bias=1&momentum=0.5",
    "view=zigzag&steps=30&lr=50&centre=1&fn=gelu",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    let [chosen, other] = Pair::of(state).runs;
    vec![
        ("zigzag-chosen", Box::new(Side { run: chosen, index: 0 })),
        ("zigzag-other", Box::new(Side { run: other, index: 1 })),
    ]
}
