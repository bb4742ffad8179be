//! Tanh: (e^x − e^−x)/(e^x + e^−x), on ℝ, range (−1, 1).
//!
//! Limits ∓1; smooth everywhere; f(−0) = −0; NaN for NaN.
//! The derivative is sech² x = 4e/(1+e)² with e = e^(−2|x|); 1 − tanh² loses all digits past 19.
//! Source: LeCun et al. 1998, "Efficient BackProp", which scales it:
//! 1.7159 tanh(2x/3); PyTorch `Tanh`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::elementary::logistic_slope;
use crate::numeric::lanes::{Lane, elementary};
use libm::exp;

/// tanh x.
pub static TANH: Activation = Activation {
    id: "tanh",
    name: "Tanh",
    family: Family::Sigmoidal,
    formula: prose!(r"\frac{e^x - e^{-x}}{e^x + e^{-x}}"),
    derivative: prose!(r"1 - \tanh^2 x"),
    source: Source {
        cite: prose!("LeCun et al. 1998"),
        url: prose!("https://doi.org/10.1007/3-540-49430-8_2"),
    },
    eval: |x, _| {
        let e = exp(-2.0 * x.abs());
        let d = 1.0 + e;
        (libm::tanh(x), 4.0 * e / (d * d))
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Tanh()" [];
        Jax: "jax.nn.tanh(x)" [];
        Keras: "keras.activations.tanh(x)" [];
        TensorFlow: "tf.nn.tanh(x)" [];
        Onnx: "Tanh-13" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.tanh(x)

            def df(x):
                e = np.exp(-np.abs(x))  # 1 - tanh(x)**2 would lose every digit past 19
                return (2 * e / (1 + e**2)) ** 2
        ";
        PyTorch: "torch.nn.Tanh()";
        Jax: "jax.nn.tanh(x)";
        Keras: "keras.activations.tanh(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                x.tanh()
            }

            fn df(x: f64) -> f64 {
                let e = (-x.abs()).exp(); // 1 - tanh² x would lose every digit past 19
                (2.0 * e / (1.0 + e * e)).powi(2)
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "sigmoid(2*x)-sigmoid(-2*x)";

/// Odd and smooth.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { parity: Parity::Odd, ..Structure::SMOOTH }
}

/// f″ = −2 tanh x · sech² x with sech² x = 4σ′(2x).
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    logistic_slope(-8.0, 2.0 * x, libm::tanh(x))
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    elementary::tanh(x)
}
