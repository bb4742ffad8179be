//! Hardshrink: x for |x| > λ, 0 otherwise, on ℝ, λ ≥ 0.
//!
//! Jumps of height λ at ±λ, where f = 0 and f′ = 0; limits ∓∞; f(−0) = −0; NaN for NaN.
//! Source: Donoho & Johnstone 1994 (hard thresholding); PyTorch `Hardshrink`.

use super::{Activation, Family, Param, SMOOTH, Source, Valid, frameworks, prose};

/// x outside [−λ, λ], 0 inside.
pub static HARDSHRINK: Activation = Activation {
    id: "hardshrink",
    name: "Hardshrink",
    family: Family::Shrinkage,
    formula: prose!(r"\begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}"),
    source: Source {
        cite: prose!("Donoho & Johnstone 1994"),
        url: prose!("https://doi.org/10.1093/biomet/81.3.425"),
    },
    params: &[Param {
        name: "lambd",
        symbol: "λ",
        default: 0.5,
        valid: Valid::AtLeast(0.0),
        slider: (0.0, 3.0),
        step: 0.05,
    }],
    eval: |x, p| if x.abs() > p[0] { (x, 1.0) } else { (0.0 * x, 0.0) },
    breaks: |p| if p[0] == 0.0 { Vec::new() } else { vec![-p[0], p[0]] },
    frameworks: frameworks![
        PyTorch: "torch.nn.Hardshrink(lambd=0.5)" [0.5] House;
        Keras: "keras.activations.hard_shrink(x, threshold=0.5)" [0.5];
        Onnx: "Shrink-9(lambd=0.5, bias=0.0)" [0.5];
    ],
    ..SMOOTH
};
