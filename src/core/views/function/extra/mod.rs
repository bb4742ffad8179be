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

crate::for_each_language!(spoken);
