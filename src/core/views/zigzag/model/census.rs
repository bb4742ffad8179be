//! The census of signs: the share of steps in which all components of a neuron's gradient have one
//! sign.

use super::sign::one_signed;
use crate::activation::Activation;
use crate::demo::rng::Rng;

/// The share of `steps` gradients whose components all have one sign, of a neuron with `weights`
/// weights on batches of `batch` samples.
///
/// Counted as for row 6.1 of the fact check: every step sees fresh inputs x = f(z) with z ~ N(0, 1)
/// and an independent error δ ~ N(0, 1) per sample, and has the gradient Σ δx. For ten weights and
/// 2000 steps its figures are, for batches of 1, 8 and 64, 100, 57 and 54 % (sigmoid), 100, 11 and
/// 8 % (ReLU) and 0.05, 0.2 and 0.25 % (tanh; chance gives 2/2¹⁰). NaN for no steps.
#[must_use]
pub fn one_sign_share(
    (act, params): (&Activation, &[f64]),
    weights: usize,
    batch: usize,
    steps: u32,
    seed: u32,
) -> f64 {
    let mut rng = Rng::stream(seed, 2);
    let mut count = 0_u32;
    let mut gradient = vec![0.0; weights];
    for _ in 0..steps {
        gradient.fill(0.0);
        for _ in 0..batch {
            let error = rng.normal();
            for g in &mut gradient {
                *g += error * act.f(rng.normal(), params);
            }
        }
        count += u32::from(one_signed(&gradient));
    }
    f64::from(count) / f64::from(steps)
}
