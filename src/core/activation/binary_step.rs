//! Binary step: 1 for x ≥ 0, 0 otherwise, on ℝ, range {0, 1}.
//!
//! Jump at 0, where the value is 1; f′ is 0 wherever it exists and 0 at the jump by the house
//! convention; limits 0 and 1; NaN for NaN. Source: McCulloch & Pitts 1943.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// 1 if x ≥ 0, else 0.
pub static BINARY_STEP: Activation = Activation {
    id: "binary_step",
    name: "Binary step",
    family: Family::Basic,
    formula: prose!(r"\begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}"),
    derivative: prose!("0"),
    source: Source {
        cite: prose!("McCulloch & Pitts 1943"),
        url: prose!("https://doi.org/10.1007/BF02478259"),
    },
    eval: |x, _| (f64::from(x >= 0.0), 0.0),
    breaks: |_| vec![0.0],
    frameworks: frameworks![
        PyTorch: "torch.heaviside(x, value)" [];
        Jax: "jnp.heaviside(x, value)" [];
        Keras: "keras.ops.heaviside(x, value)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.heaviside(x, 1.0)  # 1 at 0

            def df(x):
                return np.where(np.isnan(x), x, 0.0)
        ";
        PyTorch: "torch.heaviside(x, torch.ones_like(x))";
        Jax: "jnp.heaviside(x, 1.0)";
        Keras: "keras.ops.where(x < 0, 0.0, keras.ops.where(x >= 0, 1.0, x))";
        Rust: "
            fn f(x: f64) -> f64 {
                if x >= 0.0 {
                    1.0
                } else if x < 0.0 {
                    0.0
                } else {
                    x // NaN
                }
            }

            fn df(x: f64) -> f64 {
                if x.is_nan() { x } else { 0.0 }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "step(x)";

/// Two constants.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { jumps: vec![0.0], ..Structure::pieces(Parity::Neither) }
}

/// f″: 0 on both pieces, and at the jump as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let one = L::zero().at_most(x).pick(L::of(1.0), x);
    (L::zero().above(x).pick(L::zero(), one), L::zero())
}
