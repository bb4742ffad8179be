//! GLU: a value times the sigmoid of a gate input.
//!
//! f(a, b) = a·σ(b); ∂f/∂a = σ(b), ∂f/∂b = a·σ′(b).
//! The curve is f(a, x) for a fixed a; NaN for NaN. Source: Dauphin et al. 2017; PyTorch `GLU` (first half of the input times σ of the second).

use super::sigmoid::SIGMOID;
use super::structure::Structure;
use super::{
    Activation, Family, Gated, Kind, Pair, Param, SMOOTH, Source, Valid, code, frameworks, prose,
};
use crate::numeric::lanes::Lane;

/// a·σ(b).
pub static GLU: Activation = Activation {
    id: "glu",
    name: "GLU",
    family: Family::Gated,
    formula: prose!(r"{a}\, \sigma(x), \quad f(a, b) = a\, \sigma(b)"),
    derivative: prose!(r"{a}\, \sigma(x) \bigl(1 - \sigma(x)\bigr)"),
    source: Source {
        cite: prose!("Dauphin et al. 2016"),
        url: prose!("https://arxiv.org/abs/1612.08083"),
    },
    params: &[VALUE],
    eval: |x, p| times(p[0], SIGMOID.eval(x, &[])),
    dparams: |x, _| [SIGMOID.f(x, &[]), 0.0],
    breaks: |_| Vec::new(),
    kind: Kind::Gated(Gated { gate: &SIGMOID, gate_params: &[] }),
    frameworks: frameworks![
        PyTorch: "torch.nn.GLU(dim=-1)" [];
        Jax: "jax.nn.glu(x, axis=-1)" [];
        Keras: "keras.activations.glu(x, axis=-1)" [];
    ],
    code: code![
        PyTorch: "torch.nn.GLU(dim=-1)(torch.cat([a, b], dim=-1))";
        Jax: "jax.nn.glu(jnp.concatenate([a, b], axis=-1), axis=-1)";
        Keras: "keras.activations.glu(keras.ops.concatenate([a, b], axis=-1), axis=-1)";
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

/// f″ of the curve: a·σ″(x).
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    p[0] * super::sigmoid::second(x, &[])
}

/// `(f, f′)` on lanes for the fixed `a`.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    super::glu::times_lanes(p[0], super::sigmoid::lanes(x, &[]))
}

/// The fixed value `a` of the slice.
pub(super) const VALUE: Param = Param {
    name: "a",
    symbol: "a",
    default: 1.0,
    valid: Valid::Any,
    slider: (-2.0, 2.0),
    step: 0.05,
};

/// `a` times a gate and its slope; a value of 0 gives 0 even where the gate is infinite.
pub(super) fn times(a: f64, (g, dg): Pair) -> Pair {
    if a == 0.0 { (0.0, 0.0) } else { (a * g, a * dg) }
}

/// [`times`] on lanes.
#[inline]
pub(super) fn times_lanes<L: Lane>(a: f64, (g, dg): (L, L)) -> (L, L) {
    if a == 0.0 { (L::zero(), L::zero()) } else { (L::of(a) * g, L::of(a) * dg) }
}
