//! Identity: x, on ℝ.
//!
//! Limits ∓∞; f(−0) = −0; NaN for NaN. Source: PyTorch `Identity`.

use super::structure::Structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// x.
pub static IDENTITY: Activation = Activation {
    id: "identity",
    name: "Identity",
    family: Family::Basic,
    formula: prose!("x"),
    derivative: prose!("1"),
    source: Source {
        cite: prose!("PyTorch Identity"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Identity.html"),
    },
    eval: |x, _| (x, 1.0),
    frameworks: frameworks![
        PyTorch: "torch.nn.Identity()" [];
        Jax: "jax.nn.identity(x)" [];
        Keras: "keras.activations.linear(x)" [];
        TensorFlow: "tf.identity(x)" [];
        Onnx: "Identity-25" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return x

            def df(x):
                return np.where(np.isnan(x), x, 1.0)
        ";
        PyTorch: "torch.nn.Identity()";
        Jax: "jax.nn.identity(x)";
        Keras: "keras.activations.linear(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                x
            }

            fn df(x: f64) -> f64 {
                if x.is_nan() { x } else { 1.0 }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x";

/// A line.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::rectifier(1.0, 1.0)
}

/// f″: 0.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    (x, L::of(1.0))
}
