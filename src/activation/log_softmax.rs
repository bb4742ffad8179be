//! Log-softmax: zᵢ/T − ln Σⱼ e^(zⱼ/T), from ℝᴷ, every entry ≤ 0, T > 0.
//!
//! Smooth everywhere; Jᵢⱼ = (δᵢⱼ − sⱼ)/T with s the softmax. The curve is entry 0 of
//! z = (x, 0, 0): −ln(1 + 2e^(−x/T)), limits −∞ and 0; NaN for NaN. Around the largest zᵢ the sum
//! is 1 + the rest, taken by `log1p`, so a near-certain class keeps its digits.
//! Source: PyTorch `LogSoftmax` (T = 1).

use super::softmax::{TEMPERATURE, others, probabilities, scaled};
use super::{Activation, Family, Kind, SMOOTH, Source, Vector, Window, frameworks, prose};
use crate::numeric::elementary::{logistic, softplus_excess};
use libm::{exp, log1p};
use std::f64::consts::LN_2;

/// zᵢ/T − ln Σⱼ e^(zⱼ/T).
pub static LOG_SOFTMAX: Activation = Activation {
    id: "log_softmax",
    name: "Log-softmax",
    family: Family::Vector,
    formula: prose!(r"-\ln(1 + 2 e^{-x / T}), \quad \operatorname{logsoftmax}(z)_i = \frac{z_i}{T} - \ln \sum_j e^{z_j / T}"),
    derivative: prose!(r"\frac{1 - s}{T}, \quad \frac{\partial f_i}{\partial z_j} = \frac{\delta_{ij} - s_j}{T}"),
    source: Source { cite: prose!("PyTorch LogSoftmax"), url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html") },
    params: &[TEMPERATURE],
    eval: |x, p| {
        let u = x / p[0] - LN_2;
        (u.min(0.0) - softplus_excess(u), logistic(-u).0 / p[0])
    },
    dparams: |x, p| {
        let open = logistic(LN_2 - x / p[0]).0;
        [if open == 0.0 { 0.0 } else { -open * (x / p[0]) / p[0] }, 0.0]
    },
    window: Window::new(-5.0, 5.0, -3.5, 1.5),
    kind: Kind::Vector(Vector {
        value: |z, p| {
            let scaled = scaled(z, p[0]);
            let top = scaled.iter().position(|s| *s == 0.0).unwrap_or(0);
            let weights: Vec<f64> = scaled.iter().copied().map(exp).collect();
            let log_sum = log1p(others(&weights, top));
            scaled.iter().map(|s| s - log_sum).collect()
        },
        jacobian: |z, p| {
            let s = probabilities(z, p[0]);
            let n = s.len();
            (0..n * n)
                .map(|k| (k / n, k % n))
                .map(|(i, j)| if i == j { others(&s, i) } else { -s[j] } / p[0])
                .collect()
        },
    }),
    frameworks: frameworks![
        PyTorch: "torch.nn.LogSoftmax(dim=None)" [1.0];
        Jax: "jax.nn.log_softmax(x, axis=-1)" [1.0];
        Keras: "keras.activations.log_softmax(x, axis=-1)" [1.0];
        TensorFlow: "tf.nn.log_softmax(x, axis=-1)" [1.0];
        Onnx: "LogSoftmax-13(axis=-1)" [1.0];
    ],
    ..SMOOTH
};
