//! PReLU: x for x > 0, a·x otherwise, where a is learned (one per layer or channel).
//!
//! a is unrestricted, so this is not max(ax, x) once a > 1. Kink at 0, where f′ = a by the
//! house convention (JAX gives 1); ∂f/∂a = min(x, 0); limits ∓∞ by the sign of a; NaN for NaN.
//! Source: He et al. 2015 (initial a = 0.25, no weight decay); PyTorch `PReLU.weight`.

use super::leaky_relu::{leaky, leaky_breaks, slope_gradient};
use super::structure::Structure;
use super::{Activation, Family, Param, SMOOTH, Source, Valid, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};

/// The leaky rectifier with a learned slope.
pub static PRELU: Activation = Activation {
    id: "prelu",
    name: "PReLU",
    family: Family::Rectifier,
    formula: prose!(r"\begin{cases} x & x > 0 \\ {weight} x & x \le 0 \end{cases}"),
    derivative: prose!(r"\begin{cases} 1 & x > 0 \\ {weight} & x \le 0 \end{cases}"),
    source: Source {
        cite: prose!("He et al. 2015"),
        url: prose!("https://arxiv.org/abs/1502.01852"),
    },
    params: &[Param {
        name: "weight",
        symbol: "a",
        default: 0.25,
        valid: Valid::Any,
        slider: (-1.0, 2.0),
        step: 0.01,
    }],
    eval: |x, p| leaky(x, p[0]),
    dparams: |x, _| slope_gradient(x),
    breaks: |p| leaky_breaks(p[0]),
    frameworks: frameworks![
        PyTorch: "torch.nn.PReLU(num_parameters=1, init=0.25)" [0.25] House;
        Flax: "flax.linen.PReLU(negative_slope_init=0.01)" [0.01] Measured("leaky_relu(0.01)");
        Keras: "keras.layers.PReLU(alpha_initializer=\"Zeros\")" [0.0] House;
        Onnx: "PRelu-16(x, slope)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                return np.where(x > 0, x, {weight} * x)

            def df(x):
                return np.select([x > 0, x <= 0], [1.0, {weight}], np.nan)
        ";
        PyTorch: "torch.nn.PReLU(num_parameters=1, init={weight})";
        Jax: "
            layer = flax.linen.PReLU(negative_slope_init={weight})

            def f(x):
                variables = layer.init(jax.random.key(0), x)  # holds the slope, which is learned
                return layer.apply(variables, x)
        ";
        Keras: "keras.layers.PReLU(alpha_initializer=keras.initializers.Constant({weight}))";
        Rust: "
            fn f(x: f64) -> f64 {
                if x > 0.0 { x } else { {weight} * x }
            }

            fn df(x: f64) -> f64 {
                if x > 0.0 {
                    1.0
                } else if x <= 0.0 {
                    {weight}
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
