//! Saturation: where a function lets no gradient through.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use drawing::Slopes;

/// States that show all of the view.
pub const SAMPLES: &[&str] =
    &["view=saturation&fn=sigmoid", "view=saturation&fn=relu", "view=saturation&fn=softsign"];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    vec![("saturation", Box::new(Slopes { act: state.act, params: state.params(state.act) }))]
}
