//! Leaky rectifiers whose slope is learned (PReLU) or drawn (RReLU): not the same for all units.

use super::dense;
use crate::demo::rng::Rng;
use crate::numeric::lanes::{Lane, Real, elementary};

/// A leaky rectifier with a slope for each block.
#[inline]
pub fn leaky<L: Lane>(z: &[L], slope: impl Fn(usize) -> L, a: &mut [L], df: &mut [L]) {
    for (at, ((z, a), df)) in z.iter().zip(a).zip(df).enumerate() {
        (*a, *df) = elementary::leaky(*z, slope(at));
    }
}

/// Draws a slope for each unit and each of `count` samples, unit by unit.
pub fn draw<L: Lane>(
    rng: &mut Rng,
    [lower, upper]: [f64; 2],
    slopes: &mut [L],
    blocks: usize,
    count: usize,
) {
    for (at, slope) in slopes.iter_mut().enumerate() {
        let left = count - at % blocks * L::LANES;
        *slope = L::from_fn(|lane| {
            let share = if lane < left { rng.uniform() } else { 0.0 };
            L::Real::of(lower + (upper - lower) * share)
        });
    }
}

/// Adds ∂L/∂slope = Σ ∂L/∂a·min(z, 0) to the gradients of the slopes, one for each unit or one for
/// the layer.
pub fn gradient<L: Lane>(da: &[L], z: &[L], slopes: &mut [L::Real], blocks: usize) {
    let shared = slopes.len() == 1;
    for (unit, (da, z)) in da.chunks_exact(blocks).zip(z.chunks_exact(blocks)).enumerate() {
        let pulls = da.iter().zip(z).map(|(da, z)| *da * z.smaller(L::zero()));
        slopes[if shared { 0 } else { unit }] += dense::total(pulls);
    }
}
