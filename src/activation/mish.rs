//! Mish: x·tanh(ln(1 + e^x)), on ℝ, minimum −0.3088 at −1.192.
//!
//! Smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for NaN. With e = e^−|x|,
//! tanh(softplus x) is a ratio of polynomials in e, so nothing overflows or cancels.
//! Source: Misra 2019; PyTorch `Mish`.

use super::{Activation, Family, SMOOTH, Source, frameworks, prose};
use libm::exp;

/// x·tanh(ln(1 + e^x)).
pub static MISH: Activation = Activation {
    id: "mish",
    name: "Mish",
    family: Family::SelfGated,
    formula: prose!(r"x \tanh\bigl(\ln(1 + e^x)\bigr)"),
    derivative: prose!(r"\tanh(s) + x\, \sigma(x) \bigl(1 - \tanh^2 s\bigr), \quad s = \ln(1 + e^x)"),
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
    ..SMOOTH
};
