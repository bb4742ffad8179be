//! Absolute value: |x|, on ℝ, range [0, ∞).
//!
//! Kink at 0 with slopes −1 and 1, where f′ = 0 by the house convention (JAX gives 1);
//! limits +∞; NaN for NaN. Source: Jarrett et al. 2009 (rectification); PyTorch `abs`.

use super::structure::Structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// |x|.
pub static ABS: Activation = Activation {
    id: "abs",
    name: "Absolute value",
    family: Family::Basic,
    formula: prose!("|x|"),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}"),
    source: Source {
        cite: prose!("Jarrett et al. 2009"),
        url: prose!("https://doi.org/10.1109/ICCV.2009.5459469"),
    },
    eval: |x, _| (x.abs(), if x == 0.0 { 0.0 } else { x.signum() }),
    breaks: |_| vec![0.0],
    frameworks: frameworks![
        PyTorch: "torch.abs(x)" [] House;
        Jax: "jnp.abs(x)" [] Measured("abs");
        Keras: "keras.ops.abs(x)" [] Measured("abs");
        TensorFlow: "tf.abs(x)" [] Measured("abs");
        Onnx: "Abs" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.abs(x)

            def df(x):
                return np.sign(x)
        ";
        PyTorch: "torch.abs(x)";
        Jax: "jnp.abs(x)";
        Keras: "keras.ops.abs(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                x.abs()
            }

            fn df(x: f64) -> f64 {
                if x == 0.0 { 0.0 } else { x.signum() }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "abs(x)";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::rectifier(-1.0, 1.0)
}

/// f″: 0 on both pieces, and at the kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let slope = x.equals(L::zero()).pick(L::zero(), L::of(1.0).with_sign(x));
    (x.magnitude(), slope)
}
