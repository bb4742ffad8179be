//! GEGLU: a value times the exact GELU of a gate input.
//!
//! f(a, b) = a·GELU(b); ∂f/∂a = GELU(b), ∂f/∂b = a·GELU′(b).
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Shazeer 2020.

use super::gelu::GELU;
use super::glu::{VALUE, times};
use super::structure::Structure;
use super::{Activation, Family, Gated, Kind, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// a·GELU(b).
pub static GEGLU: Activation = Activation {
    id: "geglu",
    name: "GEGLU",
    family: Family::Gated,
    formula: prose!(r"{a} \cdot x\, \Phi(x), \quad f(a, b) = a\, \operatorname{GELU}(b)"),
    derivative: prose!(r"{a} \left(\Phi(x) + \frac{x}{\sqrt{2\pi}}\, e^{-x^2 / 2}\right)"),
    source: Source {
        cite: prose!("Shazeer 2020"),
        url: prose!("https://arxiv.org/abs/2002.05202"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], GELU.eval(x, &[])),
    dparams: |x, _| [GELU.f(x, &[]), 0.0],
    breaks: |_| Vec::new(),
    kind: Kind::Gated(Gated { gate: &GELU, gate_params: &[] }),
    code: code![
        PyTorch: "a * torch.nn.functional.gelu(b)";
        Jax: "a * jax.nn.gelu(b, approximate=False)";
        Keras: "a * keras.activations.gelu(b, approximate=False)";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// Smooth; a gated value of 0 gives 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 { Structure::constant(0.0) } else { Structure::SMOOTH }
}

/// f″ of the curve: a·GELU″(x).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    p[0] * super::gelu::second(x, &[])
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::gelu::lanes(x, &[]))
}
