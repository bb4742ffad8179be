//! SwiGLU: a value times the SiLU of a gate input.
//!
//! f(a, b) = a·SiLU(b); ∂f/∂a = SiLU(b), ∂f/∂b = a·SiLU′(b).
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Shazeer 2020 (LLaMA's feed-forward layers).

use super::glu::{VALUE, times};
use super::structure::Structure;
use super::swish::SWISH;
use super::{Activation, Family, Gated, Kind, SMOOTH, Source, code, prose};
use crate::numeric::lanes::Lane;

/// a·SiLU(b).
pub static SWIGLU: Activation = Activation {
    id: "swiglu",
    name: "SwiGLU",
    family: Family::Gated,
    formula: prose!(r"{a} \cdot x\, \sigma(x), \quad f(a, b) = a\, \operatorname{SiLU}(b)"),
    derivative: prose!(r"{a}\, \sigma(x) \bigl(1 + x\, \sigma(-x)\bigr)"),
    source: Source {
        cite: prose!("Shazeer 2020"),
        url: prose!("https://arxiv.org/abs/2002.05202"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], SWISH.eval(x, &[1.0])),
    dparams: |x, _| [SWISH.f(x, &[1.0]), 0.0],
    breaks: |_| Vec::new(),
    kind: Kind::Gated(Gated { gate: &SWISH, gate_params: &[1.0] }),
    code: code![
        PyTorch: "a * torch.nn.functional.silu(b)";
        Jax: "a * jax.nn.silu(b)";
        Keras: "a * keras.activations.silu(b)";
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

/// f″ of the curve: a·SiLU″(x).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    p[0] * super::swish::second(x, &[1.0])
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::swish::lanes(x, &[1.0]))
}
