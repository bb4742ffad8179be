//! ReLU: max(0, x), on ℝ, range [0, ∞).
//!
//! Kink at 0 with one-sided slopes 0 and 1; f′(0) = 0 by the house convention, as in
//! PyTorch, `jax.nn.relu` and `tf.nn.relu`; limits 0 and +∞; NaN for NaN.
//! Source: Nair & Hinton 2010; PyTorch `ReLU`.

use super::structure::Structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// max(0, x).
pub static RELU: Activation = Activation {
    id: "relu",
    name: "ReLU",
    family: Family::Rectifier,
    formula: prose!(r"\max(0, x)"),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Nair & Hinton 2010"),
        url: prose!("https://icml.cc/Conferences/2010/papers/432.pdf"),
    },
    eval: |x, _| if x > 0.0 { (x, 1.0) } else { (0.0, 0.0) },
    breaks: |_| vec![0.0],
    frameworks: frameworks![
        PyTorch: "torch.nn.ReLU()" [] House;
        Jax: "jax.nn.relu(x)" [] Measured("relu");
        Jax: "jnp.maximum(x, 0)" [] Measured("max(x,0) primitive");
        Keras: "keras.activations.relu(x)" [] Measured("relu");
        TensorFlow: "tf.nn.relu(x)" [] Measured("relu");
        TensorFlow: "tf.maximum(x, 0)" [] Measured("max(x,0) primitive");
        Onnx: "Relu-14" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.maximum(x, 0.0)

            def df(x):
                return np.heaviside(x, 0.0)  # 0 at 0
        ";
        PyTorch: "torch.nn.ReLU()";
        Jax: "jax.nn.relu(x)";
        Keras: "keras.activations.relu(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                if x <= 0.0 { 0.0 } else { x }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 {
                    1.0
                } else if x <= 0.0 {
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
pub const TYPED: &str = "max(x,0)";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::rectifier(0.0, 1.0)
}

/// f″: 0 on both pieces, and at the kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let off = x.at_most(L::zero());
    (off.pick(L::zero(), x), off.pick(L::zero(), L::of(1.0)))
}
