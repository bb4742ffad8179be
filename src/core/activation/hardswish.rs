//! Hardswish: x·clip(x+3, 0, 6)/6, on ℝ, range [−3/8, ∞).
//!
//! Kinks at ±3, where f′ is 0 and 1 by the house convention (some PyTorch versions give −0.5
//! and 1.5); minimum −3/8 at −3/2; limits 0 and +∞; f(−0) = −0; NaN for NaN.
//! Source: Howard et al. 2019 (MobileNetV3); PyTorch `Hardswish`.

use super::structure::Structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// x·clip(x+3, 0, 6)/6.
pub static HARDSWISH: Activation = Activation {
    id: "hardswish",
    name: "Hardswish",
    family: Family::SelfGated,
    formula: prose!(
        r"\begin{cases} 0 & x \le -3 \\ \frac{x (x + 3)}{6} & -3 < x < 3 \\ x & x \ge 3 \end{cases}"
    ),
    derivative: prose!(
        r"\begin{cases} 0 & x \le -3 \\ \frac{2x + 3}{6} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}"
    ),
    source: Source {
        cite: prose!("Howard et al. 2019"),
        url: prose!("https://arxiv.org/abs/1905.02244"),
    },
    eval: |x, _| {
        if x <= -3.0 {
            (0.0, 0.0)
        } else if x >= 3.0 {
            (x, 1.0)
        } else {
            (x * (x + 3.0) / 6.0, (2.0 * x + 3.0) / 6.0)
        }
    },
    breaks: |_| vec![-3.0, 3.0],
    frameworks: frameworks![
        PyTorch: "torch.nn.Hardswish()" [] ByVersion(&[(-3.0, &[-0.5, 0.0]), (3.0, &[1.5, 1.0])]);
        Jax: "jax.nn.hard_silu(x)" [] Measured("hardswish");
        Keras: "keras.activations.hard_silu(x)" [] Measured("hardswish");
        Onnx: "HardSwish-22" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                c = np.clip(x, -3, 3)
                return np.where(x < 3, c * (c + 3) / 6, x)

            def df(x):
                c = np.clip(x, -3, 3)
                return np.select([x <= -3, x < 3, x >= 3], [0.0, (2 * c + 3) / 6, 1.0], np.nan)
        ";
        PyTorch: "torch.nn.Hardswish()";
        Jax: "jax.nn.hard_silu(x)";
        Keras: "keras.activations.hard_silu(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                if x <= -3.0 {
                    0.0
                } else if x < 3.0 {
                    x * (x + 3.0) / 6.0
                } else {
                    x
                }
            }

            fn df(x: f64) -> f64 {
                if x <= -3.0 {
                    0.0
                } else if x < 3.0 {
                    (2.0 * x + 3.0) / 6.0
                } else if x >= 3.0 {
                    1.0
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x*min(max(x+3,0),6)/6";

/// Straight outside its kinks.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    let straight = vec![(f64::NEG_INFINITY, -3.0), (3.0, f64::INFINITY)];
    Structure { straight, ..Structure::SMOOTH }
}

/// f″: 1/3 for −3 < x < 3, 0 outside, and at the kinks as on the right of them.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    if (-3.0..3.0).contains(&x) { 1.0 / 3.0 } else { 0.0 }
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let (clipped, on) = elementary::clipped(x, L::of(-3.0), L::of(3.0), L::of(1.0));
    let bent = L::zero().above(L::zero() - on);
    let (six, right) = (L::of(6.0), x.above(L::zero()));
    let inside = clipped * (clipped + L::of(3.0)) / six;
    let slope = (clipped + clipped + L::of(3.0)) / six;
    let line = right.pick(L::of(1.0), L::zero());
    (bent.pick(inside, right.pick(x, inside)), bent.pick(slope, line))
}
