//! Leaky ReLU: x for x > 0, a·x otherwise, on ℝ, with a fixed slope a.
//!
//! Kink at 0 (unless a = 1), where f′ = a by the house convention (JAX gives 1);
//! limits −∞ (a > 0) and +∞; NaN for NaN. Defaults differ: 0.01 in PyTorch, JAX and ONNX,
//! 0.2 in `tf.nn`, 0.3 in the Keras layer. Source: Maas et al. 2013; PyTorch `LeakyReLU`.

use super::structure::Structure;
use super::{
    Activation, Family, MAX_PARAMS, Pair, Param, SMOOTH, Source, Valid, code, frameworks, prose,
};
use crate::numeric::lanes::{Lane, elementary};

/// x, or a·x on the negative side.
pub static LEAKY_RELU: Activation = Activation {
    id: "leaky_relu",
    name: "Leaky ReLU",
    family: Family::Rectifier,
    formula: prose!(r"\begin{cases} x & x > 0 \\ {negative_slope} x & x \le 0 \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ {negative_slope} & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("Maas et al. 2013"),
        url: prose!("https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf"),
    },
    params: &[Param {
        name: "negative_slope",
        symbol: "a",
        default: 0.01,
        valid: Valid::Any,
        slider: (0.0, 1.0),
        step: 0.01,
    }],
    eval: |x, p| leaky(x, p[0]),
    dparams: |x, _| slope_gradient(x),
    breaks: |p| leaky_breaks(p[0]),
    frameworks: frameworks![
        PyTorch: "torch.nn.LeakyReLU(negative_slope=0.01)" [0.01] House;
        Jax: "jax.nn.leaky_relu(x, negative_slope=0.01)" [0.01] Measured("leaky_relu(0.01)");
        Jax: "jnp.maximum(0.01 * x, x)" [] Measured("max(0.01x,x) primitive");
        Keras: "keras.activations.leaky_relu(x, negative_slope=0.2)" [0.2] Measured("leaky_relu(0.01)");
        Keras: "keras.layers.LeakyReLU(negative_slope=0.3)" [0.3] Measured("leaky_relu(0.01)");
        TensorFlow: "tf.nn.leaky_relu(x, alpha=0.2)" [0.2] Measured("leaky_relu(0.01)");
        TensorFlow: "tf.maximum(0.01 * x, x)" [] Measured("max(0.01x,x) primitive");
        Onnx: "LeakyRelu-16(alpha=0.01)" [0.01];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x > 0, x, {negative_slope} * x)

            def df(x):
                return np.select([x > 0, x <= 0], [1.0, {negative_slope}], np.nan)
        ";
        PyTorch: "torch.nn.LeakyReLU(negative_slope={negative_slope})";
        Jax: "jax.nn.leaky_relu(x, negative_slope={negative_slope})";
        Keras: "keras.activations.leaky_relu(x, negative_slope={negative_slope})";
        Rust: "
            fn f(x: f64) -> f64 {
                if x > 0.0 { x } else { {negative_slope} * x }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 {
                    1.0
                } else if x <= 0.0 {
                    {negative_slope}
                } else {
                    x // NaN
                }
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it, `a` for the parameter.
pub const TYPED: &str = "where(x>0,x,a*x)";

/// Two lines that meet at 0.
#[must_use]
pub fn structure(p: &[f64]) -> Structure {
    Structure::rectifier(p[0], 1.0)
}

/// f″: 0 on both pieces, and at the kink as on the right of it.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, p: &[f64]) -> (L, L) {
    elementary::leaky(x, L::of(p[0]))
}

/// The leaky rectifier with slope `a` for x ≤ 0; a slope of 0 gives 0 even at −∞.
pub(super) fn leaky(x: f64, a: f64) -> Pair {
    if x > 0.0 {
        (x, 1.0)
    } else if a == 0.0 {
        (0.0, 0.0)
    } else {
        (a * x, a)
    }
}

/// ∂f/∂a = min(x, 0).
pub(super) fn slope_gradient(x: f64) -> [f64; MAX_PARAMS] {
    [x.min(0.0), 0.0]
}

/// The kink at 0, which vanishes for a = 1.
pub(super) fn leaky_breaks(a: f64) -> Vec<f64> {
    if a == 1.0 { Vec::new() } else { vec![0.0] }
}
