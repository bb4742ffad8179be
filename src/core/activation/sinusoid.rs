//! Sinusoid: sin(ωx), on ℝ, range [−1, 1].
//!
//! Smooth, periodic, no limit at ±∞ (NaN); f(−0) = −0; NaN for NaN. The argument ωx is reduced
//! exactly, however large. Source: Sitzmann et al. 2020 (SIREN, ω = 30 in the first layer).

use super::structure::{Parity, Period, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::elementary::sin_cos_product;
use crate::numeric::lanes::Lane;
use std::f64::consts::TAU;

/// sin(ωx).
pub static SINUSOID: Activation = Activation {
    id: "sinusoid",
    name: "Sinusoid",
    family: Family::Periodic,
    formula: prose!(r"\sin({omega} x)"),
    derivative: prose!(r"{omega} \cos({omega} x)"),
    source: Source {
        cite: prose!("Sitzmann et al. 2020"),
        url: prose!("https://arxiv.org/abs/2006.09661"),
    },
    params: &[Param {
        name: "omega",
        symbol: "ω",
        default: 1.0,
        valid: Valid::Any,
        slider: (0.1, 30.0),
        step: 0.1,
    }],
    eval: |x, p| {
        if p[0] == 0.0 {
            return (0.0, 0.0); // also at ±∞
        }
        let (sin, cos) = sin_cos_product(p[0], x);
        (sin, p[0] * cos)
    },
    dparams: |x, p| [x * sin_cos_product(p[0], x).1, 0.0],
    frameworks: frameworks![
        PyTorch: "torch.sin(x)" [1.0];
        Jax: "jnp.sin(x)" [1.0];
        Keras: "keras.ops.sin(x)" [1.0];
        TensorFlow: "tf.sin(x)" [1.0];
        Onnx: "Sin-22" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.sin({omega} * x)

            def df(x):
                return {omega} * np.cos({omega} * x)
        ";
        PyTorch: "torch.sin(x)" [1.0];
        PyTorch: "torch.sin({omega} * x)";
        Jax: "jnp.sin(x)" [1.0];
        Jax: "jnp.sin({omega} * x)";
        Keras: "keras.ops.sin(x)" [1.0];
        Keras: "keras.ops.sin({omega} * x)";
        Rust: "
            fn f(x: f64) -> f64 {
                ({omega} * x).sin()
            }

            fn df(x: f64) -> f64 {
                {omega} * ({omega} * x).cos()
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "sin(a*x)";

/// Odd, with the period 2π/ω; for ω = 0 it is 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 {
        return Structure::constant(0.0);
    }
    let unit = 1.0 / p[0].abs();
    let period = Some(Period { length: TAU * unit, rise: 0.0 });
    Structure { unit, parity: Parity::Odd, period, ..Structure::SMOOTH }
}

/// f″ = −ω²·sin(ωx).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if p[0] == 0.0 {
        return 0.0;
    }
    // Not ω² by itself, which may overflow where the product does not.
    -p[0] * (p[0] * sin_cos_product(p[0], x).0)
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    if (L::of(p[0]) * x).magnitude().above(L::of(1e6)).any() {
        return x.each(|x| SINUSOID.eval(x, p));
    }
    let (sin, cos) = x.sin_cos_product(p[0]);
    (sin, L::of(p[0]) * cos)
}
