//! The gallery: every function, small.

pub mod drawing;

use super::Drawings;
use crate::activation::ALL;
use crate::content::TRAITS;
use crate::view_state::{Traits, ViewState};
use drawing::Card;

/// States that show all of the view; of the functions a few, for each has a picture of its own.
pub const SAMPLES: &[&str] = &["only=bounded,smooth,zero_centred", "only=kink,bounded&deriv=0"];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    let shown =
        ALL.iter().zip(TRAITS).filter(|(_, bits)| Traits::of_bits(*bits).include(state.only));
    let card = |act: &'static _, deriv| Card { act, params: state.params(act), deriv };
    shown.map(|(act, _)| (act.id, Box::new(card(act, state.deriv)) as _)).collect()
}
