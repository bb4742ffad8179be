//! Threshold: x for x > θ, a constant v otherwise, on ℝ.
//!
//! Jump at θ from v to θ (none if v = θ, then a kink); there f = v and f′ = 0; limits v and
//! +∞; NaN for NaN. Source: PyTorch `Threshold(threshold, value)`, both required there.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// x above θ, v at and below it.
pub static THRESHOLD: Activation = Activation {
    id: "threshold",
    name: "Threshold",
    family: Family::Rectifier,
    formula: prose!(
        r"\begin{cases} x & x > {threshold} \\ {value} & x \le {threshold} \end{cases}"
    ),
    derivative: prose!(r"\begin{cases} 1 & x > {threshold} \\ 0 & x \le {threshold} \end{cases}"),
    source: Source {
        cite: prose!("PyTorch Threshold"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Threshold.html"),
    },
    params: &[
        Param {
            name: "threshold",
            symbol: "θ",
            default: 1.0,
            valid: Valid::Any,
            slider: (-3.0, 3.0),
            step: 0.1,
        },
        Param {
            name: "value",
            symbol: "v",
            default: 0.0,
            valid: Valid::Any,
            slider: (-2.0, 3.0),
            step: 0.1,
        },
    ],
    eval: |x, p| if x > p[0] { (x, 1.0) } else { (p[1], 0.0) },
    dparams: |x, p| [0.0, f64::from(x <= p[0])],
    breaks: |p| vec![p[0]],
    frameworks: frameworks![
        PyTorch: "torch.nn.Threshold(threshold, value)" [] House;
        Keras: "keras.activations.threshold(x, threshold, default_value)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x <= {threshold}, {value}, x)

            def df(x):
                return np.select([x > {threshold}, x <= {threshold}], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Threshold({threshold}, {value})";
        Jax: "jnp.where(x <= {threshold}, {value}, x)";
        Keras: "keras.activations.threshold(x, {threshold}, {value})";
        Rust: "
            fn f(x: f64) -> f64 {
                if x <= {threshold} { {value} } else { x }
            }

            fn df(x: f64) -> f64 {
                if x > {threshold} {
                    1.0
                } else if x <= {threshold} {
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
pub const TYPED: &str = "where(x>a,x,b)";

/// A constant and a line; they meet where v = θ.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    let jumps = if p[1] == p[0] { Vec::new() } else { vec![p[0]] };
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
    (off.pick(L::of(p[1]), x), off.pick(L::zero(), L::of(1.0)))
}
