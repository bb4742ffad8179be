//! SIMD lanes: several samples in one register, with the elementary functions on them.
//!
//! Kernels are written once, generic over [`Lane`]: [`f32x4`] trains in the page, [`f64x2`] checks it
//! natively. The same bits everywhere: no fused multiply-add, no estimate of a reciprocal, no order
//! of sums that a processor chooses.

pub mod elementary;
mod exp;
mod f32_lanes;
mod f64_lanes;
mod lane;
mod real;
mod sin;

pub use lane::Lane;
pub use real::Real;
pub use wide::{f32x4, f64x2};
