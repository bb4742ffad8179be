//! The kink: ReLU at 0, the choice of a subgradient, softplus, and the frameworks.

pub mod drawing;
pub mod model;

use super::Drawings;
use super::function::drawing::Graph;
use crate::activation::softplus::SOFTPLUS;
use crate::view_state::ViewState;
use drawing::Both;

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=kink",
    "view=kink&fn=binary_step&softplus.beta=4",
    "view=kink&xmin=-0.02&xmax=0.02&ymin=-0.005&ymax=0.015",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    vec![
        (state.act.id, Box::new(Graph::of(state))),
        ("softplus", Box::new(Both { params: state.params(&SOFTPLUS) })),
    ]
}
