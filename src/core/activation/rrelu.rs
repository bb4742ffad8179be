//! RReLU: x for x > 0, a·x otherwise, with a ~ U(lower, upper) drawn anew in training.
//!
//! This is evaluation mode, which uses the mean slope (lower+upper)/2; the band shows the
//! slopes training may draw. Kink at 0, where f′ is the slope by the house convention; limits
//! −∞ (positive slope) and +∞; NaN for NaN. lower ≤ upper. Source: Xu et al. 2015, who divide
//! instead: a ~ U(3, 8), x/a, tested with x/5.5; PyTorch `RReLU`.

use super::leaky_relu::{leaky, leaky_breaks, slope_gradient};
use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// The randomised leaky rectifier, evaluation mode.
pub static RRELU: Activation = Activation {
    id: "rrelu",
    name: "RReLU",
    family: Family::Rectifier,
    formula: prose!(
        r"\begin{cases} x & x > 0 \\ a x & x \le 0 \end{cases} \qquad a \sim U({lower}, {upper})"
    ),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Xu et al. 2015"),
        url: prose!("https://arxiv.org/abs/1505.00853"),
    },
    params: &[
        Param {
            name: "lower",
            symbol: "l",
            default: 1.0 / 8.0,
            valid: Valid::Any,
            slider: (0.0, 1.0),
            step: 0.005,
        },
        Param {
            name: "upper",
            symbol: "u",
            default: 1.0 / 3.0,
            valid: Valid::Any,
            slider: (0.0, 1.0),
            step: 0.005,
        },
    ],
    eval: |x, p| leaky(x, mean_slope(p)),
    dparams: |x, _| {
        let half = slope_gradient(x)[0] / 2.0;
        [half, half]
    },
    breaks: |p| leaky_breaks(mean_slope(p)),
    agree: |p| p[1] = p[1].max(p[0]),
    stop: |p, place| if place == 0 { p[0].min(p[1]) } else { p[1].max(p[0]) },
    band: Some(|p| [[p[0], p[0]], [p[1], p[1]]]),
    frameworks: frameworks![
        PyTorch: "torch.nn.RReLU(lower=1/8, upper=1/3)" [1.0 / 8.0, 1.0 / 3.0] House;
    ],
    code: code![
        NumPy: "
            a = ({lower} + {upper}) / 2  # in training: drawn anew between the two for every element

            def f(x):
                return np.where(x > 0, x, a * x)

            def df(x):
                return np.select([x > 0, x <= 0], [1.0, a], np.nan)
        ";
        PyTorch: "torch.nn.RReLU(lower={lower}, upper={upper}).eval()  # in training: without .eval()";
        Jax: "
            a = ({lower} + {upper}) / 2  # in training: drawn anew between the two for every element

            def f(x):
                return jax.nn.leaky_relu(x, negative_slope=a)
        ";
        Keras: "
            a = ({lower} + {upper}) / 2  # in training: drawn anew between the two for every element

            def f(x):
                return keras.activations.leaky_relu(x, negative_slope=a)
        ";
        Rust: "
            /// In training: drawn anew between the two for every element.
            const A: f64 = ({lower} + {upper}) / 2.0;

            fn f(x: f64) -> f64 {
                if x > 0.0 { x } else { A * x }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 {
                    1.0
                } else if x <= 0.0 {
                    A
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` and `b` for the parameters.
pub const TYPED: &str = "where(x>0,x,(a+b)/2*x)";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure::rectifier(mean_slope(p), 1.0)
}

/// f″: 0 on both pieces, and at the kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes, with the mean slope.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    elementary::leaky(x, L::of(mean_slope(p)))
}

/// The slope used in evaluation; halves first, so that it cannot overflow.
fn mean_slope(p: &[f64]) -> f64 {
    p[0] / 2.0 + p[1] / 2.0
}
