//! Hardshrink: x for |x| > λ, 0 otherwise, on ℝ; the identity for λ ≤ 0.
//!
//! Jumps of height λ at ±λ, where f = 0 and f′ = 0; limits ∓∞; f(−0) = −0; NaN for NaN.
//! Source: Donoho & Johnstone 1994 (hard thresholding); PyTorch `Hardshrink`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// x outside [−λ, λ], 0 inside.
pub static HARDSHRINK: Activation = Activation {
    id: "hardshrink",
    name: "Hardshrink",
    family: Family::Shrinkage,
    formula: prose!(r"\begin{cases} x & |x| > {lambd} \\ 0 & |x| \le {lambd} \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & |x| > {lambd} \\ 0 & |x| \le {lambd} \end{cases}"),
    source: Source {
        cite: prose!("Donoho & Johnstone 1994"),
        url: prose!("https://doi.org/10.1093/biomet/81.3.425"),
    },
    params: &[Param {
        name: "lambd",
        symbol: "λ",
        default: 0.5,
        valid: Valid::Any,
        slider: (0.0, 3.0),
        step: 0.05,
    }],
    eval: |x, p| if x.abs() > p[0] || p[0] <= 0.0 { (x, 1.0) } else { (0.0 * x, 0.0) },
    breaks: |p| if p[0] <= 0.0 { Vec::new() } else { vec![-p[0], p[0]] },
    frameworks: frameworks![
        PyTorch: "torch.nn.Hardshrink(lambd=0.5)" [0.5] House;
        Keras: "keras.activations.hard_shrink(x, threshold=0.5)" [0.5];
        Onnx: "Shrink-9(lambd=0.5, bias=0.0)" [0.5];
    ],
    code: code![
        NumPy: "
            def f(x):
                return x

            def df(x):
                return np.where(np.isnan(x), x, 1.0)
        " [0.0];
        NumPy: "
            def f(x):
                return np.where(np.abs(x) <= {lambd}, 0.0, x)

            def df(x):
                return np.select([np.abs(x) > {lambd}, np.abs(x) <= {lambd}], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Hardshrink(lambd={lambd})";
        Jax: "x" [0.0];
        Jax: "jnp.where(jnp.abs(x) <= {lambd}, 0.0, x)";
        Keras: "keras.activations.hard_shrink(x, threshold={lambd})";
        Rust: "
            fn f(x: f64) -> f64 {
                x
            }

            fn df(x: f64) -> f64 {
                if x.is_nan() { x } else { 1.0 }
            }
        " [0.0];
        Rust: "
            fn f(x: f64) -> f64 {
                if x.abs() <= {lambd} { 0.0 } else { x }
            }

            fn df(x: f64) -> f64 {
                if x.abs() > {lambd} {
                    1.0
                } else if x.abs() <= {lambd} {
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
pub const TYPED: &str = "where(abs(x)>a,x,0)";

/// Straight between its jumps, odd; the identity for λ ≤ 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure { jumps: (HARDSHRINK.breaks)(p), ..Structure::pieces(Parity::Odd) }
}

/// f″: 0 on every piece, and at the jumps as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    if p[0] <= 0.0 {
        return (x, L::of(1.0));
    }
    let off = x.magnitude().at_most(L::of(p[0]));
    (off.pick(L::zero() * x, x), off.pick(L::zero(), L::of(1.0)))
}
