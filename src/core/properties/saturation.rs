//! Saturation: a derivative that vanishes towards −∞ or +∞, from some point on or only in the
//! limit.

use super::line::{Line, bisect};

/// The saturation of a function towards one end of the line (Gulcehre et al. 2016).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saturation {
    /// f′ does not tend to 0.
    None,
    /// f′ tends to 0 without being 0 from some point on.
    Soft(Decay),
    /// f′ = 0 beyond this point.
    Hard(f64),
}

/// The rate at which f′ tends to 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decay {
    /// Like a power of 1/x.
    Algebraic,
    /// Exponentially or faster.
    Exponential,
}

/// The saturation towards −∞ (`side` < 0) or +∞.
pub(super) fn saturation(line: &Line<'_>, side: f64) -> Saturation {
    if line.df(side * f64::INFINITY) != 0.0 {
        return Saturation::None; // includes NaN: no limit
    }
    // A power law is still there where every exponential has underflowed.
    if line.df(side * 1e150) != 0.0 {
        return Saturation::Soft(Decay::Algebraic);
    }
    match edge(line, side) {
        Some(edge) => Saturation::Hard(edge),
        None => Saturation::Soft(Decay::Exponential),
    }
}

/// The point beyond which f′ is exactly 0, if it does not merely underflow.
fn edge(line: &Line<'_>, side: f64) -> Option<f64> {
    let outermost = |points: &mut dyn Iterator<Item = f64>| {
        points.max_by(|a, b| (side * a).total_cmp(&(side * b)))
    };
    let points = line.stretches.iter().flat_map(|s| &s.points).copied();
    let Some(last) = outermost(&mut points.filter(|x| line.df(*x) != 0.0)) else {
        // f′ is 0 wherever it exists: flat beyond the outermost jump, if there is one.
        return outermost(&mut line.breaks.iter().copied()).or(Some(0.0));
    };
    let edge = bisect(last, side * 1e9, |x| line.df(x) != 0.0);
    let nearest = line.breaks.iter().copied().find(|b| (b - edge).abs() <= 1e-9 * (1.0 + b.abs()));
    let edge = nearest.unwrap_or(if edge.abs() < 1e-9 { 0.0 } else { edge });
    // A little before an underflow f′ is still hardly there; before a true edge it is not small.
    let before = line.df(edge - side * 1e-3 * (1.0 + edge.abs())).abs();
    (before > 1e-100).then_some(edge)
}
