//! Snake: x + sin²(ax)/a, on ℝ; the identity for a = 0.
//!
//! Smooth, monotone but with f′ = 0 once a period; f′ = 1 + sin(2ax) has no limit at ±∞ (NaN),
//! f tends to ±∞; f(−0) = −0; NaN for NaN. Source: Ziyin et al. 2020.

use super::batch::from_eval;
use super::structure::{Period, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, prose};
use crate::numeric::elementary::sin_cos_product;
use std::f64::consts::PI;

/// x + sin²(ax)/a.
pub static SNAKE: Activation = Activation {
    id: "snake",
    name: "Snake",
    family: Family::Periodic,
    formula: prose!(r"x + \frac{1}{{a}} \sin^2({a} x)"),
    derivative: prose!(r"1 + \sin(2 {a} x)"),
    source: Source {
        cite: prose!("Ziyin et al. 2020"),
        url: prose!("https://arxiv.org/abs/2006.08195"),
    },
    params: &[Param {
        name: "a",
        symbol: "a",
        default: 1.0,
        valid: Valid::Any,
        slider: (0.1, 10.0),
        step: 0.1,
    }],
    eval: |x, p| {
        if p[0] == 0.0 {
            return (x, 1.0);
        }
        if x.is_infinite() {
            return (x, f64::NAN);
        }
        if x == 0.0 {
            return (x, 1.0); // keeps the sign of −0
        }
        let (sin, _) = sin_cos_product(p[0], x);
        let (sin_double, _) = sin_cos_product(2.0 * p[0], x);
        (x + sin * sin / p[0], 1.0 + sin_double)
    },
    dparams: |x, p| {
        if p[0] == 0.0 {
            return [x * x, 0.0];
        }
        let (sin, cos) = sin_cos_product(p[0], x);
        // 2x would overflow where the result does not.
        [2.0 / p[0] * (sin * (x * cos - sin / (2.0 * p[0]))), 0.0]
    },
    code: code![
        NumPy: "
            def f(x):
                return x

            def df(x):
                return np.where(np.isnan(x), x, 1.0)
        " [0.0];
        NumPy: "
            def f(x):
                finite = np.where(np.isinf(x), 0.0, x)
                return x + np.sin({a} * finite) ** 2 / {a}

            def df(x):
                return 1 + np.sin(2 * {a} * x)
        ";
        PyTorch: "x" [0.0];
        PyTorch: "x + torch.sin({a} * x) ** 2 / {a}";
        Jax: "x" [0.0];
        Jax: "x + jnp.sin({a} * x) ** 2 / {a}";
        Keras: "x" [0.0];
        Keras: "x + keras.ops.sin({a} * x) ** 2 / {a}";
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
                if x.is_infinite() { x } else { x + ({a} * x).sin().powi(2) / {a} }
            }

            fn df(x: f64) -> f64 {
                1.0 + (2.0 * {a} * x).sin()
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "x+sin(a*x)^2/a";

/// It repeats after π/a, risen by as much; for a = 0 the identity.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 {
        return Structure::rectifier(1.0, 1.0);
    }
    let unit = 1.0 / p[0].abs();
    let period = Some(Period { length: PI * unit, rise: PI * unit });
    Structure { unit, period, ..Structure::SMOOTH }
}

/// f″ = 2a·cos(2ax).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if p[0] == 0.0 {
        return 0.0;
    }
    2.0 * (p[0] * sin_cos_product(2.0 * p[0], x).1)
}

from_eval!(SNAKE);
