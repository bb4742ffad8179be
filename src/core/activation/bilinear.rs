//! Bilinear: a value times the gate input itself, a GLU without a non-linear gate.
//!
//! f(a, b) = a·id(b); ∂f/∂a = id(b), ∂f/∂b = a·id′(b).
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Shazeer 2020, after Mnih & Hinton 2007.

use super::glu::{VALUE, times};
use super::identity::IDENTITY;
use super::structure::Structure;
use super::{Activation, Family, Gated, Kind, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// a·id(b).
pub static BILINEAR: Activation = Activation {
    id: "bilinear",
    name: "Bilinear",
    family: Family::Gated,
    formula: prose!(r"{a} x, \quad f(a, b) = a b"),
    derivative: prose!(r"{a}"),
    source: Source {
        cite: prose!("Shazeer 2020"),
        url: prose!("https://arxiv.org/abs/2002.05202"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], IDENTITY.eval(x, &[])),
    dparams: |x, _| [IDENTITY.f(x, &[]), 0.0],
    breaks: |_| Vec::new(),
    kind: Kind::Gated(Gated { gate: &IDENTITY, gate_params: &[] }),
    code: code![
        PyTorch: "a * b";
        Jax: "a * b";
        Keras: "a * b";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// A line.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure::rectifier(p[0], p[0])
}

/// f″: 0: the curve is a line.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::identity::lanes(x, &[]))
}
