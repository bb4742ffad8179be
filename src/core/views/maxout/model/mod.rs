//! Maxout units: the largest of k affine pieces, the parts where each is active, and their fits.
//!
//! One unit is convex and piecewise linear, and approximates any convex function ([`fit`]); the
//! difference of two approximates any continuous one ([`pair`]); of two inputs the pieces are
//! planes ([`plane`]). Source: Goodfellow et al. 2013, section 4; rows 3.95–3.99 of the fact check.

pub mod fit;
pub mod pair;
mod piece;
pub mod plane;

pub use piece::{FEWEST, MOST, Part, Piece, envelope, numbers, pieces, value};
