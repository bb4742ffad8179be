//! The shape of a function: its extrema and whether it rises or falls.

use super::line::{Line, Stretch};
use super::solve::crossings;
use crate::numeric::order::sort_by_key;

/// The monotonicity of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monotone {
    /// `x < y` gives `f(x) < f(y)`.
    Increasing,
    /// `x < y` gives `f(x) ≤ f(y)`.
    NonDecreasing,
    /// `x < y` gives `f(x) > f(y)`.
    Decreasing,
    /// `x < y` gives `f(x) ≥ f(y)`.
    NonIncreasing,
    /// One value everywhere.
    Constant,
    /// Rising in one place and falling in another.
    No,
}

/// An extremum: a local minimum or maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its place.
    pub x: f64,
    /// The value there.
    pub y: f64,
    /// Whether it is a maximum.
    pub max: bool,
}

/// The extrema: the points where `f′` changes sign, through 0 or at a break; those of one period
/// if there is one.
pub(super) fn turns(line: &Line<'_>) -> Vec<Turn> {
    // Adding 0 turns −0 into 0.
    let turn = |(x, rises): (f64, bool)| Turn { x, y: line.f(x) + 0.0, max: !rises };
    let mut turns = Vec::new();
    for points in line.runs() {
        turns.extend(crossings(|x| line.df(x), &points).into_iter().map(turn));
    }
    if line.structure.period.is_none() {
        for pair in line.stretches.windows(2) {
            let (left, right) = (sign(line, &pair[0], true), sign(line, &pair[1], false));
            if left * right < 0.0 && !line.jumps(pair[1].from) {
                turns.push(turn((pair[1].from, right > 0.0)));
            }
        }
    }
    sort_by_key(&mut turns, |t| t.x);
    turns
}

/// The sign of `f′` at the right or left end of a stretch.
fn sign(line: &Line<'_>, stretch: &Stretch, right: bool) -> f64 {
    let slope = match stretch.straight {
        Some(piece) => piece.slope,
        None => {
            let end = if right { stretch.points.last() } else { stretch.points.first() };
            end.map_or(0.0, |x| line.df(*x))
        }
    };
    if slope == 0.0 { 0.0 } else { slope.signum() }
}

/// The monotonicity: from the slopes of straight pieces, the signs of `f′` at the sample points of
/// smooth ones, the steps at the jumps, and the extrema.
pub(super) fn monotone(line: &Line<'_>, turns: &[Turn]) -> Monotone {
    if !turns.is_empty() {
        return Monotone::No;
    }
    let slopes = line.stretches.iter().flat_map(|s| &s.points).map(|x| line.df(*x));
    let steps = line.structure.jumps.iter().flat_map(|x| {
        let (left, here, right) = (line.beside(*x, -1.0), line.f(*x), line.beside(*x, 1.0));
        [here - left, right - here]
    });
    let (mut up, mut down) = (false, false);
    for sign in slopes.chain(steps) {
        up |= sign > 0.0;
        down |= sign < 0.0;
    }
    // Smooth pieces have single points of slope 0 at most.
    let level = line.stretches.iter().any(Stretch::is_level);
    match (up, down, level) {
        (true, true, _) => Monotone::No,
        (true, false, false) => Monotone::Increasing,
        (true, false, true) => Monotone::NonDecreasing,
        (false, true, false) => Monotone::Decreasing,
        (false, true, true) => Monotone::NonIncreasing,
        (false, false, _) => Monotone::Constant,
    }
}
