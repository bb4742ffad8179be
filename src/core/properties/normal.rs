//! Mean and variance of f(Z) for a standard normal input Z.

use super::line::Line;
use libm::exp;
use std::f64::consts::PI;

/// The end of the integration: φ(12) ≈ 2·10⁻³².
const LAST: f64 = 12.0;
/// The longest interval given to one rule.
const WIDTH: f64 = 0.25;
/// The fastest oscillation, in radians per unit, that one rule meets on it.
const FAST: f64 = 16.0;
/// The largest factor by which intervals are shortened for a faster oscillation.
const SHORTEST: f64 = 256.0;

/// Nodes and weights of the eight-point Gauss–Legendre rule on [−1, 1], the positive half.
///
/// Split at the seams and into short intervals it meets kinks and fast oscillations alike, where
/// one Gauss–Hermite rule over the whole line converges slowly.
const RULE: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

/// `(E f(Z), Var f(Z))`.
pub(super) fn moments(line: &Line<'_>) -> (f64, f64) {
    let mean = expectation(line, |y| y);
    // About the mean, so that nothing cancels.
    (mean, expectation(line, |y| (y - mean) * (y - mean)))
}

fn expectation(line: &Line<'_>, of: impl Fn(f64) -> f64) -> f64 {
    let mut sum = 0.0;
    let finer = if line.oscillates() { (line.fastest() / FAST).clamp(1.0, SHORTEST) } else { 1.0 };
    for stretch in &line.stretches {
        let (a, b) = (stretch.from.max(-LAST), stretch.to.min(LAST));
        if a >= b {
            continue;
        }
        let count = ((b - a) / WIDTH * finer).ceil();
        let half = 0.5 * (b - a) / count;
        for i in 0..count as u32 {
            let middle = a + half * (2.0 * f64::from(i) + 1.0);
            for (node, weight) in RULE {
                for x in [middle - half * node, middle + half * node] {
                    let density = exp(-0.5 * x * x) / (2.0 * PI).sqrt();
                    sum += half * weight * of(line.f(x)) * density;
                }
            }
        }
    }
    sum
}
