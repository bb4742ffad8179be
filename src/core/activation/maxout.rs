//! Maxout: max over k affine pieces wₖx + bₖ, k ≥ 2.
//!
//! Convex and piecewise linear. As a function of the k piece values z it is max z, with gradient
//! 1 at the first largest and 0 elsewhere (house convention, PyTorch's `max(dim)`; JAX splits a
//! tie evenly). The curve is a unit with two pieces through the origin, max(w₁x, w₂x): kink at
//! 0 unless w₁ = w₂, where f′ is that of the first piece; NaN for NaN.
//! Source: Goodfellow et al. 2013.

use super::structure::Structure;
use super::{
    Activation, Family, Kind, Param, SMOOTH, Source, Valid, Vector, code, frameworks, prose,
};
use crate::numeric::lanes::Lane;

/// max(w₁x, w₂x).
pub static MAXOUT: Activation = Activation {
    id: "maxout",
    name: "Maxout",
    family: Family::Vector,
    formula: prose!(
        r"\max({w1} x, {w2} x), \quad \operatorname{maxout}(x) = \max_k (w_k^\top x + b_k)"
    ),
    derivative: prose!(
        r"\begin{cases} {w1} & {w1} x \ge {w2} x \\ {w2} & {w1} x < {w2} x \end{cases}"
    ),
    source: Source {
        cite: prose!("Goodfellow et al. 2013"),
        url: prose!("https://arxiv.org/abs/1302.4389"),
    },
    params: &[
        Param {
            name: "w1",
            symbol: "w₁",
            default: -0.5,
            valid: Valid::Any,
            slider: (-2.0, 2.0),
            step: 0.05,
        },
        Param {
            name: "w2",
            symbol: "w₂",
            default: 1.0,
            valid: Valid::Any,
            slider: (-2.0, 2.0),
            step: 0.05,
        },
    ],
    eval: |x, p| {
        let w = if first_wins(x, p) { p[0] } else { p[1] };
        (if w == 0.0 { 0.0 } else { w * x }, w)
    },
    dparams: |x, p| if first_wins(x, p) { [x, 0.0] } else { [0.0, x] },
    breaks: |p| if p[0] == p[1] { Vec::new() } else { vec![0.0] },
    kind: Kind::Vector(Vector {
        value: |z, _| vec![z[largest(z)]],
        jacobian: |z, _| (0..z.len()).map(|i| f64::from(i == largest(z))).collect(),
    }),
    frameworks: frameworks![
        PyTorch: "torch.max(z, dim)" [];
        Jax: "jnp.max(z, axis)" [];
        TensorFlow: "tf.reduce_max(z, axis)" [];
        Onnx: "Max(z1, z2, …)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.maximum({w1} * x, {w2} * x)

            def df(x):
                high, low = max({w1}, {w2}), min({w1}, {w2})
                # at 0 the first
                return np.select([x > 0, x < 0, x == 0], [high, low, {w1}], np.nan)
        ";
        PyTorch: "torch.max(torch.stack([{w1} * x, {w2} * x]), dim=0).values";
        Jax: "jnp.max(jnp.stack([{w1} * x, {w2} * x]), axis=0)";
        Keras: "keras.ops.max(keras.ops.stack([{w1} * x, {w2} * x]), axis=0)";
        Rust: "
            fn f(x: f64) -> f64 {
                ({w1} * x).max({w2} * x)
            }

            fn df(x: f64) -> f64 {
                let (w1, w2): (f64, f64) = ({w1}, {w2});
                if x > 0.0 {
                    w1.max(w2)
                } else if x < 0.0 {
                    w1.min(w2)
                } else if x == 0.0 {
                    w1 // the first where they meet
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure::rectifier(p[0].min(p[1]), p[0].max(p[1]))
}

/// f″: 0 on both pieces of the curve, and at its kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (high, low) = (L::of(p[0].max(p[1])), L::of(p[0].min(p[1])));
    let (right, left) = (x.above(L::zero()), L::zero().above(x));
    let w = right.pick(high, left.pick(low, L::of(p[0])));
    (w.equals(L::zero()).pick(L::zero(), w * x), w)
}

/// Whether the first piece is the larger one, or as large: by the slopes, as products of small
/// numbers are 0.
fn first_wins(x: f64, p: &[f64]) -> bool {
    x == 0.0 || if x > 0.0 { p[0] >= p[1] } else { p[0] <= p[1] }
}

/// The index of the first largest entry.
fn largest(z: &[f64]) -> usize {
    (1..z.len()).fold(0, |best, i| if z[i] > z[best] { i } else { best })
}
