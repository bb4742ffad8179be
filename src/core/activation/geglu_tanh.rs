//! GEGLU with the tanh approximation of GELU as the gate.
//!
//! f(a, b) = a·GELU_tanh(b); ∂f/∂a = GELU_tanh(b), ∂f/∂b = a·GELU_tanh′(b).
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Shazeer 2020; JAX's `gelu` by default.

use super::gelu_tanh::GELU_TANH;
use super::glu::{VALUE, times};
use super::structure::Structure;
use super::{Activation, Family, Gated, Kind, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// a·GELU_tanh(b).
pub static GEGLU_TANH: Activation = Activation {
    id: "geglu_tanh",
    name: "GEGLU (tanh)",
    family: Family::Gated,
    formula: prose!(
        r"{a} \cdot \operatorname{GELU}_{\tanh}(x), \quad f(a, b) = a\, \operatorname{GELU}_{\tanh}(b)"
    ),
    derivative: prose!(r"{a} \cdot \operatorname{GELU}_{\tanh}^{\prime}(x)"),
    source: Source {
        cite: prose!("Shazeer 2020"),
        url: prose!("https://arxiv.org/abs/2002.05202"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], GELU_TANH.eval(x, &[])),
    dparams: |x, _| [GELU_TANH.f(x, &[]), 0.0],
    breaks: |_| Vec::new(),
    kind: Kind::Gated(Gated { gate: &GELU_TANH, gate_params: &[] }),
    code: code![
        PyTorch: "a * torch.nn.functional.gelu(b, approximate='tanh')";
        Jax: "a * jax.nn.gelu(b, approximate=True)";
        Keras: "a * keras.activations.gelu(b, approximate=True)";
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

/// f″ of the curve: a·GELU_tanh″(x).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    p[0] * super::gelu_tanh::second(x, &[])
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::gelu_tanh::lanes(x, &[]))
}
