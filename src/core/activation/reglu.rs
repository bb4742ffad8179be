//! ReGLU: a value times the ReLU of a gate input.
//!
//! f(a, b) = a·ReLU(b); ∂f/∂a = ReLU(b), ∂f/∂b = a·ReLU′(b),
//! 0 at b = 0 by the house convention.
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Shazeer 2020.

use super::glu::{VALUE, times};
use super::relu::RELU;
use super::structure::Structure;
use super::{Activation, Family, Gated, Kind, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// a·ReLU(b).
pub static REGLU: Activation = Activation {
    id: "reglu",
    name: "ReGLU",
    family: Family::Gated,
    formula: prose!(r"{a} \cdot \max(0, x), \quad f(a, b) = a \max(0, b)"),
    derivative: prose!(r"\begin{cases} {a} & x > 0 \\ 0 & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Shazeer 2020"),
        url: prose!("https://arxiv.org/abs/2002.05202"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], RELU.eval(x, &[])),
    dparams: |x, _| [RELU.f(x, &[]), 0.0],
    breaks: |p| if p[0] == 0.0 { Vec::new() } else { vec![0.0] },
    kind: Kind::Gated(Gated { gate: &RELU, gate_params: &[] }),
    code: code![
        PyTorch: "a * torch.relu(b)";
        Jax: "a * jax.nn.relu(b)";
        Keras: "a * keras.activations.relu(b)";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure::rectifier(0.0, p[0])
}

/// f″: 0 on both pieces of the curve, and at its kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::relu::lanes(x, &[]))
}
