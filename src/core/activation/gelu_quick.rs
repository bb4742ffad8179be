//! Quick GELU: x·σ(1.702x), on ℝ: Swish with β = 1.702.
//!
//! Within 0.0204 of exact GELU; smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for
//! NaN. Source: Hendrycks & Gimpel 2016; used by CLIP.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::elementary::gated_by_logistic;
use crate::numeric::lanes::{Lane, elementary};

/// x·σ(1.702x).
pub static GELU_QUICK: Activation = Activation {
    id: "gelu_quick",
    name: "GELU (quick)",
    family: Family::SelfGated,
    formula: prose!(r"\frac{x}{1 + e^{-1.702\, x}}"),
    derivative: prose!(r"\sigma(1.702 x) \bigl(1 + 1.702 x\, \sigma(-1.702 x)\bigr)"),
    source: Source {
        cite: prose!("Hendrycks & Gimpel 2016"),
        url: prose!("https://arxiv.org/abs/1606.08415"),
    },
    eval: |x, _| gated_by_logistic(x, 1.702 * x, 1.702),
    frameworks: frameworks![
        TensorFlow: "tf.nn.silu(x, beta=1.702)" [];
        Onnx: "Swish-24(alpha=1.702)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                z = np.clip(1.702 * x, -800, 800)  # e**-800 is 0 in float64
                e = np.exp(-np.abs(z))
                return np.where(z > -800, x, 0.0) * np.where(z >= 0, 1.0, e) / (1 + e)

            def df(x):
                z = np.clip(1.702 * x, -800, 800)
                e = np.exp(-np.abs(z))
                gate = np.where(z >= 0, 1.0, e) / (1 + e)
                return gate * (1 + z * np.where(z >= 0, e, 1.0) / (1 + e))
        ";
        PyTorch: "x * torch.sigmoid(1.702 * x)";
        Jax: "x * jax.nn.sigmoid(1.702 * x)";
        Keras: "x * keras.activations.sigmoid(1.702 * x)";
        Rust: "
            fn f(x: f64) -> f64 {
                let e = (-1.702 * x).exp();
                if e.is_infinite() { 0.0 } else { x / (1.0 + e) }
            }

            fn df(x: f64) -> f64 {
                let z = (1.702 * x).clamp(-800.0, 800.0); // e^-800 is 0 in f64
                let gate = 1.0 / (1.0 + (-z).exp());
                gate * (1.0 + z / (1.0 + z.exp()))
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x*sigmoid(1.702*x)";

/// f″ is that of Swish with β = 1.702.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    super::swish::second(x, &[1.702])
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let z = L::of(1.702) * x;
    elementary::gated_by_logistic(x, z, z)
}
