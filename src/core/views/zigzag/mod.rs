//! The zig-zag: gradient descent with inputs of one sign, beside descent with others.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use drawing::{Side, in_space};
use model::Pair;
use model::worked::{DIRECT, LOCKED};

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

/// The pictures of the worked example, which are markup and the same in every state.
#[must_use]
pub fn pictures(_state: &ViewState) -> Vec<(&'static str, String)> {
    vec![("direct", in_space(&DIRECT)), ("locked", in_space(&LOCKED))]
}
