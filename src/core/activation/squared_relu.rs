//! Squared ReLU: max(0, x)², on ℝ, range [0, ∞).
//!
//! C¹: f′(0) = 0 from both sides, f″ jumps from 0 to 2; limits 0 and +∞, f′ → +∞; NaN for NaN.
//! Source: So et al. 2021 (Primer).

use super::structure::Structure;
use super::{Activation, Family, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// max(0, x)².
pub static SQUARED_RELU: Activation = Activation {
    id: "squared_relu",
    name: "Squared ReLU",
    family: Family::Rectifier,
    formula: prose!(r"\max(0, x)^2"),
    derivative: prose!(r"2 \max(0, x)"),
    source: Source {
        cite: prose!("So et al. 2021"),
        url: prose!("https://arxiv.org/abs/2109.08668"),
    },
    eval: |x, _| if x > 0.0 { (x * x, 2.0 * x) } else { (0.0, 0.0) },
    code: code![
        NumPy: "
            def f(x):
                return np.maximum(x, 0.0) ** 2

            def df(x):
                return 2 * np.maximum(x, 0.0)
        ";
        PyTorch: "torch.square(torch.relu(x))";
        Jax: "jnp.square(jax.nn.relu(x))";
        Keras: "keras.ops.square(keras.activations.relu(x))";
        Rust: "
            fn f(x: f64) -> f64 {
                if x <= 0.0 { 0.0 } else { x * x }
            }

            fn df(x: f64) -> f64 {
                if x <= 0.0 { 0.0 } else { 2.0 * x }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "max(x,0)^2";

/// Constant on the left; f″ jumps at 0.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { straight: vec![(f64::NEG_INFINITY, 0.0)], bends: vec![0.0], ..Structure::SMOOTH }
}

/// f″: 0 for x < 0, 2 for x > 0, and 2 at 0 as on the right of it.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    if x < 0.0 { 0.0 } else { 2.0 }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let positive = x.at_most(L::zero()).pick(L::zero(), x);
    (positive * positive, positive + positive)
}
