//! Softplus: ln(1 + e^(βx))/β, on ℝ, β ≠ 0; range (0, ∞), for β < 0 (−∞, 0).
//!
//! Smooth; f(0) = ln 2/β, which is also the largest gap to ReLU; limits 0 and +∞, for β < 0
//! −∞ and 0 (it is −softplus(−x) with −β); NaN for NaN. Computed as max(x, 0) + log1p(e^−|βx|)/β, so it neither overflows nor, as PyTorch's
//! threshold = 20 does, drops the tail. Source: Dugas et al. 2001; PyTorch `Softplus`.

use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::elementary::{logistic, logistic_slope, softplus_excess};
use crate::numeric::lanes::{Lane, elementary};

/// ln(1 + e^(βx))/β.
pub static SOFTPLUS: Activation = Activation {
    id: "softplus",
    name: "Softplus",
    family: Family::Exponential,
    formula: prose!(r"\frac{1}{{beta}} \ln(1 + e^{{beta} x})"),
    derivative: prose!(r"\frac{1}{1 + e^{-{beta} x}}"),
    source: Source {
        cite: prose!("Dugas et al. 2001"),
        url: prose!(
            "https://papers.nips.cc/paper/1920-incorporating-second-order-functional-knowledge-for-better-option-pricing"
        ),
    },
    params: &[Param {
        name: "beta",
        symbol: "β",
        default: 1.0,
        valid: Valid::NotZero,
        slider: (0.1, 10.0),
        step: 0.1,
    }],
    eval: |x, p| {
        let z = p[0] * x;
        // max(βx, 0)/β, and what softplus adds to it.
        let bent = if p[0] > 0.0 { x.max(0.0) } else { x.min(0.0) };
        (bent + softplus_excess(z) / p[0], logistic(z).0)
    },
    dparams: |x, p| {
        // (xσ(βx) − f)/β with the x of both terms cancelled by hand for βx > 0; even in β.
        let (z, beta) = (p[0] * x, p[0].abs());
        let pull = logistic(-z.abs()).0;
        let linear = if pull == 0.0 { 0.0 } else { x.abs() * pull };
        [-(linear + softplus_excess(z) / beta) / beta, 0.0]
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Softplus(beta=1.0, threshold=20.0)" [1.0];
        Jax: "jax.nn.softplus(x)" [1.0];
        Keras: "keras.activations.softplus(x)" [1.0];
        TensorFlow: "tf.nn.softplus(x)" [1.0];
        Onnx: "Softplus-22" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                z = {beta} * x
                return (np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))) / {beta}

            def df(x):
                z = {beta} * x
                e = np.exp(-np.abs(z))  # at most 1: never overflows
                return np.where(z >= 0, 1.0, e) / (1 + e)
        ";
        PyTorch: "torch.nn.Softplus(beta={beta}, threshold=40.0)  # its default, 20.0, costs digits";
        Jax: "jax.nn.softplus(x)" [1.0];
        Jax: "jax.nn.softplus({beta} * x) / {beta}";
        Keras: "keras.activations.softplus(x)" [1.0];
        Keras: "keras.activations.softplus({beta} * x) / {beta}";
        Rust: "
            fn f(x: f64) -> f64 {
                let z = {beta} * x;
                (z.max(0.0) + (-z.abs()).exp().ln_1p()) / {beta}
            }

            fn df(x: f64) -> f64 {
                1.0 / (1.0 + (-{beta} * x).exp())
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "(max(a*x,0)+log1p(exp(-abs(a*x))))/a";

/// Smooth; it changes over 1/β.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure { unit: 1.0 / p[0].abs(), ..Structure::SMOOTH }
}

/// f″ = β·σ′(βx).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    logistic_slope(p[0], p[0] * x, 1.0)
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (z, zero) = (L::of(p[0]) * x, L::zero());
    let bent = if p[0] > 0.0 { x.at_most(zero).pick(zero, x) } else { x.smaller(zero) };
    (bent + elementary::softplus_excess(z) / L::of(p[0]), elementary::logistic(z).0)
}
