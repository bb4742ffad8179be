//! All properties of a function, in one structure.

use super::copies::{Copies, copies};
use super::intervals::{Range, Solutions};
use super::line::Line;
use super::regularity::Regularity;
use super::saturation::Saturation;
use super::shape::{Monotone, Turn};
use super::solve::Level;
use super::{normal, range, regularity, shape, slopes};
use crate::activation::{Activation, Parity, Period};

/// The properties of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Properties {
    /// The values it takes, as intervals in increasing order.
    pub range: Vec<Range>,
    /// Its monotonicity: rising, falling or both.
    pub monotone: Monotone,
    /// Its extrema, from left to right; those of one period if it has one.
    pub turns: Vec<Turn>,
    /// Its repetition.
    pub period: Option<Period>,
    /// Its saturation towards −∞.
    pub left: Saturation,
    /// Its saturation towards +∞.
    pub right: Saturation,
    /// Its smoothness, with its kinks and jumps.
    pub regularity: Regularity,
    /// Its parity: odd, even or neither.
    pub parity: Parity,
    /// `f(0)`.
    pub at_zero: f64,
    /// `f′(0)`, by the house convention at a kink.
    pub slope_at_zero: f64,
    /// Whether `f(x) ≈ x` near 0, from both sides.
    pub near_identity: bool,
    /// The mean of `f(Z)`, Z ~ N(0, 1).
    pub mean: f64,
    /// The variance of `f(Z)`, Z ~ N(0, 1).
    pub variance: f64,
    /// The least L with `|f(x) − f(y)| ≤ L·|x − y|`; infinite where there is none.
    pub lipschitz: f64,
    /// The place and the value of the largest `f′`; ±∞ for a place where it is only a limit.
    pub steepest: (f64, f64),
    /// The place and the value of the smallest `f′`.
    pub flattest: (f64, f64),
    /// The solutions of `f(x) = 0`.
    pub zeros: Solutions,
    /// The solutions of `f(x) = x`.
    pub fixed_points: Solutions,
}

impl Properties {
    /// The extrema in `[from, to]`; of more than `most` those nearest `anchor`.
    #[must_use]
    pub fn turns_within(&self, window: (f64, f64), anchor: f64, most: usize) -> Copies<Turn> {
        let steepness = self.period.map_or(0.0, |period| period.rise / period.length);
        let moved =
            |turn: &Turn, by: f64| Turn { x: turn.x + by, y: turn.y + by * steepness, ..*turn };
        let length = self.period.map(|period| period.length);
        copies(&self.turns, length, |turn| turn.x, moved, window, anchor, most)
    }
}

/// The saturation towards −∞ and towards +∞: [`Properties::left`] and [`Properties::right`] alone.
#[must_use]
pub fn saturation(act: &Activation, p: &[f64]) -> (Saturation, Saturation) {
    let line = Line::new(act, p);
    (super::saturation::saturation(&line, -1.0), super::saturation::saturation(&line, 1.0))
}

/// The properties of `act` with parameters `p`.
#[must_use]
pub fn properties(act: &Activation, p: &[f64]) -> Properties {
    let line = Line::new(act, p);
    let regularity = regularity::regularity(&line);
    let jumps = !regularity.jumps.is_empty();
    let turns = shape::turns(&line);
    let (steepest, flattest) = slopes::slopes(&line);
    let (at_zero, slope_at_zero) = line.eval(0.0);
    let (mean, variance) = normal::moments(&line);
    Properties {
        range: range::range(&line, &turns, &regularity.jumps),
        monotone: shape::monotone(&line, &turns),
        period: line.structure.period,
        left: super::saturation::saturation(&line, -1.0),
        right: super::saturation::saturation(&line, 1.0),
        parity: line.structure.parity,
        // Adding 0 turns −0 into 0.
        at_zero: at_zero + 0.0,
        slope_at_zero: slope_at_zero + 0.0,
        near_identity: at_zero == 0.0
            && [-1.0, 1.0].iter().all(|side| line.slope_beside(0.0, *side) == 1.0),
        mean,
        variance,
        lipschitz: if jumps { f64::INFINITY } else { steepest.1.abs().max(flattest.1.abs()) },
        steepest,
        flattest,
        zeros: line.solve(Level::Zero),
        fixed_points: line.solve(Level::Diagonal),
        turns,
        regularity,
    }
}
