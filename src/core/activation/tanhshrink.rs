//! Tanhshrink: x − tanh x, on ℝ.
//!
//! Smooth; f ≈ x³/3 near 0, where subtracting would lose every digit, so the series of
//! (x cosh x − sinh x)/cosh x, whose terms all have one sign, is used below 2; f′ = tanh² x;
//! limits ∓∞; f(−0) = −0; NaN for NaN. Source: PyTorch `Tanhshrink`.

use super::structure::{Parity, Structure};
use super::{Activation, Family, SMOOTH, Source, code, frameworks, prose};
use crate::numeric::elementary::logistic_slope;
use crate::numeric::lanes::{Lane, elementary};
use libm::{cosh, tanh};

/// x − tanh x.
pub static TANHSHRINK: Activation = Activation {
    id: "tanhshrink",
    name: "Tanhshrink",
    family: Family::Shrinkage,
    formula: prose!(r"x - \tanh x"),
    derivative: prose!(r"\tanh^2 x"),
    source: Source {
        cite: prose!("PyTorch Tanhshrink"),
        url: prose!("https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html"),
    },
    eval: |x, _| {
        let t = tanh(x);
        let f = if x.abs() < 2.0 { small(x) } else { x - t };
        (f, t * t)
    },
    frameworks: frameworks![
        PyTorch: "torch.nn.Tanhshrink()" [];
        Keras: "keras.activations.tanh_shrink(x)" [];
    ],
    code: code![
        NumPy: "
            def f(x):
                # Near 0 the difference would lose every digit: there, the series of x cosh x - sinh x.
                small = np.clip(x, -2, 2)
                power, total = small, 0.0 * small
                for k in range(1, 16):
                    power = power * small**2 / (2 * k * (2 * k + 1))
                    total = total + 2 * k * power
                return np.where(np.abs(x) < 2, total / np.cosh(small), x - np.tanh(x))

            def df(x):
                return np.tanh(x) ** 2
        ";
        PyTorch: "torch.nn.Tanhshrink()";
        Jax: "x - jnp.tanh(x)";
        Keras: "keras.activations.tanh_shrink(x)";
        Rust: "
            fn f(x: f64) -> f64 {
                if x.abs() >= 2.0 {
                    return x - x.tanh();
                }
                // Near 0 the difference would lose every digit: here, the series of x cosh x - sinh x.
                let (mut power, mut total) = (x, 0.0);
                for k in 1..16 {
                    let k = f64::from(k);
                    power *= x * x / (2.0 * k * (2.0 * k + 1.0));
                    total += 2.0 * k * power;
                }
                total / x.cosh()
            }

            fn df(x: f64) -> f64 {
                x.tanh().powi(2)
            }
        ";
    ],
    ..SMOOTH
};

/// The formula as a reader types it.
pub const TYPED: &str = "x-tanh(x)";

/// Odd and smooth.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure { parity: Parity::Odd, ..Structure::SMOOTH }
}

/// f″ = 2 tanh x · sech² x with sech² x = 4σ′(2x).
#[must_use]
pub fn second(x: f64, _: &[f64]) -> f64 {
    logistic_slope(8.0, 2.0 * x, tanh(x))
}

/// 2k/(2k + 1)! for k = 1, 2, …: x cosh x − sinh x is the sum of these times x^(2k+1).
const SERIES: [f64; 10] = {
    let (mut series, mut factorial, mut k) = ([0.0; 10], 1.0, 1);
    while k <= 10 {
        let double = 2.0 * k as f64;
        factorial *= double * (double + 1.0);
        series[k - 1] = double / factorial;
        k += 1;
    }
    series
};

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let (t, dt) = elementary::tanh(x);
    // As in `small`: for |x| ≤ 1.25 ten terms of the series over cosh x = (1 + e²)/(2e).
    let near = x.within(-1.25, 1.25);
    let (square, e) = (near * near, (-near.magnitude()).exponential());
    let mut sum = L::zero();
    for coefficient in SERIES.iter().rev() {
        sum = sum * square + L::of(*coefficient);
    }
    let small = near * square * sum * (e + e) / (L::of(1.0) + e * e);
    let far = x.magnitude().above(L::of(1.25));
    (far.pick(x - t, small), far.pick(L::of(1.0) - dt, t * t))
}

/// (x cosh x − sinh x)/cosh x with the numerator as Σ 2k·x^(2k+1)/(2k+1)!.
fn small(x: f64) -> f64 {
    let square = x * x;
    // power = x^(2k+1)/(2k+1)!; the sum starts as a zero of x's sign.
    let (mut power, mut sum) = (x, 0.0 * x);
    for k in 1..16 {
        let k = f64::from(k);
        power *= square / (2.0 * k * (2.0 * k + 1.0));
        sum += 2.0 * k * power;
    }
    sum / cosh(x)
}
