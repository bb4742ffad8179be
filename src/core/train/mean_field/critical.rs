//! Criticality: the weights for which χ₁ = 1, so that gradients neither vanish nor explode.

use super::length::{MeanField, RATIO};
use super::moments::Field;
use super::roots::between;

/// A point (σ_w, σ_b) at which a length q is kept and χ₁ = 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Critical {
    /// The length; none where every length is kept.
    pub q: Option<f64>,
    /// σ_w.
    pub sigma_w: f64,
    /// σ_b.
    pub sigma_b: f64,
    /// V′(q): below 1 the length is stable, at 1 marginal, above it unstable.
    pub slope: f64,
}

/// The longest length at which criticality is looked for.
const LONGEST: f64 = 1e4;

/// The critical point at which the length q > 0 is kept: σ_w² = 1/E f′², σ_b² = q − σ_w²·E f²; none
/// where that is negative or f has no slope.
#[must_use]
pub fn critical_at(mean_field: &MeanField, q: f64) -> Option<Critical> {
    let (w2, b2, slope) = weights(&mean_field.field, q);
    let right = b2 >= 0.0 && w2.is_finite() && !mean_field.field.jumps;
    right.then(|| Critical { q: Some(q), sigma_w: w2.sqrt(), sigma_b: b2.sqrt(), slope })
}

/// σ_w², σ_b² and V′(q) for χ₁ = 1 at a length that is kept; σ_b² may be negative.
fn weights(field: &Field, q: f64) -> (f64, f64, f64) {
    let moments = field.moments(0.0, q);
    let w2 = 1.0 / moments.slope_square;
    (w2, q - w2 * moments.square, w2 * moments.growth)
}

/// The critical points with a given σ_b ≥ 0 and lengths up to 10⁴, in the order of their lengths.
///
/// For σ_b = 0 a function through 0 has one at length 0, where σ_w² is 1 over the mean of f′(0±)²; if
/// every length is kept there, as by ReLU, it is the only one.
#[must_use]
pub fn critical_points(mean_field: &MeanField, sigma_b: f64) -> Vec<Critical> {
    let field = &mean_field.field;
    if field.jumps {
        return Vec::new();
    }
    let bias = |q: f64| {
        let b2 = weights(field, q).1;
        // Rounding is no bias.
        (if b2.abs() < 1e-12 * q { 0.0 } else { b2 }) - sigma_b * sigma_b
    };
    let lengths = std::iter::successors(Some(1e-8), |q| Some(q * RATIO));
    let biases = lengths.take_while(|q| *q <= LONGEST).map(|q| (q, bias(q)));
    let biases: Vec<_> = biases.filter(|(_, bias)| bias.is_finite()).collect();
    let mut points = Vec::new();
    let [left, right] = field.origin;
    let square = 0.5 * (left * left + right * right);
    if sigma_b == 0.0 && field.value == 0.0 && square > 0.0 {
        let kept = biases.iter().all(|(_, bias)| *bias == 0.0);
        let q = if kept { None } else { Some(0.0) };
        let sigma_w = 1.0 / square.sqrt();
        points.push(Critical { q, sigma_w, sigma_b, slope: 1.0 });
    }
    let change = |pair: &&[(f64, f64)]| pair[0].1 * pair[1].1 < 0.0;
    let roots = biases.windows(2).filter(change);
    points.extend(roots.map(|pair| {
        let q = between(bias, pair[0], pair[1]);
        let (w2, _, slope) = weights(field, q);
        Critical { q: Some(q), sigma_w: w2.sqrt(), sigma_b, slope }
    }));
    points
}
