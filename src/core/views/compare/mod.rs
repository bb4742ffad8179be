//! The comparison: up to eight functions over one another.

pub mod drawing;

use super::Drawings;
use crate::view_state::ViewState;
use drawing::Comparison;

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=compare",
    "view=compare&cmp=binary_step,prelu,tanh&prelu.a=-0.5&deriv=0",
    "view=compare&cmp=gelu,swish,mish,elu&diff=1&ymin=-1&ymax=1",
    "view=compare&cmp=relu,sigmoid&f=0&equal=1",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    vec![("compare", Box::new(Comparison::of(state)))]
}
