//! ReLU6: min(max(0, x), 6), on ℝ, range [0, 6].
//!
//! Kinks at 0 and 6, where f′ is 0 in every framework; limits 0 and 6; NaN for NaN.
//! Source: Krizhevsky 2010, made standard by MobileNet; PyTorch `ReLU6`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, Window, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// min(max(0, x), 6).
pub static RELU6: Activation = Activation {
    id: "relu6",
    name: "ReLU6",
    family: Family::Rectifier,
    formula: prose!(r"\min(\max(0, x), 6)"),
    derivative: prose!(r"\begin{cases} 1 & 0 < x < 6 \\ 0 & x \notin (0, 6) \end{cases}"),
    source: Source {
        cite: prose!("Krizhevsky 2010"),
        url: prose!("https://www.cs.toronto.edu/~kriz/conv-cifar10-aug2010.pdf"),
    },
    eval: |x, _| {
        if x <= 0.0 {
            (0.0, 0.0)
        } else if x >= 6.0 {
            (6.0, 0.0)
        } else {
            (x, 1.0)
        }
    },
    breaks: |_| vec![0.0, 6.0],
    window: Window::new(-4.0, 12.0, -1.0, 7.0),
    frameworks: frameworks![
        PyTorch: "torch.nn.ReLU6()" [] House;
        Jax: "jax.nn.relu6(x)" [] Measured("relu6");
        Keras: "keras.activations.relu6(x)" [] Measured("relu6");
        TensorFlow: "tf.nn.relu6(x)" [] Measured("relu6");
        Onnx: "Clip-13(x, 0, 6)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.clip(x, 0.0, 6.0)

            def df(x):
                return np.select([(x > 0) & (x < 6), (x <= 0) | (x >= 6)], [1.0, 0.0], np.nan)
        ";
        PyTorch: "torch.nn.ReLU6()";
        Jax: "jax.nn.relu6(x)";
        Keras: "keras.activations.relu6(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                x.clamp(0.0, 6.0)
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 && x < 6.0 {
                    1.0
                } else if x <= 0.0 || x >= 6.0 {
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
pub const TYPED: &str = "min(max(x,0),6)";

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
    elementary::clipped(x, L::zero(), L::of(6.0), L::of(1.0))
}
