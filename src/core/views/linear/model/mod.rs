//! Stacks of affine layers, with and without an activation: the reason why it must not be linear.
//!
//! W₂(W₁x + b₁) + b₂ = Wx + b: without an activation (that is, with the identity) any number of
//! layers is one ([`Stack::collapsed`]), a grid stays straight, and no depth makes XOR separable
//! ([`xor`]) or fits a sine ([`fit`]).

mod breaks;
pub mod fit;
mod stack;
pub mod xor;

pub use stack::{Affine, MAX_LAYERS, Point, Stack, grid};
