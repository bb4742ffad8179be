//! Mean and variance of f(Z) for a standard normal input Z.

use super::line::Line;
use crate::activation::{Parity, Period};
use libm::exp;
use std::f64::consts::PI;

/// The end of the integration: φ(12) ≈ 2·10⁻³².
const LAST: f64 = 12.0;
/// The end of the integration of a function that outgrows φ so far out: φ(38) ≈ 10⁻³¹⁴.
const VERY_LAST: f64 = 38.0;
/// The longest interval given to one rule.
const WIDTH: f64 = 0.25;
/// The share of a unit that the first interval beside a seam covers, and the growth of the next.
const FIRST: f64 = 0.25;
const GROWTH: f64 = 1.5;
/// A period shorter than this is averaged: φ is so smooth over it that the error, e^(−2π²/T²), is
/// far below rounding.
const SHORT: f64 = 0.5;
/// The number of intervals in a longer period.
const PER_PERIOD: f64 = 8.0;

/// Nodes and weights of the eight-point Gauss–Legendre rule on [−1, 1], the positive half.
///
/// Split at the seams and into short intervals it meets kinks, steep places and oscillations alike,
/// where one Gauss–Hermite rule over the whole line converges slowly.
const RULE: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

/// `(E f(Z), Var f(Z))`.
pub(super) fn moments(line: &Line<'_>) -> (f64, f64) {
    if let Some(period) = line.structure.period.filter(|period| period.length < SHORT) {
        return averages(line, period);
    }
    let odd = matches!(line.structure.parity, Parity::Odd | Parity::Both);
    let mean = if odd { 0.0 } else { expectation(line, |y| y) };
    // About the mean, so that nothing cancels.
    let variance = expectation(line, |y| (y - mean) * (y - mean));
    (mean, if variance.is_nan() { f64::INFINITY } else { variance })
}

/// Mean and variance of `m·Z + h(Z)` for a fast periodic h: its mean and variance over a period,
/// and m² more; the covariance of Z and h(Z) is the mean of h′, 0 (Stein).
fn averages(line: &Line<'_>, period: Period) -> (f64, f64) {
    const POINTS: u32 = 64;
    let steepness = period.rise / period.length;
    let h = |i: u32| {
        let x = period.length * f64::from(i) / f64::from(POINTS);
        line.f(x) - steepness * x
    };
    // By the trapezoidal rule, whose error for a smooth periodic function vanishes exponentially.
    let mean = (0..POINTS).map(h).sum::<f64>() / f64::from(POINTS);
    let mean = if line.structure.parity == Parity::Odd { 0.0 } else { mean };
    let spread = (0..POINTS).map(|i| (h(i) - mean) * (h(i) - mean)).sum::<f64>();
    (mean, steepness * steepness + spread / f64::from(POINTS))
}

fn expectation(line: &Line<'_>, of: impl Fn(f64) -> f64) -> f64 {
    let density = |x: f64| exp(-0.5 * x * x) / (2.0 * PI).sqrt();
    let seen = [-LAST, LAST].iter().all(|x| line.f(*x).abs() * density(*x) < 1e-20);
    let last = if seen { LAST } else { VERY_LAST };
    let widest = line.structure.period.map_or(WIDTH, |p| WIDTH.min(p.length / PER_PERIOD));
    let mut sum = 0.0;
    for stretch in &line.stretches {
        let (a, b) = (stretch.from.max(-last), stretch.to.min(last));
        if a >= b {
            continue;
        }
        let first = if stretch.straight.is_some() { WIDTH } else { FIRST * line.structure.unit };
        for pair in mesh(a, b, first, widest).windows(2) {
            let (middle, half) = (0.5 * (pair[0] + pair[1]), 0.5 * (pair[1] - pair[0]));
            for (node, weight) in RULE {
                for x in [middle - half * node, middle + half * node] {
                    sum += half * weight * of(line.f(x)) * density(x);
                }
            }
        }
    }
    sum
}

/// The ends of the intervals that `[a, b]` is split into: from both its ends on they grow from
/// `first` to `widest`.
fn mesh(a: f64, b: f64, first: f64, widest: f64) -> Vec<f64> {
    let half = 0.5 * (b - a);
    let (mut offsets, mut offset, mut width) = (Vec::new(), 0.0, first.max(1e-15 * half));
    while offset < half {
        offsets.push(offset);
        width = f64::min(width, widest);
        offset += width;
        width *= GROWTH;
    }
    let left = offsets.iter().map(|d| a + d);
    let right = offsets.iter().rev().map(|d| b - d);
    left.chain([a + half]).chain(right).collect()
}
