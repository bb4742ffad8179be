//! Hard sigmoid: clip((x+3)/6, 0, 1), on ℝ, range [0, 1].
//!
//! Kinks at ±3, where f′ is 0 by the house convention (strictly inside counts as active);
//! limits 0 and 1; NaN for NaN. Source: PyTorch `Hardsigmoid`; Howard et al. 2019.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// clip((x+3)/6, 0, 1).
pub static HARD_SIGMOID: Activation = Activation {
    id: "hard_sigmoid",
    name: "Hard sigmoid",
    family: Family::Sigmoidal,
    formula: prose!(
        r"\begin{cases} 0 & x \le -3 \\ \frac{x + 3}{6} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}"
    ),
    derivative: prose!(r"\begin{cases} \frac{1}{6} & -3 < x < 3 \\ 0 & |x| \ge 3 \end{cases}"),
    source: Source {
        cite: prose!("Howard et al. 2019"),
        url: prose!("https://arxiv.org/abs/1905.02244"),
    },
    eval: |x, _| {
        if x <= -3.0 {
            (0.0, 0.0)
        } else if x >= 3.0 {
            (1.0, 0.0)
        } else {
            ((x + 3.0) / 6.0, 1.0 / 6.0)
        }
    },
    breaks: |_| vec![-3.0, 3.0],
    frameworks: frameworks![
        PyTorch: "torch.nn.Hardsigmoid()" [] House;
        Jax: "jax.nn.hard_sigmoid(x)" [] Measured("hard_sigmoid");
        Keras: "keras.activations.hard_sigmoid(x)" [] Measured("hard_sigmoid");
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.clip((x + 3) / 6, 0.0, 1.0)

            def df(x):
                return np.select([np.abs(x) < 3, np.abs(x) >= 3], [1 / 6, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.Hardsigmoid()";
        Jax: "jax.nn.hard_sigmoid(x)";
        Keras: "keras.activations.hard_sigmoid(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                ((x + 3.0) / 6.0).clamp(0.0, 1.0)
            }

            fn df(x: f64) -> f64 {
                if x.abs() < 3.0 {
                    1.0 / 6.0
                } else if x.abs() >= 3.0 {
                    0.0
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "min(max((x+3)/6,0),1)";

/// Straight between its kinks.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::pieces(Parity::Neither)
}

/// f″: 0 on every piece, and at the kinks as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let (x, on) = elementary::clipped(x, L::of(-3.0), L::of(3.0), L::of(1.0 / 6.0));
    ((x + L::of(3.0)) / L::of(6.0), on)
}
