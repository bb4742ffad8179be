//! The loops of a dense layer over a batch: what goes forwards, what comes back, and the gradient of
//! the weights.
//!
//! Activations and gradients lie unit by unit: all samples of the first unit, then of the next, in
//! `blocks` lanes each. Sums run in the order of the units or samples, whatever the tiling.

use crate::numeric::lanes::Lane;

/// `start + Σ w·x` for K neighbouring blocks from `at` on, where each weight has a row of `x`.
#[inline(always)]
fn tile<'a, L: Lane, const K: usize>(
    weights: impl Iterator<Item = &'a L::Real>,
    start: L,
    x: &[L],
    blocks: usize,
    at: usize,
) -> [L; K] {
    let mut sums = [start; K];
    for (weight, row) in weights.zip(x.chunks_exact(blocks)) {
        let weight = L::splat(*weight);
        for (sum, x) in sums.iter_mut().zip(&row[at..at + K]) {
            *sum += weight * *x;
        }
    }
    sums
}

/// One row of a product: `start + Σ w·x` for every block.
#[inline(always)]
fn row<'a, L: Lane>(
    weights: impl Iterator<Item = &'a L::Real> + Clone,
    start: L,
    x: &[L],
    out: &mut [L],
    blocks: usize,
) {
    let mut at = 0;
    while at + 4 <= blocks {
        out[at..at + 4].copy_from_slice(&tile::<L, 4>(weights.clone(), start, x, blocks, at));
        at += 4;
    }
    match blocks - at {
        3 => out[at..].copy_from_slice(&tile::<L, 3>(weights, start, x, blocks, at)),
        2 => out[at..].copy_from_slice(&tile::<L, 2>(weights, start, x, blocks, at)),
        1 => out[at..].copy_from_slice(&tile::<L, 1>(weights, start, x, blocks, at)),
        _ => {}
    }
}

/// Calls an inlined function with the number of blocks as a constant if it is small, as in batches of
/// up to 16 samples: the compiler then unrolls the loops over blocks.
macro_rules! unrolled {
    ($blocks:ident: $function:ident($($argument:expr),*)) => {
        match $blocks {
            1 => $function($($argument,)* 1),
            2 => $function($($argument,)* 2),
            3 => $function($($argument,)* 3),
            4 => $function($($argument,)* 4),
            _ => $function($($argument,)* $blocks),
        }
    };
}

/// z = W·a + b: `weights` has a row for each unit of the layer, `x` a row for each of its inputs,
/// `z` one for each unit.
pub fn forward<L: Lane>(
    weights: &[L::Real],
    biases: &[L::Real],
    x: &[L],
    z: &mut [L],
    blocks: usize,
) {
    unrolled!(blocks: forward_rows(weights, biases, x, z));
}

#[inline(always)]
fn forward_rows<L: Lane>(
    weights: &[L::Real],
    biases: &[L::Real],
    x: &[L],
    z: &mut [L],
    blocks: usize,
) {
    let inputs = weights.len() / biases.len();
    let rows = weights.chunks_exact(inputs).zip(biases).zip(z.chunks_exact_mut(blocks));
    for ((weights, bias), z) in rows {
        row(weights.iter(), L::splat(*bias), x, z, blocks);
    }
}

/// ∂L/∂a = Wᵀ·∂L/∂z: `delta` has a row for each unit of the layer, `out` one for each of its inputs.
pub fn backward<L: Lane>(weights: &[L::Real], delta: &[L], out: &mut [L], blocks: usize) {
    unrolled!(blocks: backward_rows(weights, delta, out));
}

#[inline(always)]
fn backward_rows<L: Lane>(weights: &[L::Real], delta: &[L], out: &mut [L], blocks: usize) {
    let inputs = out.len() / blocks;
    for (input, out) in out.chunks_exact_mut(blocks).enumerate() {
        row(weights[input..].iter().step_by(inputs), L::zero(), delta, out, blocks);
    }
}

/// Adds ∂L/∂W = ∂L/∂z·aᵀ and ∂L/∂b = Σ ∂L/∂z to the gradients of the weights and the biases.
pub fn gradient<L: Lane>(
    delta: &[L],
    x: &[L],
    weights: &mut [L::Real],
    biases: &mut [L::Real],
    blocks: usize,
) {
    unrolled!(blocks: gradient_rows(delta, x, weights, biases));
}

#[inline(always)]
fn gradient_rows<L: Lane>(
    delta: &[L],
    x: &[L],
    weights: &mut [L::Real],
    biases: &mut [L::Real],
    blocks: usize,
) {
    let inputs = weights.len() / biases.len();
    let rows = weights.chunks_exact_mut(inputs).zip(biases).zip(delta.chunks_exact(blocks));
    for ((weights, bias), delta) in rows {
        *bias += total(delta.iter().copied());
        let product = |x: &[L]| {
            let mut sum = L::zero();
            for (delta, x) in delta[..blocks].iter().zip(&x[..blocks]) {
                sum += *delta * *x;
            }
            sum
        };
        let mut fours = weights.chunks_exact_mut(4);
        let mut x_fours = x.chunks_exact(4 * blocks);
        for (weights, x) in (&mut fours).zip(&mut x_fours) {
            let row = |at: usize| product(&x[at * blocks..(at + 1) * blocks]);
            let sums = L::sums([row(0), row(1), row(2), row(3)]);
            for (weight, sum) in weights.iter_mut().zip(sums) {
                *weight += sum;
            }
        }
        let left = inputs - inputs % 4;
        let x = x[left * blocks..].chunks_exact(blocks);
        for (weight, x) in fours.into_remainder().iter_mut().zip(x) {
            *weight += product(x).sum();
        }
    }
}

/// The sum over blocks and lanes.
#[inline]
pub fn total<L: Lane>(blocks: impl Iterator<Item = L>) -> L::Real {
    let mut sum = L::zero();
    for block in blocks {
        sum += block;
    }
    sum.sum()
}
