//! One unit fitted to a convex function: k tangents with equal errors, and the error of any unit.
//!
//! Tangents to a convex function lie below it, and the largest error is least where every
//! one-sided maximum of it, between the tangents and at the ends, is the same ε: for x² on
//! [−1, 1] that is 1/k², the .25, .111, .04 and .0123 of the fact check for k = 2, 3, 5 and 9. Raised
//! by ε/2 the unit errs by no more than ε/2 to either side, and no unit of k pieces does better:
//! its error changes sign 2k times with equal size.

use super::piece::{Piece, envelope, value};
use crate::activation::{Window, by_id};
use libm::exp;

/// A convex function to be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// x² on [−1, 1].
    Square,
    /// eˣ on [−2, 2].
    Exp,
    /// |x| on [−2, 2].
    Abs,
    /// ln(1 + eˣ) on [−4, 4].
    Softplus,
}

/// The distance between a unit and a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Error {
    /// The largest distance on the target's interval.
    pub sup: f64,
    /// The place of that distance; the leftmost such place.
    pub at: f64,
}

impl Target {
    /// Every target, in the order menus show them.
    pub const ALL: [Self; 4] = [Self::Square, Self::Exp, Self::Abs, Self::Softplus];

    /// The target of a number in the address; none for 0.
    #[must_use]
    pub fn numbered(number: usize) -> Option<Self> {
        number.checked_sub(1).and_then(|i| Self::ALL.get(i).copied())
    }

    /// The interval on which it is fitted.
    #[must_use]
    pub const fn interval(self) -> (f64, f64) {
        match self {
            Self::Square => (-1.0, 1.0),
            Self::Exp | Self::Abs => (-2.0, 2.0),
            Self::Softplus => (-4.0, 4.0),
        }
    }

    /// A window that shows the interval and some more.
    #[must_use]
    pub const fn window(self) -> Window {
        match self {
            Self::Square => Window::new(-1.5, 1.5, -0.75, 1.5),
            Self::Exp => Window::new(-3.0, 3.0, -2.0, 8.0),
            Self::Abs => Window::new(-3.0, 3.0, -1.0, 3.0),
            Self::Softplus => Window::new(-5.0, 5.0, -1.0, 5.0),
        }
    }

    /// (f(x), f′(x)), 0 for |x|′ at 0.
    #[must_use]
    pub fn eval(self, x: f64) -> (f64, f64) {
        let act = match self {
            Self::Square => return (x * x, 2.0 * x),
            Self::Exp => return (exp(x), exp(x)),
            Self::Abs => "abs",
            Self::Softplus => "softplus",
        };
        by_id(act).map_or((f64::NAN, f64::NAN), |act| act.eval(x, &act.defaults()))
    }

    /// Its tangent at `t`.
    fn tangent(self, t: f64) -> Piece {
        let (f, df) = self.eval(t);
        Piece { w: df, b: f - df * t }
    }

    /// The height of the target at `x` above its tangent at `t`.
    fn above(self, t: f64, x: f64) -> f64 {
        self.eval(x).0 - self.tangent(t).at(x)
    }

    /// k tangents, at least 2, whose largest error on the interval is the least possible.
    #[must_use]
    pub fn tangents(self, k: usize) -> Vec<Piece> {
        let k = k.max(2);
        let (a, b) = self.interval();
        if self == Self::Abs {
            // Two make it exactly; the others touch it in its kink only.
            let slope = |i: usize| -1.0 + 2.0 * i as f64 / (k - 1) as f64;
            return (0..k).map(|i| Piece { w: slope(i), b: 0.0 }).collect();
        }
        let (mut low, mut high) = (0.0, self.above(b, a));
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.march(k, middle).1 { high = middle } else { low = middle }
        }
        self.march(k, high).0.into_iter().map(|t| self.tangent(t)).collect()
    }

    /// The points, from the left, of k tangents that leave an error of ε each; true if they reach
    /// the right end.
    fn march(self, k: usize, epsilon: f64) -> (Vec<f64>, bool) {
        let (a, b) = self.interval();
        let mut left = a;
        let mut touches = Vec::with_capacity(k);
        for _ in 0..k {
            // The tangent that is ε below the left end; then as far as its error is at most ε.
            let touch = last(left, b, |t| self.above(t, left) <= epsilon);
            left = last(touch, b, |x| self.above(touch, x) <= epsilon);
            touches.push(touch);
        }
        (touches, left >= b)
    }

    /// The largest distance of a unit from the target on the interval.
    ///
    /// Exact to rounding: within a part the difference of a line and a convex function has its
    /// least values at the ends and its largest where the slopes agree.
    #[must_use]
    pub fn error(self, pieces: &[Piece]) -> Error {
        let (a, b) = self.interval();
        let mut worst = Error { sup: 0.0, at: a };
        let mut look = |x: f64| {
            let off = (value(pieces, x).0 - self.eval(x).0).abs();
            // Distances that differ by rounding alone are the same.
            if off > worst.sup * (1.0 + 1e-12) {
                worst = Error { sup: off, at: x };
            }
        };
        look(a);
        for part in envelope(pieces) {
            let (from, to) = (part.from.max(a), part.to.min(b));
            if from < to {
                let w = pieces[part.piece].w;
                look(from);
                look(last(from, to, |x| self.eval(x).1 <= w));
                look(to);
            }
        }
        worst
    }
}

