//! Quick GELU: x·σ(1.702x), on ℝ: Swish with β = 1.702.
//!
//! Within 0.0204 of exact GELU; smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for
//! NaN. Source: Hendrycks & Gimpel 2016; used by CLIP.

use super::{Activation, Family, SMOOTH, Source, frameworks, prose};
use crate::numeric::elementary::gated_by_logistic;

/// x·σ(1.702x).
pub static GELU_QUICK: Activation = Activation {
    id: "gelu_quick",
    name: "GELU (quick)",
    family: Family::SelfGated,
    formula: prose!(r"\frac{x}{1 + e^{-1.702\, x}}"),
    derivative: prose!(r"\sigma(1.702 x) \bigl(1 + 1.702 x\, \sigma(-1.702 x)\bigr)"),
    source: Source { cite: prose!("Hendrycks & Gimpel 2016"), url: prose!("https://arxiv.org/abs/1606.08415") },
    eval: |x, _| gated_by_logistic(x, 1.702 * x, 1.702),
    frameworks: frameworks![
        Onnx: "Swish-24(alpha=1.702)" [];
    ],
    ..SMOOTH
};
