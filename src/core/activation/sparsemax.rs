//! Sparsemax: the point of the probability simplex nearest to z, from ℝᴷ.
//!
//! pᵢ = max(zᵢ − τ, 0) with τ such that they sum to 1; piecewise linear. On the support S of
//! non-zero entries J = diag(1) − 1·1ᵀ/#S, elsewhere 0; an entry with zᵢ = τ counts as outside by
//! the house convention. The curve is entry 0 of z = (x, 0, 0): clip((2x+1)/3, 0, 1), kinks at
//! −1/2 and 1, limits 0 and 1; NaN for NaN. Source: Martins & Astudillo 2016.

use super::structure::{Parity, Structure};
use super::{Activation, Family, Kind, SMOOTH, Source, Vector, code, frameworks, prose};
use crate::numeric::lanes::{Lane, elementary};
use crate::numeric::order::sort_by_key;

/// The projection onto the simplex.
pub static SPARSEMAX: Activation = Activation {
    id: "sparsemax",
    name: "Sparsemax",
    family: Family::Vector,
    formula: prose!(
        r"\operatorname{clip}\left(\frac{2x + 1}{3},\ 0,\ 1\right), \quad \operatorname{sparsemax}(z)_i = \max(z_i - \tau(z), 0)"
    ),
    derivative: prose!(
        r"\begin{cases} \frac{2}{3} & -\frac{1}{2} < x < 1 \\ 0 & x \notin (-\frac{1}{2}, 1) \end{cases}"
    ),
    source: Source {
        cite: prose!("Martins & Astudillo 2016"),
        url: prose!("https://arxiv.org/abs/1602.02068"),
    },
    eval: |x, _| {
        if x <= -0.5 {
            (0.0, 0.0)
        } else if x >= 1.0 {
            (1.0, 0.0)
        } else {
            ((2.0 * x + 1.0) / 3.0, 2.0 / 3.0)
        }
    },
    breaks: |_| vec![-0.5, 1.0],
    kind: Kind::Vector(Vector {
        value: |z, _| project(z),
        jacobian: |z, _| {
            let p = project(z);
            let support = p.iter().filter(|p| **p > 0.0).count() as f64;
            let entry = |i: usize, j: usize| match (p[i] > 0.0 && p[j] > 0.0, i == j) {
                (false, _) => 0.0,
                (true, true) => 1.0 - 1.0 / support,
                (true, false) => -1.0 / support,
            };
            let n = p.len();
            (0..n * n).map(|k| entry(k / n, k % n)).collect()
        },
    }),
    frameworks: frameworks![
        Keras: "keras.activations.sparsemax(x, axis=-1)" [];
    ],
    code: code![
        NumPy: "
            def f(z):
                z = z - np.max(z, axis=-1, keepdims=True)
                ordered = -np.sort(-z, axis=-1)
                sums = np.cumsum(ordered, axis=-1)
                inside = 1 + np.arange(1, z.shape[-1] + 1) * ordered > sums
                size = np.count_nonzero(inside, axis=-1, keepdims=True)
                threshold = (np.take_along_axis(sums, size - 1, axis=-1) - 1) / size
                return np.maximum(z - threshold, 0.0)

            # The Jacobian at one vector: row i holds the derivatives of f(z)[i].
            def df(z):
                support = (f(z) > 0).astype(float)
                return np.diag(support) - np.outer(support, support) / support.sum()
        ";
        PyTorch: "
            def f(z):
                z = z - z.max(dim=-1, keepdim=True).values
                ordered = z.sort(dim=-1, descending=True).values
                sums = ordered.cumsum(dim=-1)
                ranks = torch.arange(1, z.shape[-1] + 1, device=z.device)
                size = (1 + ranks * ordered > sums).sum(dim=-1, keepdim=True)
                threshold = (sums.gather(-1, size - 1) - 1) / size
                return torch.relu(z - threshold)
        ";
        Jax: "
            def f(z):
                z = z - jnp.max(z, axis=-1, keepdims=True)
                ordered = -jnp.sort(-z, axis=-1)
                sums = jnp.cumsum(ordered, axis=-1)
                inside = 1 + jnp.arange(1, z.shape[-1] + 1) * ordered > sums
                size = jnp.sum(inside, axis=-1, keepdims=True)
                threshold = (jnp.take_along_axis(sums, size - 1, axis=-1) - 1) / size
                return jax.nn.relu(z - threshold)
        ";
        Keras: "
            # keras.activations.sparsemax is wrong up to Keras 3.15.1 unless one entry gets everything.
            def f(z):
                z = z - keras.ops.max(z, axis=-1, keepdims=True)
                ordered = -keras.ops.sort(-z, axis=-1)
                ranks = keras.ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
                inside = 1 + ranks * ordered > keras.ops.cumsum(ordered, axis=-1)
                size = keras.ops.sum(keras.ops.cast(inside, z.dtype), axis=-1, keepdims=True)
                total = keras.ops.sum(keras.ops.where(inside, ordered, 0.0), axis=-1, keepdims=True)
                return keras.ops.relu(z - (total - 1) / size)
        ";
        Rust: "
            fn f(z: &[f64]) -> Vec<f64> {
                let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let z: Vec<f64> = z.iter().map(|z| z - top).collect();
                let mut ordered = z.clone();
                ordered.sort_by(|a, b| b.total_cmp(a));
                let (mut sum, mut size) = (0.0, 0.0);
                for next in ordered {
                    if 1.0 + (size + 1.0) * next <= sum + next {
                        break;
                    }
                    sum += next;
                    size += 1.0;
                }
                let threshold = (sum - 1.0) / size;
                z.iter().map(|z| (z - threshold).max(0.0)).collect()
            }

            /// The Jacobian: row i holds the derivatives of f(z)[i].
            fn df(z: &[f64]) -> Vec<Vec<f64>> {
                let support: Vec<f64> = f(z).iter().map(|p| f64::from(*p > 0.0)).collect();
                let size: f64 = support.iter().sum();
                let entry = |i: usize, j: usize| {
                    (if i == j { support[i] } else { 0.0 }) - support[i] * support[j] / size
                };
                (0..z.len()).map(|i| (0..z.len()).map(|j| entry(i, j)).collect()).collect()
            }
        ";
    ],
    ..SMOOTH
};

