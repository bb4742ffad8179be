//! ELU: x for x > 0, α(e^x − 1) otherwise, on ℝ, range (−α, ∞) for α > 0, [0, ∞) for
//! α ≤ 0, where the left side is no longer below 0.
//!
//! Smooth to first order only for α = 1, otherwise a kink at 0, where f′ = α by the house
//! convention; limits −α and +∞; f(−0) = −0; NaN for NaN. Uses `expm1` for f, and α·e^x for
//! f′: the form f + α is exactly 0 below −54 ln 2 = −37.43. Source: Clevert et al. 2016;
//! PyTorch `ELU`.

use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;
use libm::{exp, expm1};

/// x, or α(e^x − 1) on the negative side.
pub static ELU: Activation = Activation {
    id: "elu",
    name: "ELU",
    family: Family::Exponential,
    formula: prose!(r"\begin{cases} x & x > 0 \\ {alpha} (e^x - 1) & x \le 0 \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ {alpha} e^x & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Clevert et al. 2015"),
        url: prose!("https://arxiv.org/abs/1511.07289"),
    },
    params: &[Param {
        name: "alpha",
        symbol: "α",
        default: 1.0,
        valid: Valid::Any,
        slider: (0.0, 3.0),
        step: 0.01,
    }],
    eval: |x, p| if x > 0.0 { (x, 1.0) } else { (p[0] * expm1(x), p[0] * exp(x)) },
    dparams: |x, _| if x > 0.0 { [0.0; 2] } else { [expm1(x), 0.0] },
    breaks: |p| if p[0] == 1.0 { Vec::new() } else { vec![0.0] },
    frameworks: frameworks![
        PyTorch: "torch.nn.ELU(alpha=1.0)" [1.0] House;
        Jax: "jax.nn.elu(x, alpha=1.0)" [1.0] Measured("elu(0.5)");
        Keras: "keras.activations.elu(x, alpha=1.0)" [1.0] Measured("elu(0.5)");
        TensorFlow: "tf.nn.elu(x)" [1.0] Measured("elu(1)");
        Onnx: "Elu-22(alpha=1.0)" [1.0];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))

            def df(x):
                return np.where(x > 0, 1.0, {alpha} * np.exp(np.minimum(x, 0)))
        ";
        PyTorch: "torch.nn.ELU(alpha={alpha})";
        Jax: "jax.nn.elu(x, alpha={alpha})";
        Keras: "keras.activations.elu(x, alpha={alpha})";
        Rust: "
            fn f(x: f64) -> f64 {
                if x > 0.0 { x } else { {alpha} * x.exp_m1() }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 { 1.0 } else { {alpha} * x.exp() }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "where(x>0,x,a*expm1(x))";

/// A line on the right, and for α = 0 on the left; for α = 1 only f″ jumps at 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[0] == 0.0 {
        return Structure::rectifier(0.0, 1.0);
    }
    let bends = if p[0] == 1.0 { vec![0.0] } else { Vec::new() };
    Structure { straight: vec![(0.0, f64::INFINITY)], bends, ..Structure::SMOOTH }
}

/// f″: α·e^x for x < 0, 0 for x > 0, and 0 at 0 as on the right of it.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if x < 0.0 { p[0] * exp(x) } else { 0.0 }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    let (alpha, off) = (L::of(p[0]), x.at_most(L::zero()));
    let (e, m) = x.smaller(L::zero()).exponential_pair();
    (off.pick(alpha * m, x), off.pick(alpha * e, L::of(1.0)))
}
