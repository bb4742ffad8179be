//! Tanhshrink: x − tanh x, on ℝ.
//!
//! Smooth; f ≈ x³/3 near 0, where subtracting would lose every digit, so the series of
//! (x cosh x − sinh x)/cosh x, whose terms all have one sign, is used below 2; f′ = tanh² x;
//! limits ∓∞; f(−0) = −0; NaN for NaN. Source: PyTorch `Tanhshrink`.

use super::{Activation, Family, SMOOTH, Source, frameworks, prose};
use libm::{cosh, tanh};

/// x − tanh x.
pub static TANHSHRINK: Activation = Activation {
    id: "tanhshrink",
    name: "Tanhshrink",
    family: Family::Shrinkage,
    formula: prose!(r"x - \tanh x"),
    derivative: prose!(r"\tanh^2 x"),
    source: Source {
        cite: prose!("PyTorch Tanhshrink"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html"),
    },
    eval: |x, _| {
        let t = tanh(x);
        let f = if x.abs() < 2.0 { small(x) } else { x - t };
        (f, t * t)
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Tanhshrink()" [];
        Keras: "keras.activations.tanh_shrink(x)" [];
    ],
    ..SMOOTH
};

/// (x cosh x − sinh x)/cosh x with the numerator as Σ 2k·x^(2k+1)/(2k+1)!.
fn small(x: f64) -> f64 {
    let square = x * x;
    // power = x^(2k+1)/(2k+1)!; the sum starts as a zero of x's sign.
    let (mut power, mut sum) = (x, 0.0 * x);
    for k in 1..16 {
        let k = f64::from(k);
        power *= square / (2.0 * k * (2.0 * k + 1.0));
        sum += 2.0 * k * power;
    }
    sum / cosh(x)
}