/// No formula of x alone can be typed.
pub const TYPED: &str = "";

/// Straight between its kinks.
#[must_use]
pub fn structure(_: &[f64]) -> Structure {
    Structure::pieces(Parity::Neither)
}

/// f″: 0 on every piece of the curve, and at its kinks as on the right of them.
#[must_use]
pub fn second(_: f64, _: &[f64]) -> f64 {
    0.0
}

/// `(f, f′)` on lanes.
#[inline]
pub fn lanes<L: Lane>(x: L, _: &[f64]) -> (L, L) {
    let (x, on) = elementary::clipped(x, L::of(-0.5), L::of(1.0), L::of(2.0 / 3.0));
    ((x + x + L::of(1.0)) / L::of(3.0), on)
}

/// Subtracts the largest entry first, which makes the sums exact near the support.
fn project(z: &[f64]) -> Vec<f64> {
    let max = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let z: Vec<f64> = z.iter().map(|z| z - max).collect();
    let mut sorted = z.clone();
    sort_by_key(&mut sorted, |z| -z);
    let (mut sum, mut count) = (0.0, 0.0);
    for z in sorted {
        // Entry k is in the support while 1 + k·z₍ₖ₎ > z₍₁₎ + … + z₍ₖ₎.
        if 1.0 + (count + 1.0) * z <= sum + z {
            break;
        }
        sum += z;
        count += 1.0;
    }
    let tau = (sum - 1.0) / count;
    z.iter().map(|z| (z - tau).max(0.0)).collect()
}
