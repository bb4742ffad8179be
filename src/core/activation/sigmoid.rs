//! Sigmoid: σ(x) = 1/(1+e^−x), on ℝ, range (0, 1).
//!
//! Limits 0 at −∞ and 1 at +∞; smooth everywhere; NaN for NaN.
//! Source: the logistic function, Verhulst 1845; PyTorch `Sigmoid`.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::elementary::{logistic, logistic_slope};
use crate::numeric::lanes::{Lane, elementary};
use libm::tanh;

/// σ(x) = 1/(1+e^−x).
pub static SIGMOID: Activation = Activation {
    id: "sigmoid",
    name: "Sigmoid",
    family: Family::Sigmoidal,
    formula: prose!(r"\frac{1}{1 + e^{-x}}"),
    derivative: prose!(r"\frac{e^{-x}}{(1 + e^{-x})^2}"),
    source: Source {
        cite: prose!("Rumelhart et al. 1986"),
        url: prose!("https://doi.org/10.1038/323533a0"),
    },
    eval: |x, _| logistic(x),
    frameworks: frameworks![
        PyTorch: "torch.nn.Sigmoid()" [];
        Jax: "jax.nn.sigmoid(x)" [];
        Keras: "keras.activations.sigmoid(x)" [];
        TensorFlow: "tf.nn.sigmoid(x)" [];
        Onnx: "Sigmoid-13" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                e = np.exp(-np.abs(x))  # at most 1: never overflows
                return np.where(x >= 0, 1.0, e) / (1 + e)

            def df(x):
                e = np.exp(-np.abs(x))
                return e / (1 + e) ** 2
        ";
        PyTorch: "torch.nn.Sigmoid()";
        Jax: "jax.nn.sigmoid(x)";
        Keras: "keras.activations.sigmoid(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                1.0 / (1.0 + (-x).exp())
            }

            fn df(x: f64) -> f64 {
                let e = (-x.abs()).exp(); // at most 1: never overflows
                e / (1.0 + e).powi(2)
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "1/(1+exp(-x))";

/// f″ = −σ′·tanh(x/2), 0 at 0; as 1 − 2σ its last factor would cancel.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    logistic_slope(-1.0, x, tanh(0.5 * x))
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    elementary::logistic(x)
}
