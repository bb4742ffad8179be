//! Gaussian: e^(−x²), on ℝ, range (0, 1].
//!
//! Smooth, even, maximum 1 at 0; limits 0; NaN for NaN.
//! Source: Broomhead & Lowe 1988 (radial basis functions).

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;
use libm::exp;

/// e^(−x²).
pub static GAUSSIAN: Activation = Activation {
    id: "gaussian",
    name: "Gaussian",
    family: Family::Periodic,
    formula: prose!(r"e^{-x^2}"),
    derivative: prose!(r"-2 x\, e^{-x^2}"),
    source: Source {
        cite: prose!("Broomhead & Lowe 1988"),
        url: prose!("https://www.complex-systems.com/abstracts/v02_i03_a05/"),
    },
    eval: |x, _| {
        let f = exp(-x * x);
        (f, if f == 0.0 { 0.0 } else { -2.0 * x * f })
    },
    code: code![
        NumPy: "
            def f(x):
                x = np.clip(x, -40, 40)  # e**-1600 is 0 in float64
                return np.exp(-(x**2))

            def df(x):
                x = np.clip(x, -40, 40)
                return -2 * x * np.exp(-(x**2))
        ";
        PyTorch: "torch.exp(-torch.square(x))";
        Jax: "jnp.exp(-jnp.square(x))";
        Keras: "keras.ops.exp(-keras.ops.square(x))";
        Rust: "
            fn f(x: f64) -> f64 {
                (-x * x).exp()
            }

            fn df(x: f64) -> f64 {
                let x = x.clamp(-40.0, 40.0); // e^-1600 is 0 in f64
                -2.0 * x * (-x * x).exp()
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "exp(-x^2)";

/// Even and smooth.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { parity: Parity::Even, ..Structure::SMOOTH }
}

/// f″ = (4x² − 2)·e^(−x²): 0 at ±1/√2.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    let square = x * x;
    let f = exp(-square);
    if f == 0.0 { 0.0 } else { (4.0 * square - 2.0) * f }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let x = x.within(-1e18, 1e18); // ∞·0 would be NaN
    let f = (-x * x).exponential();
    (f, L::of(-2.0) * x * f)
}
