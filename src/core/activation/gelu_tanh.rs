//! GELU, tanh approximation: ½x(1 + tanh(√(2/π)(x + 0.044715x³))), on ℝ.
//!
//! Within 4.74·10⁻⁴ of exact GELU; smooth, not monotone; limits 0 and +∞; f(−0) = −0; NaN for
//! NaN. ½(1 + tanh u) is σ(2u), which keeps the left tail.
//! Source: Hendrycks & Gimpel 2016; PyTorch `GELU(approximate="tanh")`, JAX's default.

pub(super) use super::structure::smooth as structure;
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::elementary::{gated_by_logistic, logistic_slope};
use crate::numeric::lanes::{Lane, elementary};
use libm::tanh;

/// 2·√(2/π), so that the gate is σ(SLOPE·(x + CUBIC·x³)).
const SLOPE: f64 = 1.595_769_121_605_730_7;
/// The coefficient of x³ in the paper.
const CUBIC: f64 = 0.044_715;

/// ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
pub static GELU_TANH: Activation = Activation {
    id: "gelu_tanh",
    name: "GELU (tanh)",
    family: Family::SelfGated,
    formula: prose!(
        r"\frac{x}{2} \Bigl(1 + \tanh\bigl(\sqrt{2 / \pi}\, (x + 0.044715\, x^3)\bigr)\Bigr)"
    ),
    derivative: prose!(
        r"\frac{1 + \tanh u}{2} + \frac{x}{2} (1 - \tanh^2 u)\, u', \quad u = \sqrt{2 / \pi}\, (x + 0.044715\, x^3)"
    ),
    source: Source {
        cite: prose!("Hendrycks & Gimpel 2016"),
        url: prose!("https://arxiv.org/abs/1606.08415"),
    },
    eval: |x, _| {
        let square = x * x;
        let z = SLOPE * (x + CUBIC * square * x);
        gated_by_logistic(x, z, SLOPE * (1.0 + 3.0 * CUBIC * square))
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.GELU(approximate='tanh')" [];
        Jax: "jax.nn.gelu(x, approximate=True)" [];
        Keras: "keras.activations.gelu(x, approximate=True)" [];
        Keras: "keras.ops.gelu(x, approximate=True)" [];
        TensorFlow: "tf.nn.gelu(x, approximate=True)" [];
        Onnx: "Gelu-20(approximate=\"tanh\")" [];
    ],
    code: code![
        NumPy: "
            # (1 + tanh u) / 2 is the sigmoid of z = 2u, which keeps the left tail.
            SLOPE = 2 * math.sqrt(2 / math.pi)

            def f(x):
                c = np.clip(x, -40, 40)  # beyond, the sigmoid is 0 or 1 in float64
                z = SLOPE * (c + 0.044715 * c**3)
                e = np.exp(-np.abs(z))
                return np.maximum(x, -40) * np.where(z >= 0, 1.0, e) / (1 + e)

            def df(x):
                x = np.clip(x, -40, 40)
                z = SLOPE * (x + 0.044715 * x**3)
                dz = SLOPE * (1 + 3 * 0.044715 * x**2)
                e = np.exp(-np.abs(z))
                gate = np.where(z >= 0, 1.0, e) / (1 + e)
                return gate * (1 + x * dz * np.where(z >= 0, e, 1.0) / (1 + e))
        ";
        PyTorch: "torch.nn.GELU(approximate='tanh')";
        Jax: "jax.nn.gelu(x, approximate=True)";
        Keras: "keras.activations.gelu(x, approximate=True)";
        Rust: "
            /// (1 + tanh u) / 2 is the sigmoid of 2u = SLOPE·(x + CUBIC·x³), which keeps the left tail.
            const SLOPE: f64 = std::f64::consts::SQRT_2 * std::f64::consts::FRAC_2_SQRT_PI;
            const CUBIC: f64 = 0.044715;

            fn f(x: f64) -> f64 {
                let c = x.clamp(-40.0, 40.0); // beyond, the sigmoid is 0 or 1 in f64
                let z = SLOPE * (c + CUBIC * c.powi(3));
                x.max(-40.0) / (1.0 + (-z).exp())
            }

            fn df(x: f64) -> f64 {
                let x = x.clamp(-40.0, 40.0);
                let z = SLOPE * (x + CUBIC * x.powi(3));
                let dz = SLOPE * (1.0 + 3.0 * CUBIC * x * x);
                (1.0 + x * dz / (1.0 + z.exp())) / (1.0 + (-z).exp())
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x*sigmoid(sqrt(8/pi)*(x+0.044715*x^3))";

/// f″ = σ′(z)·(2z′ + x·z″ − x·z′²·tanh(z/2)) with f = x·σ(z).
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    let square = x * x;
    let z = SLOPE * (x + CUBIC * square * x);
    let dz = SLOPE * (1.0 + 3.0 * CUBIC * square);
    let x_d2z = SLOPE * 6.0 * CUBIC * square;
    logistic_slope(1.0, z, 2.0 * dz + x_d2z - x * dz * dz * tanh(0.5 * z))
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let square = x * x;
    let z = L::of(SLOPE) * (x + L::of(CUBIC) * square * x);
    let slope = L::of(SLOPE) * x * (L::of(1.0) + L::of(3.0 * CUBIC) * square);
    elementary::gated_by_logistic(x, z, slope)
}
