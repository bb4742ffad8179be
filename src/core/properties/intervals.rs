//! Intervals of values, and the solutions of an equation as points and intervals.

use super::copies::{Copies, copies};

/// An interval of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The infimum or supremum.
    pub value: f64,
    /// Whether the function takes this value.
    pub attained: bool,
}

/// The solutions of an equation: single points and whole intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Solutions {
    /// Isolated solutions, in increasing order; those of one period if they repeat.
    pub points: Vec<f64>,
    /// Intervals of solutions; an end is attained if it is a solution itself.
    pub intervals: Vec<Range>,
    /// The period with which the points repeat, if they do.
    pub period: Option<f64>,
    /// Whether there are further points, further from 0, that do not repeat.
    pub more: bool,
}

impl Solutions {
    /// The isolated solutions in `[from, to]`; of more than `most` those nearest `anchor`.
    #[must_use]
    pub fn within(&self, (from, to): (f64, f64), anchor: f64, most: usize) -> Copies<f64> {
        copies(&self.points, self.period, |x| *x, |x, shift| x + shift, (from, to), anchor, most)
    }
}
