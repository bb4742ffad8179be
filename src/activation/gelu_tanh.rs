//! GELU, tanh approximation: ½x(1 + tanh(√(2/π)(x + 0.044715x³))), on ℝ.
//!
//! Within 4.74·10⁻⁴ of exact GELU; smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for
//! NaN. ½(1 + tanh u) is σ(2u), which keeps the left tail.
//! Source: Hendrycks & Gimpel 2016; PyTorch `GELU(approximate="tanh")`, JAX's default.

use super::{Activation, Family, SMOOTH, Source, frameworks, prose};
use crate::numeric::elementary::gated_by_logistic;

/// 2·√(2/π), so that the gate is σ(SLOPE·(x + CUBIC·x³)).
const SLOPE: f64 = 1.595_769_121_605_730_7;
/// The coefficient of x³ in the paper.
const CUBIC: f64 = 0.044_715;

/// ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
pub static GELU_TANH: Activation = Activation {
    id: "gelu_tanh",
    name: "GELU (tanh)",
    family: Family::SelfGated,
    formula: prose!(r"\frac{x}{2} \Bigl(1 + \tanh\bigl(\sqrt{2 / \pi}\, (x + 0.044715\, x^3)\bigr)\Bigr)"),
    derivative: prose!(r"\frac{1 + \tanh u}{2} + \frac{x}{2} (1 - \tanh^2 u)\, u', \quad u = \sqrt{2 / \pi}\, (x + 0.044715\, x^3)"),
    source: Source { cite: prose!("Hendrycks & Gimpel 2016"), url: prose!("https://arxiv.org/abs/1606.08415") },
    eval: |x, _| {
        let square = x * x;
        let z = SLOPE * (x + CUBIC * square * x);
        gated_by_logistic(x, z, SLOPE * (1.0 + 3.0 * CUBIC * square))
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.GELU(approximate='tanh')" [];
        Jax: "jax.nn.gelu(x, approximate=True)" [];
        Keras: "keras.activations.gelu(x, approximate=True)" [];
        Keras: "keras.ops.gelu(x, approximate=True)" [];
        TensorFlow: "tf.nn.gelu(x, approximate=True)" [];
        Onnx: "Gelu-20(approximate=\"tanh\")" [];
    ],
    ..SMOOTH
};
