//! Softmax: e^(zᵢ/T)/Σⱼ e^(zⱼ/T), from ℝᴷ onto the open simplex, T > 0.
//!
//! Smooth everywhere; J = (diag s − s·sᵀ)/T; unchanged when a constant is added to every zᵢ.
//! The curve is s₀ of z = (x, 0, 0): 1/(1 + 2e^(−x/T)), limits 0 and 1; NaN for NaN. Entries of
//! +∞ share all of the probability (JAX gives NaN). The largest zᵢ is subtracted first, and
//! 1 − sᵢ is summed from the others, so nothing overflows or cancels.
//! Source: Bridle 1990; PyTorch `Softmax` (T = 1).

use super::structure::Structure;
use super::{
    Activation, Family, Kind, Param, SMOOTH, Source, Valid, Vector, code, frameworks, prose,
};
use crate::numeric::elementary::{logistic, logistic_slope};
use crate::numeric::lanes::{Lane, elementary};
use libm::{exp, tanh};
use std::f64::consts::LN_2;

/// e^(zᵢ/T)/Σⱼ e^(zⱼ/T).
pub static SOFTMAX: Activation = Activation {
    id: "softmax",
    name: "Softmax",
    family: Family::Vector,
    formula: prose!(
        r"\frac{e^{x / {temperature}}}{e^{x / {temperature}} + 2}, \quad \operatorname{softmax}(z)_i = \frac{e^{z_i / {temperature}}}{\sum_j e^{z_j / {temperature}}}"
    ),
    derivative: prose!(
        r"\frac{s (1 - s)}{{temperature}}, \quad \frac{\partial s_i}{\partial z_j} = \frac{s_i (\delta_{ij} - s_j)}{{temperature}}"
    ),
    source: Source {
        cite: prose!("Bridle 1990"),
        url: prose!("https://doi.org/10.1007/978-3-642-76153-9_28"),
    },
    params: &[TEMPERATURE],
    eval: |x, p| {
        let (s, ds) = logistic(x / p[0] - LN_2);
        (s, ds / p[0])
    },
    dparams: |x, p| {
        let ds = logistic(x / p[0] - LN_2).1;
        [if ds == 0.0 { 0.0 } else { -ds * (x / p[0]) / p[0] }, 0.0]
    },
    kind: Kind::Vector(Vector {
        value: |z, p| probabilities(z, p[0]),
        jacobian: |z, p| jacobian(&probabilities(z, p[0]), p[0]),
    }),
    frameworks: frameworks![
        PyTorch: "torch.nn.Softmax(dim=None)" [1.0];
        Jax: "jax.nn.softmax(x, axis=-1)" [1.0];
        Keras: "keras.activations.softmax(x, axis=-1)" [1.0];
        TensorFlow: "tf.nn.softmax(x, axis=-1)" [1.0];
        Onnx: "Softmax-13(axis=-1)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(z):
                z = np.asarray(z, dtype=float)
                top = np.max(z, axis=-1, keepdims=True)
                # Less the largest, nothing overflows; entries of inf share all of the probability.
                e = np.exp(np.subtract(z, top, out=np.zeros_like(z), where=z != top) / {temperature})
                return e / np.sum(e, axis=-1, keepdims=True)

            # The Jacobian at one vector: row i holds the derivatives of f(z)[i].
            def df(z):
                s = f(z)
                jacobian = -np.outer(s, s) / {temperature}
                np.fill_diagonal(jacobian, 0.0)
                return jacobian - np.diag(jacobian.sum(axis=1))  # every row adds up to 0
        ";
        PyTorch: "torch.nn.Softmax(dim=-1)" [1.0];
        PyTorch: "torch.softmax(z / {temperature}, dim=-1)";
        Jax: "jax.nn.softmax(z, axis=-1)" [1.0];
        Jax: "jax.nn.softmax(z / {temperature}, axis=-1)";
        Keras: "keras.activations.softmax(z, axis=-1)" [1.0];
        Keras: "keras.activations.softmax(z / {temperature}, axis=-1)";
        Rust: "
            fn f(z: &[f64]) -> Vec<f64> {
                // Less the largest, nothing overflows; entries of ∞ share all of the probability.
                let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let e = |z: &f64| if *z == top { 1.0 } else { ((z - top) / {temperature}).exp() };
                let sum: f64 = z.iter().map(e).sum();
                z.iter().map(|z| e(z) / sum).collect()
            }

            /// The Jacobian: row i holds the derivatives of f(z)[i].
            fn df(z: &[f64]) -> Vec<Vec<f64>> {
                let s = f(z);
                let row = |i: usize| {
                    let mut row: Vec<f64> = s.iter().map(|sj| -s[i] * sj / {temperature}).collect();
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

/// f″ of the curve: −σ′(u)·tanh(u/2)/T² with u = x/T − ln 2.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    let u = x / p[0] - LN_2;
    logistic_slope(-1.0 / p[0], u, tanh(0.5 * u) / p[0])
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (s, ds) = elementary::logistic(x / L::of(p[0]) - L::of(LN_2));
    (s, ds / L::of(p[0]))
}

/// The temperature, which PyTorch leaves to the caller.
pub(super) const TEMPERATURE: Param = Param {
    name: "temperature",
    symbol: "T",
    default: 1.0,
    valid: Valid::Above(0.0),
    slider: (0.05, 5.0),
    step: 0.05,
};

/// The softmax of `z` at temperature `t`.
pub(super) fn probabilities(z: &[f64], t: f64) -> Vec<f64> {
    let weights: Vec<f64> = scaled(z, t).into_iter().map(exp).collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|w| w / sum).collect()
}

/// `(zᵢ − max z)/t`, with 0 for every infinite maximum.
pub(super) fn scaled(z: &[f64], t: f64) -> Vec<f64> {
    let max = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let infinite = max == f64::INFINITY;
    let scaled = |z: &f64| match z - max {
        _ if infinite && *z == max => 0.0,
        below if below.is_finite() => below / t,
        // Only their difference is too large for a number.
        _ => z / t - max / t,
    };
    z.iter().map(scaled).collect()
}

/// `sᵢ(δᵢⱼ − sⱼ)/t`, with 1 − sᵢ as the sum of the others.
pub(super) fn jacobian(s: &[f64], t: f64) -> Vec<f64> {
    let entry =
        |i: usize, j: usize| if i == j { s[i] * others(s, i) / t } else { -s[i] * s[j] / t };
    (0..s.len()).flat_map(|i| (0..s.len()).map(move |j| (i, j))).map(|(i, j)| entry(i, j)).collect()
}

/// The sum of all entries but the one at `i`.
pub(super) fn others(s: &[f64], i: usize) -> f64 {
    s.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, s)| s).sum()
}
