//! Softplus: ln(1 + e^(βx))/β, on ℝ, range (0, ∞), β > 0.
//!
//! Smooth; f(0) = ln 2/β, which is also the largest gap to ReLU; limits 0 and +∞; NaN for NaN.
//! Computed as max(x, 0) + log1p(e^−|βx|)/β, so it neither overflows nor, as PyTorch's
//! threshold = 20 does, drops the tail. Source: Dugas et al. 2001; PyTorch `Softplus`.

use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::elementary::{logistic, logistic_slope, softplus_excess};

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
        valid: Valid::Above(0.0),
        slider: (0.1, 10.0),
        step: 0.1,
    }],
    eval: |x, p| {
        let z = p[0] * x;
        (x.max(0.0) + softplus_excess(z) / p[0], logistic(z).0)
    },
    dparams: |x, p| {
        // (xσ(βx) − f)/β with the x of both terms cancelled by hand for x > 0.
        let z = p[0] * x;
        let pull = logistic(-z.abs()).0;
        let linear = if pull == 0.0 { 0.0 } else { x.abs() * pull };
        [-(linear + softplus_excess(z) / p[0]) / p[0], 0.0]
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
                return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs({beta} * x))) / {beta}

            def df(x):
                e = np.exp(-np.abs({beta} * x))  # at most 1: never overflows
                return np.where(x >= 0, 1.0, e) / (1 + e)
        ";
        PyTorch: "torch.nn.Softplus(beta={beta}, threshold=40.0)  # its default, 20.0, costs digits";
        Jax: "jax.nn.softplus(x)" [1.0];
        Jax: "jax.nn.softplus({beta} * x) / {beta}";
        Keras: "keras.activations.softplus(x)" [1.0];
        Keras: "keras.activations.softplus({beta} * x) / {beta}";
        Rust: "
            fn f(x: f64) -> f64 {
                x.max(0.0) + (-({beta} * x).abs()).exp().ln_1p() / {beta}
            }

            fn df(x: f64) -> f64 {
                1.0 / (1.0 + (-{beta} * x).exp())
            }
        ";
    ],
    ..SMOOTH
};

/// f″ = β·σ′(βx).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    logistic_slope(p[0], p[0] * x, 1.0)
}
