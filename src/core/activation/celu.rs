//! CELU: x for x > 0, α(e^(x/α) − 1) otherwise, on ℝ, α ≠ 0; range (−α, ∞) for α > 0, ℝ for α < 0.
//!
//! C¹ for every α: f′(0) = 1 (Keras 3.15 on TF returns 2 at exactly 0); limits −α and +∞, for α < 0 −∞ and
//! +∞;
//! f(−0) = −0; NaN for NaN. Source: Barron 2017; PyTorch `CELU`.

use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;
use libm::{exp, expm1};

/// x, or α(e^(x/α) − 1) on the negative side.
pub static CELU: Activation = Activation {
    id: "celu",
    name: "CELU",
    family: Family::Exponential,
    formula: prose!(
        r"\begin{cases} x & x > 0 \\ {alpha} (e^{x / {alpha}} - 1) & x \le 0 \end{cases}"
    ),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ e^{x / {alpha}} & x \le 0 \end{cases}"),
    source: Source { cite: prose!("Barron 2017"), url: prose!("https://arxiv.org/abs/1704.07483") },
    params: &[Param {
        name: "alpha",
        symbol: "α",
        default: 1.0,
        valid: Valid::NotZero,
        slider: (0.05, 3.0),
        step: 0.05,
    }],
    eval: |x, p| {
        if x > 0.0 { (x, 1.0) } else { (p[0] * expm1(x / p[0]), exp(x / p[0])) }
    },
    dparams: |x, p| [if x > 0.0 { 0.0 } else { alpha_gradient(x / p[0]) }, 0.0],
    frameworks: frameworks![
        PyTorch: "torch.nn.CELU(alpha=1.0)" [1.0] House;
        Jax: "jax.nn.celu(x, alpha=1.0)" [1.0] Measured("celu(2)");
        Keras: "keras.activations.celu(x, alpha=1.0)" [1.0] Measured("celu(2)");
        Onnx: "Celu-28(alpha=1.0)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0) / {alpha}))

            def df(x):
                return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0) / {alpha}))
        ";
        PyTorch: "torch.nn.CELU(alpha={alpha})";
        Jax: "jax.nn.celu(x, alpha={alpha})";
        Keras: "keras.activations.celu(x, alpha={alpha})";
        Rust: "
            fn f(x: f64) -> f64 {
                if x > 0.0 { x } else { {alpha} * (x / {alpha}).exp_m1() }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 { 1.0 } else { (x / {alpha}).exp() }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "where(x>0,x,a*expm1(x/a))";

/// A line on the right; f″ jumps at 0; the exponential changes over α.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure {
        unit: p[0].abs(),
        straight: vec![(0.0, f64::INFINITY)],
        bends: vec![0.0],
        ..Structure::SMOOTH
    }
}

/// f″: e^(x/α)/α for x < 0, 0 for x > 0, and 0 at 0 as on the right of it.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if x < 0.0 {
        // In two halves: of a short α, e^(x/α) is too small for a number before the quotient is.
        let half = exp(0.5 * x / p[0]);
        half / (p[0] / half)
    } else {
        0.0
    }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (alpha, off) = (L::of(p[0]), x.at_most(L::zero()));
    let z = x.smaller(L::zero()) / alpha;
    let (e, m) = (-z.magnitude()).exponential_pair();
    // For α < 0 the exponent is positive: e^z = 1/e^−z.
    let (e, m) = if p[0] > 0.0 { (e, m) } else { (L::of(1.0) / e, -m / e) };
    (off.pick(alpha * m, x), off.pick(e, L::of(1.0)))
}

/// ∂f/∂α = e^z − 1 − z·e^z for z = x/α, by its series −Σ (k−1)zᵏ/k! near 0.
fn alpha_gradient(z: f64) -> f64 {
    if z == f64::NEG_INFINITY {
        return -1.0;
    }
    if z < -0.5 {
        return expm1(z) - z * exp(z);
    }
    if z > 0.5 {
        return (1.0 - z) * exp(z) - 1.0; // −∞ at ∞
    }
    let (mut power, mut sum) = (z, 0.0); // power = zᵏ/k!
    for k in 2..18 {
        power *= z / f64::from(k);
        sum -= f64::from(k - 1) * power;
    }
    sum
}
