//! Softmin: e^(−zᵢ/T)/Σⱼ e^(−zⱼ/T), the softmax of −z, T > 0.
//!
//! Smooth everywhere; J is minus that of the softmax at −z. The curve is entry 0 of
//! z = (x, 0, 0): 1/(1 + 2e^(x/T)), limits 1 and 0; NaN for NaN. Source: PyTorch `Softmin` (T = 1).

use super::softmax::{TEMPERATURE, jacobian, probabilities};
use super::structure::Structure;
use super::{Activation, Family, Kind, SMOOTH, Source, Vector, code, frameworks, prose};
use crate::numeric::elementary::logistic;
use crate::numeric::lanes::{Lane, elementary};
use std::f64::consts::LN_2;

/// e^(−zᵢ/T)/Σⱼ e^(−zⱼ/T).
pub static SOFTMIN: Activation = Activation {
    id: "softmin",
    name: "Softmin",
    family: Family::Vector,
    formula: prose!(
        r"\frac{e^{-x / {temperature}}}{e^{-x / {temperature}} + 2}, \quad \operatorname{softmin}(z)_i = \frac{e^{-z_i / {temperature}}}{\sum_j e^{-z_j / {temperature}}}"
    ),
    derivative: prose!(
        r"-\frac{s (1 - s)}{{temperature}}, \quad \frac{\partial s_i}{\partial z_j} = -\frac{s_i (\delta_{ij} - s_j)}{{temperature}}"
    ),
    source: Source {
        cite: prose!("PyTorch Softmin"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html"),
    },
    params: &[TEMPERATURE],
    eval: |x, p| {
        let (s, ds) = logistic(-x / p[0] - LN_2);
        (s, -ds / p[0])
    },
    dparams: |x, p| {
        let ds = logistic(-x / p[0] - LN_2).1;
        [if ds == 0.0 { 0.0 } else { ds * (x / p[0]) / p[0] }, 0.0]
    },
    kind: Kind::Vector(Vector {
        value: |z, p| probabilities(&negated(z), p[0]),
        jacobian: |z, p| negated(&jacobian(&probabilities(&negated(z), p[0]), p[0])),
    }),
    frameworks: frameworks![
        PyTorch: "torch.nn.Softmin(dim=None)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(z):
                z = np.asarray(z, dtype=float)
                low = np.min(z, axis=-1, keepdims=True)
                # Less the smallest, nothing overflows; entries of -inf share all of the probability.
                e = np.exp(np.subtract(low, z, out=np.zeros_like(z), where=z != low) / {temperature})
                return e / np.sum(e, axis=-1, keepdims=True)

            # The Jacobian at one vector: row i holds the derivatives of f(z)[i].
            def df(z):
                s = f(z)
                jacobian = np.outer(s, s) / {temperature}
                np.fill_diagonal(jacobian, 0.0)
                return jacobian - np.diag(jacobian.sum(axis=1))  # every row adds up to 0
        ";
        PyTorch: "torch.nn.Softmin(dim=-1)" [1.0];
        PyTorch: "torch.softmax(-z / {temperature}, dim=-1)";
        Jax: "jax.nn.softmax(-z / {temperature}, axis=-1)";
        Keras: "keras.activations.softmax(-z / {temperature}, axis=-1)";
        Rust: "
            fn f(z: &[f64]) -> Vec<f64> {
                // Less the smallest, nothing overflows; entries of -∞ share all of the probability.
                let low = z.iter().copied().fold(f64::INFINITY, f64::min);
                let e = |z: &f64| if *z == low { 1.0 } else { ((low - z) / {temperature}).exp() };
                let sum: f64 = z.iter().map(e).sum();
                z.iter().map(|z| e(z) / sum).collect()
            }

            /// The Jacobian: row i holds the derivatives of f(z)[i].
            fn df(z: &[f64]) -> Vec<Vec<f64>> {
                let s = f(z);
                let row = |i: usize| {
                    let mut row: Vec<f64> = s.iter().map(|sj| s[i] * sj / {temperature}).collect();
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

/// f″ of the curve: that of the softmax at −x.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    super::softmax::second(-x, p)
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (s, ds) = elementary::logistic(-x / L::of(p[0]) - L::of(LN_2));
    (s, -ds / L::of(p[0]))
}

fn negated(z: &[f64]) -> Vec<f64> {
    z.iter().map(|z| -z).collect()
}
