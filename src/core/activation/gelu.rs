//! GELU, exact: x·Φ(x), Φ the standard normal distribution function, on ℝ.
//!
//! Smooth, not monotone: minimum −0.16997 at −0.75179; limits 0 and +∞; f(−0) = −0; NaN for
//! NaN. Φ is ½·erfc(−x/√2), which keeps its digits in the left tail where ½(1 + erf) has none.
//! Source: Hendrycks & Gimpel 2016; PyTorch `GELU(approximate="none")`.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;
use libm::{erfc, exp};
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// x·Φ(x).
pub static GELU: Activation = Activation {
    id: "gelu",
    name: "GELU",
    family: Family::SelfGated,
    formula: prose!(
        r"x\, \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf} \frac{x}{\sqrt{2}}\right)"
    ),
    derivative: prose!(r"\Phi(x) + \frac{x}{\sqrt{2\pi}}\, e^{-x^2 / 2}"),
    source: Source {
        cite: prose!("Hendrycks & Gimpel 2016"),
        url: prose!("https://arxiv.org/abs/1606.08415"),
    },
    eval: |x, _| {
        if x.is_infinite() {
            return if x > 0.0 { (x, 1.0) } else { (0.0, 0.0) };
        }
        let phi = 0.5 * erfc(-x * FRAC_1_SQRT_2);
        // 1/√(2π) = (2/√π)·(1/√2)/2
        let density = 0.5 * FRAC_1_SQRT_2 * FRAC_2_SQRT_PI * exp(-0.5 * x * x);
        (x * phi, phi + x * density)
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.GELU(approximate='none')" [];
        Jax: "jax.nn.gelu(x, approximate=False)" [];
        Keras: "keras.activations.gelu(x, approximate=False)" [];
        Keras: "keras.ops.gelu(x, approximate=False)" [];
        TensorFlow: "tf.nn.gelu(x, approximate=False)" [];
        Onnx: "Gelu-20(approximate=\"none\")" [];
    ],
    code: code![
        NumPy: "
            erfc = np.vectorize(math.erfc, otypes=[float])  # 1 + erf(x) would lose the left tail

            def f(x):
                return np.maximum(x, -40) * 0.5 * erfc(-x / math.sqrt(2))  # 0 in float64 below -39

            def df(x):
                x = np.clip(x, -40, 40)
                density = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
                return 0.5 * erfc(-x / math.sqrt(2)) + x * density
        ";
        PyTorch: "torch.nn.GELU(approximate='none')";
        Jax: "jax.nn.gelu(x, approximate=False)";
        Keras: "keras.activations.gelu(x, approximate=False)";
        Rust: "
            use libm::erfc; // not in the standard library: cargo add libm
            use std::f64::consts::{PI, SQRT_2};

            fn f(x: f64) -> f64 {
                // 1 + erf(x) would lose the left tail, which is 0 in f64 below -39.
                x.max(-40.0) * 0.5 * erfc(-x / SQRT_2)
            }

            fn df(x: f64) -> f64 {
                let x = x.clamp(-40.0, 40.0);
                let density = (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
                0.5 * erfc(-x / SQRT_2) + x * density
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x/2*erfc(-x/sqrt(2))";

/// f″ = φ(x)·(2 − x²), φ the standard normal density: 0 at ±√2.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    let square = x * x;
    let density = 0.5 * FRAC_1_SQRT_2 * FRAC_2_SQRT_PI * exp(-0.5 * square);
    if density == 0.0 { 0.0 } else { density * (2.0 - square) }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let far = x.within(-1e4, 1e4); // ∞·0 would be NaN
    let bell = (L::of(-0.5) * far * far).exponential();
    let tail = far.magnitude().normal_tail(bell);
    let left = L::zero().above(x);
    let phi = left.pick(tail, L::of(1.0) - tail);
    let density = L::of(0.5 * FRAC_1_SQRT_2 * FRAC_2_SQRT_PI) * bell;
    (left.pick(far, x) * phi, phi + far * density)
}
