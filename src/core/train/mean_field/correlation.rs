//! The correlation c of two signals: the map C from one layer to the next, and where it leads.

use super::length::{Length, MeanField};
use super::quadrature::Normal;

/// The fixed point that two signals' correlation comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// The correlation, 1 where signals become alike.
    pub c: f64,
    /// C′ there.
    pub slope: f64,
}

/// The depth scale ξ = −1/ln s of what shrinks by s in a layer: negative where it grows, infinite
/// where it stays.
#[must_use]
pub fn depth_scale(slope: f64) -> f64 {
    if slope == 1.0 { f64::INFINITY } else { -1.0 / libm::log(slope) }
}

impl MeanField {
    /// `(E f(u₁)f(u₂), E f′(u₁)f′(u₂))` for u₁, u₂ ~ N(0, q) with correlation c, |c| < 1.
    #[must_use]
    pub fn joint(&self, q: f64, c: f64) -> (f64, f64) {
        let field = &self.field;
        let (spread, rest) = (q.sqrt(), (1.0 - c * c).sqrt());
        // In z₁ the inner integral changes over `rest` around the kinks divided by c.
        let kinks = field.kinks().iter().map(|kink| kink / spread);
        let blurred = kinks.clone().map(|kink| kink / c).filter(|kink| kink.is_finite());
        let sharp: Vec<f64> = kinks.chain(blurred).collect();
        let scale = (0.5 * field.unit() / spread).min(rest);
        let outer = Normal::new(&sharp, scale, field.periodic());
        let x: Vec<f64> = outer.z.iter().map(|z| spread * z).collect();
        let (f, df) = field.eval(&x);
        let (mut both, mut slopes) = (0.0, 0.0);
        for (((x, weight), f), df) in x.iter().zip(&outer.weight).zip(f).zip(df) {
            let (mean, variance) = (c * x, q * rest * rest);
            let inner = field.moments(mean, variance);
            both += weight * f * inner.mean;
            slopes += weight * df * inner.slope;
        }
        (both, slopes)
    }

    /// C(c) = (σ_w²·E f(u₁)f(u₂) + σ_b²)/q, with its slope σ_w²·E f′(u₁)f′(u₂).
    #[must_use]
    pub fn correlate(&self, q: f64, c: f64, [w2, b2]: [f64; 2]) -> (f64, f64) {
        let (both, slopes) = self.joint(q, c);
        let slope = if self.field.jumps {
            // The slopes between the jumps are not all there is.
            let h = 1e-4 * (1.0 - c);
            (self.joint(q, c + h).0 - self.joint(q, c - h).0) / (2.0 * h)
        } else {
            slopes
        };
        ((w2 * both + b2) / q, w2 * slope)
    }

    /// The stable fixed point of C for signals of such a length; none where they die out or grow
    /// without bound.
    #[must_use]
    pub fn correlation(&self, length: Length, sigma2: [f64; 2]) -> Option<Correlation> {
        let q = match length {
            Length::Stable(point) => point.q,
            Length::Kept => 1.0,
            Length::Zero | Length::Unstable(_) | Length::Infinite => return None,
        };
        let chi = self.chi(length, sigma2);
        if chi <= 1.0 + 1e-12 {
            return Some(Correlation { c: 1.0, slope: chi });
        }
        // C is convex, so Newton's iteration comes to its first fixed point from the left.
        let mut c = 0.0;
        for _ in 0..60 {
            let (value, slope) = self.correlate(q, c, sigma2);
            let next = c + (value - c) / (1.0 - slope);
            // From the left it only rises, until it is there to rounding.
            if next <= c + 1e-14 || next >= 1.0 {
                return Some(Correlation { c: next.min(1.0), slope });
            }
            if next.is_nan() {
                return None;
            }
            c = next;
        }
        Some(Correlation { c, slope: self.correlate(q, c, sigma2).1 })
    }
}
