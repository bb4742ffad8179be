//! Softshrink: sign(x)·max(|x| − λ, 0), on ℝ, λ ≥ 0; the identity for λ = 0.
//!
//! Kinks at ±λ, where f′ is 0 by the house convention; limits ∓∞; f(−0) = −0; NaN for NaN.
//! Source: Donoho 1995 (soft thresholding); PyTorch `Softshrink`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// sign(x)·max(|x| − λ, 0).
pub static SOFTSHRINK: Activation = Activation {
    id: "softshrink",
    name: "Softshrink",
    family: Family::Shrinkage,
    formula: prose!(
        r"\begin{cases} x - {lambd} & x > {lambd} \\ x + {lambd} & x < -{lambd} \\ 0 & |x| \le {lambd} \end{cases}"
    ),
    derivative: prose!(r"\begin{cases} 1 & |x| > {lambd} \\ 0 & |x| \le {lambd} \end{cases}"),
    source: Source {
        cite: prose!("Donoho 1995"),
        url: prose!("https://doi.org/10.1109/18.382009"),
    },
    params: &[Param {
        name: "lambd",
        symbol: "λ",
        default: 0.5,
        valid: Valid::AtLeast(0.0),
        slider: (0.0, 3.0),
        step: 0.05,
    }],
    eval: |x, p| {
        if x > p[0] {
            (x - p[0], 1.0)
        } else if x < -p[0] || p[0] == 0.0 {
            (x + p[0], 1.0)
        } else {
            (0.0 * x, 0.0)
        }
    },
    dparams: |x, p| [if x.abs() > p[0] { -x.signum() } else { 0.0 }, 0.0],
    breaks: |p| if p[0] == 0.0 { Vec::new() } else { vec![-p[0], p[0]] },
    frameworks: frameworks![
        PyTorch: "torch.nn.Softshrink(lambd=0.5)" [0.5] House;
        Keras: "keras.activations.soft_shrink(x, threshold=0.5)" [0.5] House;
        Onnx: "Shrink-9(lambd=0.5, bias=0.5)" [];
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
                return np.sign(x) * np.maximum(np.abs(x) - {lambd}, 0.0)

            def df(x):
                return np.select([np.abs(x) > {lambd}, np.abs(x) <= {lambd}], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Softshrink(lambd={lambd})";
        Jax: "x" [0.0];
        Jax: "jnp.where(jnp.abs(x) <= {lambd}, 0.0, x - {lambd} * jnp.sign(x))";
        Keras: "keras.activations.soft_shrink(x, threshold={lambd})";
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
                if x.abs() <= {lambd} { 0.0 } else { x - {lambd} * x.signum() }
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
pub const TYPED: &str = "sign(x)*max(abs(x)-a,0)";

/// Straight between its kinks, odd.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::pieces(Parity::Odd)
}

/// f″: 0 on every piece, and at the kinks as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    if p[0] == 0.0 {
        return (x, L::of(1.0));
    }
    let (size, lambda) = (x.magnitude(), L::of(p[0]));
    let off = size.at_most(lambda);
    let f = off.pick(L::zero(), size - lambda).with_sign(x);
    (f, off.pick(L::zero(), L::of(1.0)))
}
