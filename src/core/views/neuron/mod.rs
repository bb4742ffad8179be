//! The neuron: a weighted sum and a function of it.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use drawing::{Plane, Profile};

/// States that show all of the view; most of each map is 0, for every cell is in the picture.
pub const SAMPLES: &[&str] = &[
    "view=neuron&b=-4",
    "view=neuron&fn=softshrink&softshrink.lambd=3&w=0.8,0.6&in=3,-2&b=0",
    "view=neuron&fn=relu&w=0,1,1&in=9,-9,1&b=-9",
    "view=neuron&fn=relu&w=3,1,-2,1&in=-1,0,4,2&b=-2",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    let (neuron, inputs) = model::of(state);
    vec![
        ("neuron", Box::new(Plane { neuron: neuron.clone(), inputs: inputs.clone() })),
        ("neuron-profile", Box::new(Profile { neuron, inputs })),
    ]
}
