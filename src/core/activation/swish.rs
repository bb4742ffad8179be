//! Swish: x·σ(βx), on ℝ; β = 1 is SiLU.
//!
//! Smooth, not monotone for β ≠ 0: f′ < 0 on the far negative side (β > 0). β = 0 gives x/2,
//! β → ∞ ReLU, β < 0 the mirror image. Limits 0 and +∞ for β > 0; f(−0) = −0; NaN for NaN.
//! Source: Ramachandran et al. 2017, Elfwing et al. 2017; PyTorch `SiLU` (β = 1).

use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::elementary::{gated_by_logistic, logistic, logistic_slope};
use crate::numeric::lanes::{Lane, elementary};
use libm::tanh;

/// x·σ(βx).
pub static SWISH: Activation = Activation {
    id: "swish",
    name: "Swish",
    family: Family::SelfGated,
    formula: prose!(r"\frac{x}{1 + e^{-{beta} x}}"),
    derivative: prose!(r"\sigma({beta} x) \bigl(1 + {beta} x\, \sigma(-{beta} x)\bigr)"),
    source: Source {
        cite: prose!("Ramachandran et al. 2017"),
        url: prose!("https://arxiv.org/abs/1710.05941"),
    },
    params: &[Param {
        name: "beta",
        symbol: "β",
        default: 1.0,
        valid: Valid::Any,
        slider: (0.0, 10.0),
        step: 0.1,
    }],
    eval: |x, p| {
        if p[0] == 0.0 { (x / 2.0, 0.5) } else { gated_by_logistic(x, p[0] * x, p[0]) }
    },
    dparams: |x, p| {
        let slope = if p[0] == 0.0 { 0.25 } else { logistic(p[0] * x).1 };
        [if slope == 0.0 { 0.0 } else { x * slope * x }, 0.0]
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.SiLU()" [1.0];
        Jax: "jax.nn.silu(x)" [1.0];
        Keras: "keras.activations.silu(x)" [1.0];
        TensorFlow: "tf.nn.silu(x, beta=1.0)" [1.0];
        Onnx: "Swish-24(alpha=1.0)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                z = np.clip({beta} * x, -800, 800)  # e**-800 is 0 in float64
                e = np.exp(-np.abs(z))
                return np.where(z > -800, x, 0.0) * np.where(z >= 0, 1.0, e) / (1 + e)

            def df(x):
                z = np.clip({beta} * x, -800, 800)
                e = np.exp(-np.abs(z))
                gate = np.where(z >= 0, 1.0, e) / (1 + e)
                return gate * (1 + z * np.where(z >= 0, e, 1.0) / (1 + e))
        ";
        PyTorch: "torch.nn.SiLU()" [1.0];
        PyTorch: "x * torch.sigmoid({beta} * x)";
        Jax: "jax.nn.silu(x)" [1.0];
        Jax: "x * jax.nn.sigmoid({beta} * x)";
        Keras: "keras.activations.silu(x)" [1.0];
        Keras: "x * keras.activations.sigmoid({beta} * x)";
        Rust: "
            fn f(x: f64) -> f64 {
                let e = (-{beta} * x).exp();
                if e.is_infinite() { 0.0 } else { x / (1.0 + e) }
            }

            fn df(x: f64) -> f64 {
                let z = ({beta} * x).clamp(-800.0, 800.0); // e^-800 is 0 in f64
                let gate = 1.0 / (1.0 + (-z).exp());
                gate * (1.0 + z / (1.0 + z.exp()))
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "x/(1+exp(-a*x))";

/// Smooth; it changes over 1/β; for β = 0 the line x/2.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 {
        return Structure::rectifier(0.5, 0.5);
    }
    Structure { unit: 1.0 / p[0].abs(), ..Structure::SMOOTH }
}

/// f″ = β·σ′(z)·(2 − z·tanh(z/2)) with z = βx: 0 where z·tanh(z/2) = 2, at z = ±2.3994.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if p[0] == 0.0 {
        return 0.0;
    }
    let z = p[0] * x;
    logistic_slope(p[0], z, 2.0 - z * tanh(0.5 * z))
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    if p[0] == 0.0 {
        return (x * L::of(0.5), L::of(0.5));
    }
    let z = L::of(p[0]) * x;
    elementary::gated_by_logistic(x, z, z)
}
