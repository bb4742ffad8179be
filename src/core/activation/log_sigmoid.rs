//! Log-sigmoid: ln σ(x) = −ln(1 + e^−x), on ℝ, range (−∞, 0).
//!
//! Smooth; limits −∞ and 0, f′ from 1 to 0; NaN for NaN. Computed as
//! min(x, 0) − log1p(e^−|x|), so no digit is lost on either side. Source: PyTorch `LogSigmoid`.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, Window, code, frameworks, prose};
use crate::numeric::elementary::{logistic, logistic_slope, softplus_excess};
use crate::numeric::lanes::{Lane, elementary};

/// ln σ(x).
pub static LOG_SIGMOID: Activation = Activation {
    id: "log_sigmoid",
    name: "Log-sigmoid",
    family: Family::Exponential,
    formula: prose!(r"-\ln(1 + e^{-x})"),
    derivative: prose!(r"\frac{1}{1 + e^{x}}"),
    source: Source {
        cite: prose!("PyTorch LogSigmoid"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html"),
    },
    eval: |x, _| (x.min(0.0) - softplus_excess(x), logistic(-x).0),
    window: Window::new(-5.0, 5.0, -3.5, 1.5),
    frameworks: frameworks![
        PyTorch: "torch.nn.LogSigmoid()" [];
        Jax: "jax.nn.log_sigmoid(x)" [];
        Keras: "keras.activations.log_sigmoid(x)" [];
        TensorFlow: "tf.math.log_sigmoid(x)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))

            def df(x):
                e = np.exp(-np.abs(x))  # at most 1: never overflows
                return np.where(x >= 0, e, 1.0) / (1 + e)
        ";
        PyTorch: "torch.nn.LogSigmoid()";
        Jax: "jax.nn.log_sigmoid(x)";
        Keras: "keras.activations.log_sigmoid(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                x.min(0.0) - (-x.abs()).exp().ln_1p()
            }

            fn df(x: f64) -> f64 {
                1.0 / (1.0 + x.exp())
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "min(x,0)-log1p(exp(-abs(x)))";

/// f″ = −σ′(x).
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    logistic_slope(-1.0, x, 1.0)
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let f = x.smaller(L::zero()) - elementary::softplus_excess(x);
    (f, elementary::logistic(-x).0)
}