/// Every piece moved up by `by`.
#[must_use]
pub fn raised(pieces: &[Piece], by: f64) -> Vec<Piece> {
    pieces.iter().map(|p| Piece { w: p.w, b: p.b + by }).collect()
}

/// The last place in [`from`, `to`] where `holds`, which holds up to some place and not beyond.
fn last(from: f64, to: f64, holds: impl Fn(f64) -> bool) -> f64 {
    if holds(to) {
        return to;
    }
    let (mut good, mut bad) = (from, to);
    for _ in 0..60 {
        let middle = 0.5 * (good + bad);
        if holds(middle) { good = middle } else { bad = middle }
    }
    good
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row 3.96 and `fact-check-numbers.txt`.
    #[test]
    fn tangents_to_the_square_err_by_one_over_k_squared() {
        for (k, want) in [(2, 0.25), (3, 0.111), (5, 0.04), (9, 0.0123)] {
            let error = Target::Square.error(&Target::Square.tangents(k)).sup;
            let exact = 1.0 / (k * k) as f64;
            assert!((error - exact).abs() < 1e-9, "k = {k}: {error}");
            assert!((error - want).abs() < 5e-4, "the fact check's figure for {k}");
        }
    }

    /// Against a search on a grid that knows nothing of parts.
    #[test]
    fn the_error_is_the_largest_on_the_interval() {
        for target in Target::ALL {
            for pieces in
                [target.tangents(3), super::super::pieces(&[-0.3, 0.1, 0.9, -0.4, 0.0, 0.2])]
            {
                let (a, b) = target.interval();
                let grid = (0..=20_000).map(|i| a + (b - a) * f64::from(i) / 20_000.0);
                let off = |x: f64| (value(&pieces, x).0 - target.eval(x).0).abs();
                let seen = grid.map(off).fold(0.0, f64::max);
                let Error { sup, at } = target.error(&pieces);
                assert!(sup >= seen - 1e-12 && sup - seen < 1e-5, "{target:?}: {sup} {seen}");
                assert!((off(at) - sup).abs() < 1e-12 && (a..=b).contains(&at));
            }
        }
    }

    #[test]
    fn errors_fall_with_every_piece_and_are_equal_everywhere() {
        for target in [Target::Square, Target::Exp, Target::Softplus] {
            let mut before = f64::INFINITY;
            for k in 2..=9 {
                let pieces = target.tangents(k);
                let error = target.error(&pieces).sup;
                assert!(error < before, "{target:?} {k}");
                before = error;
                let (a, b) = target.interval();
                let parts = envelope(&pieces);
                assert_eq!(parts.len(), k, "each tangent is on top somewhere");
                for x in parts.iter().map(|p| p.from.max(a)).chain([b]) {
                    let off = target.eval(x).0 - value(&pieces, x).0;
                    assert!((off - error).abs() < 1e-6 * error, "{target:?} {k} at {x}: {off}");
                }
            }
        }
    }

    /// The error alternates between ±ε/2 at 2k + 1 places.
    #[test]
    fn raised_by_half_the_error_a_unit_is_best() {
        for target in [Target::Square, Target::Exp, Target::Softplus] {
            for k in [2, 5] {
                let tangents = target.tangents(k);
                let error = target.error(&tangents).sup;
                let best = raised(&tangents, error / 2.0);
                assert!((target.error(&best).sup - error / 2.0).abs() < 1e-6 * error);
                let (a, b) = target.interval();
                let parts = envelope(&best);
                let mut signs = Vec::new();
                for part in &parts {
                    let (from, to) = (part.from.max(a), part.to.min(b));
                    let touch = last(from, to, |x| target.eval(x).1 <= best[part.piece].w);
                    signs.extend([from, touch].map(|x| value(&best, x).0 > target.eval(x).0));
                }
                signs.push(value(&best, b).0 > target.eval(b).0);
                assert_eq!(signs.len(), 2 * k + 1);
                assert!(signs.windows(2).all(|s| s[0] != s[1]), "{target:?} {signs:?}");
            }
        }
    }

    #[test]
    fn two_pieces_are_the_modulus() {
        for k in [2, 3, 9] {
            let pieces = Target::Abs.tangents(k);
            assert_eq!(pieces.len(), k);
            assert_eq!(Target::Abs.error(&pieces).sup, 0.0);
        }
        assert_eq!(envelope(&Target::Abs.tangents(2)).len(), 2);
    }

    #[test]
    fn slopes_are_those_of_the_targets() {
        for target in Target::ALL {
            for x in [-0.9, -0.3, 0.4, 0.95] {
                let h = 1e-6;
                let slope = (target.eval(x + h).0 - target.eval(x - h).0) / (2.0 * h);
                assert!((slope - target.eval(x).1).abs() < 1e-8, "{target:?} at {x}");
            }
            let ((a, b), w) = (target.interval(), target.window());
            assert!(w.x_min < a && b < w.x_max);
        }
    }
}
