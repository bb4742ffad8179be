//! Why non-linear: what layers are without an activation, and with one.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use crate::view_state::knob::UNITS;
use drawing::{Classes, Fit, Grid, OneInput};
use model::Stack;
use model::fit::Relus;

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=linear",
    "view=linear&fn=identity&depth=2&seed=4&units=3",
    "view=linear&fn=binary_step&depth=1&units=32",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    let stack = Stack::<2>::of(state);
    let classes = |depth| Box::new(Classes { stack: stack.clone(), depth });
    vec![
        ("linear-grid", Box::new(Grid(stack.clone()))),
        ("linear-one", Box::new(OneInput(Stack::<1>::of(state)))),
        ("xor-before", classes(0)),
        ("xor-after", classes(1)),
        ("fit", Box::new(Fit(Relus::fit(state.knob(&UNITS) as u32)))),
    ]
}
