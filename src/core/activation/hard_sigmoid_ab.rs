//! Hard sigmoid with slope and offset: clip(αx+β, 0, 1), on ℝ, range [0, 1]; falling for α < 0,
//! constant for α = 0.
//!
//! Kinks at −β/α and (1−β)/α, where f′ is 0 by the house convention; limits 0 and 1, for α < 0
//! 1 and 0;
//! NaN for NaN. Source: ONNX `HardSigmoid` (α = 0.2, β = 0.5), Keras before version 3;
//! Courbariaux et al. 2015 use α = 0.5, Gulcehre et al. 2016 α = 0.25.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::elementary::within;
use crate::numeric::lanes::{Lane, elementary};

/// clip(αx+β, 0, 1).
pub static HARD_SIGMOID_AB: Activation = Activation {
    id: "hard_sigmoid_ab",
    name: "Hard sigmoid (α, β)",
    family: Family::Sigmoidal,
    formula: prose!(r"\operatorname{clip}({alpha} x + {beta},\ 0,\ 1)"),
    derivative: prose!(
        r"\begin{cases} {alpha} & 0 < {alpha} x + {beta} < 1 \\ 0 & {alpha} x + {beta} \notin (0, 1) \end{cases}"
    ),
    source: Source {
        cite: prose!("Courbariaux et al. 2015"),
        url: prose!("https://arxiv.org/abs/1511.00363"),
    },
    params: &[
        Param {
            name: "alpha",
            symbol: "α",
            default: 0.2,
            valid: Valid::Any,
            slider: (0.05, 1.0),
            step: 0.01,
        },
        Param {
            name: "beta",
            symbol: "β",
            default: 0.5,
            valid: Valid::Any,
            slider: (-0.5, 1.5),
            step: 0.01,
        },
    ],
    eval: |x, p| {
        let y = line(x, p);
        if y <= 0.0 {
            (0.0, 0.0)
        } else if y >= 1.0 {
            (1.0, 0.0)
        } else {
            (y, p[0])
        }
    },
    dparams: |x, p| {
        let y = line(x, p);
        if 0.0 < y && y < 1.0 { [x, 1.0] } else { [0.0, 0.0] }
    },
    breaks: |p| {
        let ends = [-p[1] / p[0], (1.0 - p[1]) / p[0]];
        let rising = if p[0] < 0.0 { [ends[1], ends[0]] } else { ends };
        rising.into_iter().filter(|x| p[0] != 0.0 && x.is_finite()).collect()
    },
    frameworks: frameworks![
        Keras: "tf.keras.activations.hard_sigmoid(x)  # ≤ 2.15" [0.2, 0.5];
        Onnx: "HardSigmoid-22(alpha=0.2, beta=0.5)" [0.2, 0.5];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.clip({alpha} * x + {beta}, 0.0, 1.0)

            def df(x):
                y = {alpha} * x + {beta}
                return np.select([(y > 0) & (y < 1), (y <= 0) | (y >= 1)], [{alpha}, 0.0], np.nan)
        ";
        PyTorch: "torch.clamp({alpha} * x + {beta}, 0.0, 1.0)";
        Jax: "jnp.clip({alpha} * x + {beta}, 0.0, 1.0)";
        Keras: "keras.ops.clip({alpha} * x + {beta}, 0.0, 1.0)";
        Rust: "
            fn f(x: f64) -> f64 {
                ({alpha} * x + {beta}).clamp(0.0, 1.0)
            }

            fn df(x: f64) -> f64 {
                let y = {alpha} * x + {beta};
                if y > 0.0 && y < 1.0 {
                    {alpha}
                } else if y <= 0.0 || y >= 1.0 {
                    0.0
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` and `b` for the parameters.
pub const TYPED: &str = "min(max(a*x+b,0),1)";

/// Straight between its kinks; constant for α = 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 {
        return Structure::constant(within(p[1], 0.0, 1.0));
    }
    Structure::pieces(Parity::Neither)
}

/// f″: 0 on every piece, and at the kinks as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let y = if p[0] == 0.0 { L::of(p[1]) } else { L::of(p[0]) * x + L::of(p[1]) };
    elementary::clipped(y, L::zero(), L::of(1.0), L::of(p[0]))
}

/// αx+β before it is clipped; β for α = 0 also at ±∞.
fn line(x: f64, p: &[f64]) -> f64 {
    if p[0] == 0.0 { p[1] } else { p[0] * x + p[1] }
}
