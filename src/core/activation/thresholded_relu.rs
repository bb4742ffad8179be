//! Thresholded ReLU: x for x > α, 0 otherwise, on ℝ.
//!
//! Jump of height α at α (none for α = 0), where f = 0 and f′ = 0; limits 0 and +∞; NaN for NaN.
//! Source: Konda et al. 2014; ONNX `ThresholdedRelu` (α = 1).

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// x above α, 0 at and below it.
pub static THRESHOLDED_RELU: Activation = Activation {
    id: "thresholded_relu",
    name: "Thresholded ReLU",
    family: Family::Rectifier,
    formula: prose!(r"\begin{cases} x & x > {alpha} \\ 0 & x \le {alpha} \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & x > {alpha} \\ 0 & x \le {alpha} \end{cases}"),
    source: Source {
        cite: prose!("Konda et al. 2014"),
        url: prose!("https://arxiv.org/abs/1402.3337"),
    },
    params: &[Param {
        name: "alpha",
        symbol: "α",
        default: 1.0,
        valid: Valid::Any,
        slider: (0.0, 3.0),
        step: 0.1,
    }],
    eval: |x, p| if x > p[0] { (x, 1.0) } else { (0.0, 0.0) },
    breaks: |p| vec![p[0]],
    frameworks: frameworks![
        PyTorch: "torch.nn.Threshold(alpha, 0.0)" [] House;
        Keras: "keras.layers.ReLU(threshold=alpha)" [];
        Onnx: "ThresholdedRelu-22(alpha=1.0)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x <= {alpha}, 0.0, x)

            def df(x):
                return np.select([x > {alpha}, x <= {alpha}], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Threshold({alpha}, 0.0)";
        Jax: "jnp.where(x <= {alpha}, 0.0, x)";
        Keras: "keras.layers.ReLU(threshold={alpha})";
        Rust: "
            fn f(x: f64) -> f64 {
                if x <= {alpha} { 0.0 } else { x }
            }

            fn df(x: f64) -> f64 {
                if x > {alpha} {
                    1.0
                } else if x <= {alpha} {
                    0.0
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "where(x>a,x,0)";

/// A constant and a line; they meet for α = 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    let jumps = if p[0] == 0.0 { Vec::new() } else { vec![p[0]] };
    Structure { jumps, ..Structure::pieces(Parity::Neither) }
}

/// f″: 0 on both pieces, and at the jump as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let off = x.at_most(L::of(p[0]));
    (off.pick(L::zero(), x), off.pick(L::zero(), L::of(1.0)))
}
