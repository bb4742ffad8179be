//! Hardtanh: clip(x, min, max), on ℝ, range [min, max], min ≤ max.
//!
//! Kinks at both ends, where f′ is 0 by the house convention (JAX and Keras give 1);
//! limits min and max; NaN for NaN. Source: Collobert 2004; PyTorch `Hardtanh`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// clip(x, min, max).
pub static HARDTANH: Activation = Activation {
    id: "hardtanh",
    name: "Hardtanh",
    family: Family::Sigmoidal,
    formula: prose!(
        r"\begin{cases} {min_val} & x \le {min_val} \\ x & {min_val} < x < {max_val} \\ {max_val} & x \ge {max_val} \end{cases}"
    ),
    derivative: prose!(
        r"\begin{cases} 1 & {min_val} < x < {max_val} \\ 0 & x \notin ({min_val}, {max_val}) \end{cases}"
    ),
    source: Source {
        cite: prose!("PyTorch Hardtanh"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html"),
    },
    params: &[
        Param {
            name: "min_val",
            symbol: "m",
            default: -1.0,
            valid: Valid::Any,
            slider: (-3.0, 0.9),
            step: 0.1,
        },
        Param {
            name: "max_val",
            symbol: "M",
            default: 1.0,
            valid: Valid::Any,
            slider: (-0.9, 3.0),
            step: 0.1,
        },
    ],
    eval: |x, p| {
        if x <= p[0] {
            (p[0], 0.0)
        } else if x >= p[1] {
            (p[1], 0.0)
        } else {
            (x, 1.0)
        }
    },
    dparams: |x, p| [f64::from(x <= p[0]), f64::from(x >= p[1])],
    breaks: |p| if p[0] == p[1] { Vec::new() } else { vec![p[0], p[1]] },
    agree: |p| p[1] = p[1].max(p[0]),
    stop: |p, place| if place == 0 { p[0].min(p[1]) } else { p[1].max(p[0]) },
    frameworks: frameworks![
        PyTorch: "torch.nn.Hardtanh(min_val=-1.0, max_val=1.0)" [-1.0, 1.0] House;
        Jax: "jax.nn.hard_tanh(x)" [-1.0, 1.0] Measured("hardtanh");
        Keras: "keras.activations.hard_tanh(x)" [-1.0, 1.0] Measured("hardtanh");
        Onnx: "Clip-13(x, min, max)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.clip(x, {min_val}, {max_val})

            def df(x):
                inside, outside = (x > {min_val}) & (x < {max_val}), (x <= {min_val}) | (x >= {max_val})
                return np.select([inside, outside], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Hardtanh(min_val={min_val}, max_val={max_val})";
        Jax: "jax.nn.hard_tanh(x)" [-1.0, 1.0];
        Jax: "jnp.clip(x, {min_val}, {max_val})";
        Keras: "keras.activations.hard_tanh(x)" [-1.0, 1.0];
        Keras: "keras.ops.clip(x, {min_val}, {max_val})";
        Rust: "
            fn f(x: f64) -> f64 {
                x.clamp({min_val}, {max_val})
            }

            fn df(x: f64) -> f64 {
                if x > {min_val} && x < {max_val} {
                    1.0
                } else if x <= {min_val} || x >= {max_val} {
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
pub const TYPED: &str = "min(max(x,a),b)";

/// Straight between its kinks; constant if they coincide.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == p[1] {
        return Structure::constant(p[0]);
    }
    Structure::pieces(if p[0] == -p[1] { Parity::Odd } else { Parity::Neither })
}

/// f″: 0 on every piece, and at the kinks as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    elementary::clipped(x, L::of(p[0]), L::of(p[1]), L::of(1.0))
}
