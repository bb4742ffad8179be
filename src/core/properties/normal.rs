//! Mean and variance of f(Z) for a standard normal input Z.

use super::line::Line;
use crate::activation::{Parity, Period};
use libm::exp;
use std::f64::consts::PI;

/// The end of the integration: φ(12) ≈ 2·10⁻³².
const LAST: f64 = 12.0;
/// The end of the integration of a function that outgrows φ so far out: √φ(53) ≈ 10⁻³⁰⁵.
const VERY_LAST: f64 = 53.0;
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

/// `(E f(Z), Var f(Z))`; NaN for what is too large for a number, or reaches so far out that it is
/// not known.
pub(super) fn moments(line: &Line<'_>) -> (f64, f64) {
    if let Some(period) = line.structure.period.filter(|period| period.length < SHORT) {
        return averages(line, period);
    }
    let odd = matches!(line.structure.parity, Parity::Odd | Parity::Both);
    let mean = if odd { 0.0 } else { expectation(line, |y, weight| y * weight * weight) };
    // About the mean, so that nothing cancels.
    let variance = expectation(line, |y, weight| {
        let spread = (y - mean) * weight;
        spread * spread
    });
    (mean, variance)
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

/// The integral of `of(f(x), √φ(x))`: the root, since φ alone is 0 where f² may be infinite.
fn expectation(line: &Line<'_>, of: impl Fn(f64, f64) -> f64) -> f64 {
    let root = |x: f64| exp(-0.25 * x * x) / libm::sqrt(libm::sqrt(2.0 * PI));
    let term = |x: f64| of(line.f(x), root(x));
    let ends = |last: f64| [-last, last].iter().map(|x| term(*x).abs()).fold(0.0, f64::max);
    let mut last = if ends(LAST) < 1e-20 { LAST } else { VERY_LAST };
    while last > LAST && !ends(last).is_finite() {
        last -= WIDTH; // not where f is too large for a number
    }
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
                    sum += half * weight * term(x);
                }
            }
        }
    }
    let known = ends(last) <= 1e-12 * sum.abs();
    if sum.is_finite() && (known || last == LAST) { sum } else { f64::NAN }
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
