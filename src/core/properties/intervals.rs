//! Intervals of values, and the solutions of an equation as points and intervals.

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
    /// Isolated solutions, in increasing order; of infinitely many those nearest 0.
    pub points: Vec<f64>,
    /// Intervals of solutions; an end is attained if it is a solution itself.
    pub intervals: Vec<Range>,
    /// Whether there are further points, further from 0.
    pub more: bool,
}
