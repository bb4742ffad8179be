//! Mish: x·tanh(ln(1 + e^x)), on ℝ, minimum −0.3088 at −1.192.
//!
//! Smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for NaN. With e = e^−|x|,
//! tanh(softplus x) is a ratio of polynomials in e, so nothing overflows or cancels.
//! Source: Misra 2019; PyTorch `Mish`.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;
use libm::exp;

/// x·tanh(ln(1 + e^x)).
pub static MISH: Activation = Activation {
    id: "mish",
    name: "Mish",
    family: Family::SelfGated,
    formula: prose!(r"x \tanh\bigl(\ln(1 + e^x)\bigr)"),
    derivative: prose!(
        r"\tanh(s) + x\, \sigma(x) \bigl(1 - \tanh^2 s\bigr), \quad s = \ln(1 + e^x)"
    ),
    source: Source { cite: prose!("Misra 2019"), url: prose!("https://arxiv.org/abs/1908.08681") },
    eval: |x, _| {
        let e = exp(-x.abs());
        if e == 0.0 {
            return if x > 0.0 { (x, 1.0) } else { (0.0, 0.0) };
        }
        if x >= 0.0 {
            let n = 1.0 + 2.0 * e;
            let d = n + 2.0 * e * e;
            (x * n / d, n / d + x * (4.0 * e * e * (1.0 + e) / (d * d)))
        } else {
            let w = e * (e + 2.0);
            let d = w + 2.0;
            (x * w / d, e * ((e + 2.0) * d + 4.0 * x * (1.0 + e)) / (d * d))
        }
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Mish()" [];
        Jax: "jax.nn.mish(x)" [];
        Keras: "keras.activations.mish(x)" [];
        Onnx: "Mish-22" [];
    ],
    code: code![
        NumPy: "
            # tanh(ln(1 + e**x)) = n / d, without overflow and cancellation.
            def ratio(x):
                e = np.exp(-np.abs(x))
                n = np.where(x >= 0, 1 + 2 * e, e * (e + 2))
                return e, n, n + np.where(x >= 0, 2 * e**2, 2.0)

            def f(x):
                e, n, d = ratio(x)
                return np.where(e > 0, x, np.maximum(x, 0.0)) * n / d

            def df(x):
                x = np.clip(x, -800, 800)  # e**-800 is 0 in float64
                e, n, d = ratio(x)
                return n / d + 4 * x * np.where(x >= 0, e**2, e) * (1 + e) / d**2
        ";
        PyTorch: "torch.nn.Mish()";
        Jax: "jax.nn.mish(x)";
        Keras: "keras.activations.mish(x)";
        Rust: "
            /// tanh(ln(1 + e^x)) = n / d, without overflow and cancellation.
            fn ratio(x: f64) -> (f64, f64, f64) {
                let e = (-x.abs()).exp();
                let n = if x >= 0.0 { 1.0 + 2.0 * e } else { e * (e + 2.0) };
                (e, n, n + if x >= 0.0 { 2.0 * e * e } else { 2.0 })
            }

            fn f(x: f64) -> f64 {
                let (e, n, d) = ratio(x);
                (if e == 0.0 { x.max(0.0) } else { x }) * n / d
            }

            fn df(x: f64) -> f64 {
                let x = x.clamp(-800.0, 800.0); // e^-800 is 0 in f64
                let (e, n, d) = ratio(x);
                n / d + 4.0 * x * (if x >= 0.0 { e * e } else { e }) * (1.0 + e) / (d * d)
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x*tanh(log1p(exp(x)))";

/// f″ = 2T′ + x·T″ with T = tanh(ln(1 + e^x)), again a ratio of polynomials in e = e^−|x|.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    let e = exp(-x.abs());
    if e == 0.0 {
        return 0.0;
    }
    // With w = e^x and d = w² + 2w + 2: T = 1 − 2/d, T′ = 4w(1 + w)/d² and
    // T″ = 4w(2 + 2w − 3w² − 2w³)/d³; for x ≥ 0 all of it over the highest power of w.
    if x >= 0.0 {
        let d = 1.0 + 2.0 * e * (1.0 + e);
        let bend = 2.0 * e * e * (1.0 + e) - 3.0 * e - 2.0;
        4.0 * e * e * (2.0 * (1.0 + e) * d + x * bend) / (d * d * d)
    } else {
        let d = 2.0 + e * (2.0 + e);
        let bend = 2.0 * (1.0 + e) - e * e * (3.0 + 2.0 * e);
        4.0 * e * (2.0 * (1.0 + e) * d + x * bend) / (d * d * d)
    }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let one = L::of(1.0);
    let e = (-x.magnitude()).exponential();
    let left = L::zero().above(x);
    let doubled = e + e;
    // As in `eval`: n, d and the second term of f′ for either sign.
    let n = left.pick(e * (e + L::of(2.0)), one + doubled);
    let d = n + left.pick(L::of(2.0), doubled * e);
    let tail = left.pick(e, e * e) * (one + e) * L::of(4.0) / (d * d);
    let near = x.within(-1e30, 1e30); // ∞·0 would be NaN
    let finite = L::zero().above(x).pick(near, x);
    (finite * (n / d), n / d + near * tail)
}
