//! Softsign: x/(1+|x|), on ℝ, range (−1, 1).
//!
//! Limits ∓1, reached like 1/|x|, not exponentially; C¹ but f″ jumps from +2 to −2 at 0;
//! f(−0) = −0; NaN for NaN. Source: Bergstra et al. 2009; PyTorch `Softsign`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::lanes::Lane;

/// 2¹⁰⁰, from which x/(1+|x|) is ±1 to rounding, and exactly so.
const FAR: f64 = (1_u128 << 100) as f64;

/// x/(1+|x|).
pub static SOFTSIGN: Activation = Activation {
    id: "softsign",
    name: "Softsign",
    family: Family::Sigmoidal,
    formula: prose!(r"\frac{x}{1 + |x|}"),
    derivative: prose!(r"\frac{1}{(1 + |x|)^2}"),
    source: Source {
        cite: prose!("Bergstra et al. 2009, as cited by Glorot & Bengio 2010"),
        url: prose!("https://proceedings.mlr.press/v9/glorot10a.html"),
    },
    eval: |x, _| {
        if x.is_infinite() {
            return (x.signum(), 0.0);
        }
        let d = 1.0 + x.abs();
        (x / d, 1.0 / (d * d))
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Softsign()" [] House;
        Jax: "jax.nn.soft_sign(x)" [] Measured("softsign");
        Keras: "keras.activations.softsign(x)" [] Measured("softsign");
        TensorFlow: "tf.nn.softsign(x)" [] Measured("softsign");
        Onnx: "Softsign-22" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                x = np.clip(x, -1e300, 1e300)  # inf / inf would be NaN
                return x / (1 + np.abs(x))

            def df(x):
                return (1 / (1 + np.abs(x))) ** 2
        ";
        PyTorch: "torch.nn.Softsign()";
        Jax: "jax.nn.soft_sign(x)";
        Keras: "keras.activations.softsign(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                let x = x.clamp(-1e300, 1e300); // inf / inf would be NaN
                x / (1.0 + x.abs())
            }

            fn df(x: f64) -> f64 {
                (1.0 + x.abs()).powi(-2)
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x/(1+abs(x))";

/// Odd; f″ jumps at 0.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { parity: Parity::Odd, bends: vec![0.0], ..Structure::SMOOTH }
}

/// f″ = −2 sign(x)/(1 + |x|)³, and −2 at 0 as on the right of it.
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    let bend = if x < 0.0 { 2.0 } else { -2.0 };
    let d = 1.0 + x.abs();
    bend / d / d / d // d³ may overflow where its inverse is not yet 0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let x = x.within(-FAR, FAR); // ∞/∞ would be NaN
    let inverse = L::of(1.0) / (L::of(1.0) + x.magnitude());
    (x * inverse, inverse * inverse)
}
