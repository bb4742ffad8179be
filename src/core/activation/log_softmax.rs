//! Log-softmax: zᵢ/T − ln Σⱼ e^(zⱼ/T), from ℝᴷ, every entry ≤ 0, T > 0.
//!
//! Smooth everywhere; Jᵢⱼ = (δᵢⱼ − sⱼ)/T with s the softmax. The curve is entry 0 of
//! z = (x, 0, 0): −ln(1 + 2e^(−x/T)), limits −∞ and 0; NaN for NaN. Around the largest zᵢ the sum
//! is 1 + the rest, taken by `log1p`, so a near-certain class keeps its digits.
//! Source: PyTorch `LogSoftmax` (T = 1).

use super::softmax::{TEMPERATURE, others, probabilities, scaled};
use super::structure::Structure;
use super::{Activation, Family, Kind, SMOOTH, Source, Vector, Window, code, frameworks, prose};
use crate::numeric::elementary::{logistic, logistic_slope, softplus_excess};
use crate::numeric::lanes::{Lane, elementary};
use libm::{exp, log1p};
use std::f64::consts::LN_2;

/// zᵢ/T − ln Σⱼ e^(zⱼ/T).
pub static LOG_SOFTMAX: Activation = Activation {
    id: "log_softmax",
    name: "Log-softmax",
    family: Family::Vector,
    formula: prose!(
        r"-\ln(1 + 2 e^{-x / {temperature}}), \quad \operatorname{logsoftmax}(z)_i = \frac{z_i}{{temperature}} - \ln \sum_j e^{z_j / {temperature}}"
    ),
    derivative: prose!(
        r"\frac{1 - s}{{temperature}}, \quad \frac{\partial f_i}{\partial z_j} = \frac{\delta_{ij} - s_j}{{temperature}}"
    ),
    source: Source {
        cite: prose!("PyTorch LogSoftmax"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html"),
    },
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
    code: code![
        NumPy: "
            def f(z):
                z = np.asarray(z, dtype=float)
                top = np.argmax(z, axis=-1, keepdims=True)
                largest = np.take_along_axis(z, top, axis=-1)
                d = np.subtract(z, largest, out=np.zeros_like(z), where=z != largest) / {temperature}
                rest = np.exp(d)  # the largest adds exactly 1: log1p of the rest keeps every digit
                np.put_along_axis(rest, top, 0.0, axis=-1)
                return d - np.log1p(np.sum(rest, axis=-1, keepdims=True))

            # The Jacobian at one vector: row i holds the derivatives of f(z)[i].
            def df(z):
                s = np.exp(f(z))
                jacobian = np.tile(-s / {temperature}, (s.size, 1))
                np.fill_diagonal(jacobian, 0.0)
                return jacobian - np.diag(jacobian.sum(axis=1))  # every row adds up to 0
        ";
        PyTorch: "torch.nn.LogSoftmax(dim=-1)" [1.0];
        PyTorch: "torch.log_softmax(z / {temperature}, dim=-1)";
        Jax: "jax.nn.log_softmax(z, axis=-1)" [1.0];
        Jax: "jax.nn.log_softmax(z / {temperature}, axis=-1)";
        Keras: "keras.activations.log_softmax(z, axis=-1)" [1.0];
        Keras: "keras.activations.log_softmax(z / {temperature}, axis=-1)";
        Rust: "
            fn f(z: &[f64]) -> Vec<f64> {
                let top = (1..z.len()).fold(0, |top, i| if z[i] > z[top] { i } else { top });
                let d = |i: usize| if z[i] == z[top] { 0.0 } else { (z[i] - z[top]) / {temperature} };
                // The largest adds exactly 1: ln_1p of the rest keeps every digit.
                let rest: f64 = (0..z.len()).filter(|i| *i != top).map(|i| d(i).exp()).sum();
                (0..z.len()).map(|i| d(i) - rest.ln_1p()).collect()
            }

            /// The Jacobian: row i holds the derivatives of f(z)[i].
            fn df(z: &[f64]) -> Vec<Vec<f64>> {
                let s: Vec<f64> = f(z).into_iter().map(f64::exp).collect();
                let row = |i: usize| {
                    let mut row: Vec<f64> = s.iter().map(|sj| -sj / {temperature}).collect();
                    row[i] = 0.0;
                    row[i] = -row.iter().sum::<f64>(); // every row adds up to 0
                    row
                };
                (0..s.len()).map(row).collect()
            }
        ";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// Smooth; it changes over T.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure { unit: p[0], ..Structure::SMOOTH }
}

/// f″ of the curve: −σ′(u)/T² with u = x/T − ln 2.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    logistic_slope(-1.0 / p[0], x / p[0] - LN_2, 1.0 / p[0])
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let u = x / L::of(p[0]) - L::of(LN_2);
    let f = u.smaller(L::zero()) - elementary::softplus_excess(u);
    (f, elementary::logistic(-u).0 / L::of(p[0]))
}
