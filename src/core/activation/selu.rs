//! SELU: λx for x > 0, λα(e^x − 1) otherwise, on ℝ, range (−λα, ∞) for α, λ > 0; any λ and α.
//!
//! With α = 1.6732632423543772… and λ = 1.0507009873554804… mean 0 and variance 1 of a normal
//! input are a fixed point. Kink at 0, where f′ = λα by the house convention (TF gives λ);
//! limits −λα and +∞; f(−0) = −0; NaN for NaN. Source: Klambauer et al. 2017; PyTorch `SELU`.

use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::Lane;
use libm::{exp, expm1};

/// α of the paper.
const ALPHA: f64 = 1.673_263_242_354_377_2;
/// λ of the paper.
const LAMBDA: f64 = 1.050_700_987_355_480_5;

/// λ times x, or α(e^x − 1) on the negative side.
pub static SELU: Activation = Activation {
    id: "selu",
    name: "SELU",
    family: Family::Exponential,
    formula: prose!(r"{lambda} \begin{cases} x & x > 0 \\ {alpha} (e^x - 1) & x \le 0 \end{cases}"),
    derivative: prose!(r"{lambda} \begin{cases} 1 & x > 0 \\ {alpha} e^x & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Klambauer et al. 2017"),
        url: prose!("https://arxiv.org/abs/1706.02515"),
    },
    params: &[
        Param {
            name: "alpha",
            symbol: "α",
            default: ALPHA,
            valid: Valid::Any,
            slider: (0.0, 3.0),
            step: 0.01,
        },
        Param {
            name: "lambda",
            symbol: "λ",
            default: LAMBDA,
            valid: Valid::Any,
            slider: (0.1, 3.0),
            step: 0.01,
        },
    ],
    eval: |x, p| {
        if p[1] == 0.0 {
            (0.0, 0.0)
        } else if x > 0.0 {
            (p[1] * x, p[1])
        } else {
            (p[1] * p[0] * expm1(x), p[1] * p[0] * exp(x))
        }
    },
    dparams: |x, p| {
        if x > 0.0 { [0.0, x] } else { [p[1] * expm1(x), p[0] * expm1(x)] }
    },
    breaks: |p| if p[0] == 1.0 || p[1] == 0.0 { Vec::new() } else { vec![0.0] },
    frameworks: frameworks![
        PyTorch: "torch.nn.SELU()" [ALPHA, LAMBDA] House;
        Jax: "jax.nn.selu(x)" [ALPHA, LAMBDA] Measured("selu");
        Keras: "keras.activations.selu(x)" [ALPHA, LAMBDA] Measured("selu");
        TensorFlow: "tf.nn.selu(x)" [ALPHA, LAMBDA] Measured("selu");
        Onnx: "Selu-22(alpha=1.67326319, gamma=1.05070102)" [1.673_263_192_176_818_8, 1.050_701_022_148_132_3];
    ],
    code: code![
        NumPy: "
            def f(x):
                return {lambda} * np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))

            def df(x):
                return {lambda} * np.where(x > 0, 1.0, {alpha} * np.exp(np.minimum(x, 0)))
        ";
        PyTorch: "torch.nn.SELU()" [ALPHA, LAMBDA];
        PyTorch: "{lambda} * torch.nn.functional.elu(x, alpha={alpha})";
        Jax: "jax.nn.selu(x)" [ALPHA, LAMBDA];
        Jax: "{lambda} * jax.nn.elu(x, alpha={alpha})";
        Keras: "keras.activations.selu(x)" [ALPHA, LAMBDA];
        Keras: "{lambda} * keras.activations.elu(x, alpha={alpha})";
        Rust: "
            fn f(x: f64) -> f64 {
                {lambda} * if x > 0.0 { x } else { {alpha} * x.exp_m1() }
            }

            fn df(x: f64) -> f64 {
                {lambda} * if x > 0.0 { 1.0 } else { {alpha} * x.exp() }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` and `b` for the parameters.
pub const TYPED: &str = "b*where(x>0,x,a*expm1(x))";

/// That of ELU; for λ = 0 it is 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    if p[1] == 0.0 { Structure::constant(0.0) } else { super::elu::structure(p) }
}

/// f″: λα·e^x for x < 0, 0 for x > 0, and 0 at 0 as on the right of it.
#[must_use]
pub fn second(x: f64, p: &[f64]) -> f64 {
    if x < 0.0 { p[1] * (p[0] * exp(x)) } else { 0.0 }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    if p[1] == 0.0 {
        return (L::zero(), L::zero());
    }
    let (lambda, off) = (L::of(p[1]), x.at_most(L::zero()));
    let scale = L::of(p[1] * p[0]);
    let (e, m) = x.smaller(L::zero()).exponential_pair();
    (off.pick(scale * m, lambda * x), off.pick(scale * e, lambda))
}
