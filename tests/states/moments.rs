//! Mean and variance under N(0, 1) by brute force.

use super::state::State;
use activation_explorer::activation::structure;
use activation_explorer::properties::properties;
use std::f64::consts::PI;

/// Midpoints on [−52, 52], beyond which even √φ is 0.
const POINTS: u32 = 400_000;
const LAST: f64 = 52.0;

/// What differs from the midpoint sum.
pub fn faults(state: &State) -> impl Iterator<Item = String> + use<> {
    let step = 2.0 * LAST / f64::from(POINTS);
    let at = |i: u32| -LAST + step * (f64::from(i) + 0.5);
    let root = |x: f64| libm::exp(-0.25 * x * x) * (step / (2.0 * PI).sqrt()).sqrt();
    let terms = |of: &dyn Fn(f64) -> f64| (0..POINTS).map(at).map(of).sum::<f64>();
    let mean = terms(&|x| state.f(x) * root(x) * root(x));
    let variance = terms(&|x| ((state.f(x) - mean) * root(x)).powi(2));
    let got = properties(state.act, &state.p);
    // A jump, and an oscillation that a step does not resolve, cost about a step of their height.
    let steep = got.lipschitz * step > 1e-4 * (variance.sqrt() + mean.abs());
    let rough =
        steep || structure(state.act, &state.p).period.is_some_and(|p| p.length < 10.0 * step);
    let size = variance.sqrt() + mean.abs();
    let allowed = |size: f64| if rough { 1e-2 * size } else { 1e-6 * size } + 1e-12;
    let differ = |got: f64, want: f64, size: f64| {
        want.is_finite()
            && !(got.is_nan() && size > 1e100)
            && (got - want).abs().partial_cmp(&allowed(size)) != Some(std::cmp::Ordering::Less)
    };
    let mut faults = Vec::new();
    if differ(got.mean, mean, size) {
        faults.push(format!("mean {:e}, sampled {mean:e}", got.mean));
    }
    if differ(got.variance, variance, size * size) {
        faults.push(format!("variance {:e}, sampled {variance:e}", got.variance));
    }
    faults.into_iter()
}
