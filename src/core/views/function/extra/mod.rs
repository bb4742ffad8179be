//! The extras of a few functions: RReLU's training, PReLU's gradient step, the map of a gated
//! unit.

pub mod gated;
mod keys;
pub mod prelu;
pub mod rrelu;
mod words;

pub(super) use keys::concerns;
pub use keys::{GOAL, TRAIN};
pub use words::{GatedWords, PreluWords, RreluWords, Words};

/// The place at which the extra of a function starts, where the address names none.
#[must_use]
pub fn usual(act: &crate::activation::Activation) -> Option<f64> {
    match act.id {
        "prelu" => Some(prelu::USUAL),
        "rrelu" => Some(rrelu::USUAL),
        _ => matches!(act.kind, crate::activation::Kind::Gated(_)).then_some(gated::USUAL),
    }
}

crate::for_each_language!(spoken);
