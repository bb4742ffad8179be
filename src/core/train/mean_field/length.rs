//! The squared length q of a signal: the map V from one layer to the next, and where it leads.

use super::moments::{Field, Moments};
use super::roots::between;

/// The lengths that are looked through for fixed points: each this many times the one before.
pub(super) const RATIO: f64 = 1.333_521_432_163_324; // the eighth root of 10
/// The shortest and the longest.
const RANGE: [f64; 2] = [1e-10, 1e10];
/// The length, in squared units of a periodic function, at which all its phases are as likely.
const PHASES: f64 = 1e3;
/// V(q) and q count as equal from here on.
const EQUAL: f64 = 1e-12;

/// A function with its moments at all lengths that are looked through.
#[derive(Clone, Debug)]
pub struct MeanField {
    /// The function.
    pub field: Field,
    /// The lengths and E f² at each.
    squares: Vec<(f64, f64)>,
}

/// A fixed point of V, q > 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedPoint {
    /// Its place.
    pub q: f64,
    /// V′ there: below 1 in size the fixed point is stable.
    pub slope: f64,
}

impl FixedPoint {
    /// Whether lengths nearby come to it.
    #[must_use]
    pub fn is_stable(&self) -> bool {
        self.slope.abs() < 1.0
    }
}

/// Where the length of a signal goes that starts with q = 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// To 0: signals die out.
    Zero,
    /// To a fixed point that is stable.
    Stable(FixedPoint),
    /// Around a fixed point that is not, without coming to rest.
    Unstable(FixedPoint),
    /// Nowhere: every length is kept, as by ReLU with He's weights.
    Kept,
    /// To ∞: there is no fixed point above.
    Infinite,
}

impl MeanField {
    /// The function `field` at all lengths.
    #[must_use]
    pub fn new(field: Field) -> Self {
        let lengths = std::iter::successors(Some(RANGE[0]), |q| Some(q * RATIO));
        // An oscillating function has met all its phases long before, and needs ever more points.
        let unit = field.unit();
        let longest = if field.periodic() { PHASES * unit * unit } else { RANGE[1] };
        let lengths = lengths.take_while(|q| *q < longest);
        let squares = lengths.map(|q| (q, field.moments(0.0, q).square)).collect();
        Self { field, squares }
    }

    /// V(q) = σ_w²·E f(√q z)² + σ_b².
    #[must_use]
    pub fn map(&self, q: f64, [w2, b2]: [f64; 2]) -> f64 {
        w2 * self.field.moments(0.0, q).square + b2
    }

    /// V(q) − q, 0 if that is rounding.
    fn gain(&self, q: f64, square: f64, [w2, b2]: [f64; 2]) -> f64 {
        let gain = w2 * square + b2 - q;
        if gain.abs() < EQUAL * q { 0.0 } else { gain }
    }

    /// The fixed points of V above 0, in increasing order, for σ_w² and σ_b².
    #[must_use]
    pub fn fixed_points(&self, sigma2: [f64; 2]) -> Vec<FixedPoint> {
        let exact = |q: f64| self.map(q, sigma2) - q;
        let gains = self.squares.iter().map(|(q, square)| (*q, self.gain(*q, *square, sigma2)));
        let gains: Vec<_> = gains.filter(|(_, gain)| *gain != 0.0).collect();
        let change = |pair: &&[(f64, f64)]| (pair[0].1 > 0.0) != (pair[1].1 > 0.0);
        let root = |pair: &[(f64, f64)]| {
            let q = between(exact, pair[0], pair[1]);
            FixedPoint { q, slope: sigma2[0] * self.field.moments(0.0, q).growth }
        };
        gains.windows(2).filter(change).map(root).collect()
    }

    /// Where V leads a signal of length 1.
    #[must_use]
    pub fn length(&self, sigma2: [f64; 2]) -> Length {
        let gain = self.gain(1.0, self.field.moments(0.0, 1.0).square, sigma2);
        let points = self.fixed_points(sigma2);
        let found = if gain == 0.0 {
            match points.iter().find(|point| (point.q - 1.0).abs() < 1e-6) {
                Some(point) => Some(point),
                None => return Length::Kept,
            }
        } else if gain > 0.0 {
            points.iter().find(|point| point.q > 1.0)
        } else {
            points.iter().rev().find(|point| point.q < 1.0)
        };
        match found {
            Some(point) if point.is_stable() => Length::Stable(*point),
            Some(point) => Length::Unstable(*point),
            None if gain > 0.0 => Length::Infinite,
            None => Length::Zero,
        }
    }

    /// χ₁ = σ_w²·E f′(√q z)², by which the mean square of a gradient grows in a layer going backwards;
    /// infinite where f jumps.
    #[must_use]
    pub fn chi(&self, length: Length, sigma2: [f64; 2]) -> f64 {
        let field = &self.field;
        let mean = |[a, b]: [f64; 2]| 0.5 * (a * a + b * b);
        if field.jumps {
            return f64::INFINITY;
        }
        let at = |q: f64| field.moments(0.0, q).slope_square;
        let square = match length {
            Length::Zero => mean(field.origin),
            Length::Stable(point) | Length::Unstable(point) => at(point.q),
            Length::Kept => at(1.0),
            // Of an oscillating slope the mean, over many periods.
            Length::Infinite if field.periodic() => at(PHASES * field.unit() * field.unit()),
            Length::Infinite => mean(field.slopes),
        };
        sigma2[0] * square
    }

    /// The lengths, means, variances and χ of the first layers: q₁ = σ_w²·1 + σ_b² for an input of
    /// mean square 1, then q′ = V(q).
    pub fn layers(&self, sigma2: [f64; 2]) -> impl Iterator<Item = (f64, Moments)> {
        let [w2, b2] = sigma2;
        std::iter::successors(Some((w2 + b2, self.field.moments(0.0, w2 + b2))), move |(_, m)| {
            let q = w2 * m.square + b2;
            Some((q, self.field.moments(0.0, q)))
        })
    }
}
