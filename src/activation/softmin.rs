//! Softmin: e^(−zᵢ/T)/Σⱼ e^(−zⱼ/T), the softmax of −z, T > 0.
//!
//! Smooth everywhere; J is minus that of the softmax at −z. The curve is entry 0 of
//! z = (x, 0, 0): 1/(1 + 2e^(x/T)), limits 1 and 0; NaN for NaN. Source: PyTorch `Softmin` (T = 1).

use super::softmax::{TEMPERATURE, jacobian, probabilities};
use super::{Activation, Family, Kind, SMOOTH, Source, Vector, frameworks, prose};
use crate::numeric::elementary::logistic;
use std::f64::consts::LN_2;

/// e^(−zᵢ/T)/Σⱼ e^(−zⱼ/T).
pub static SOFTMIN: Activation = Activation {
    id: "softmin",
    name: "Softmin",
    family: Family::Vector,
    formula: prose!(r"\frac{e^{-x / T}}{e^{-x / T} + 2}, \quad \operatorname{softmin}(z)_i = \frac{e^{-z_i / T}}{\sum_j e^{-z_j / T}}"),
    derivative: prose!(r"-\frac{s (1 - s)}{T}, \quad \frac{\partial s_i}{\partial z_j} = -\frac{s_i (\delta_{ij} - s_j)}{T}"),
    source: Source { cite: prose!("PyTorch Softmin"), url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html") },
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
    ..SMOOTH
};

fn negated(z: &[f64]) -> Vec<f64> {
    z.iter().map(|z| -z).collect()
}
