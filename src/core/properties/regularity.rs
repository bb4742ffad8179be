//! The smoothness of a function: its jumps, its kinks and its class.

use super::line::Line;

/// The smoothness of a function and where it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Regularity {
    /// The class.
    pub class: Class,
    /// The jumps of `f`, with its limits from the left and the right.
    pub jumps: Vec<Break>,
    /// The kinks: `f` is continuous and `f′` jumps; with the slopes on the left and the right.
    pub kinks: Vec<Break>,
    /// The slopes on the left and the right of every place where `f` or `f′` may not be continuous.
    pub slopes: Vec<Break>,
}

/// A place where something is not continuous, with its one-sided limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Its place.
    pub x: f64,
    /// The limit from the left.
    pub left: f64,
    /// The limit from the right.
    pub right: f64,
}

/// Classes of smoothness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// `f` jumps.
    Discontinuous,
    /// `f` is continuous and has kinks.
    C0,
    /// `f′` is continuous, `f″` is not.
    C1,
    /// All derivatives are continuous.
    Smooth,
}

/// Finds jumps, kinks and the class.
pub(super) fn regularity(line: &Line<'_>) -> Regularity {
    let (mut jumps, mut kinks, mut slopes) = (Vec::new(), Vec::new(), Vec::new());
    for &x in &line.breaks {
        let slope = Break { x, left: line.slope_beside(x, -1.0), right: line.slope_beside(x, 1.0) };
        slopes.push(slope);
        let (left, right) = (line.beside(x, -1.0), line.beside(x, 1.0));
        if !same(left, right) || !same(line.f(x), right) {
            jumps.push(Break { x, left, right });
        } else if !same(slope.left, slope.right) {
            kinks.push(slope);
        }
    }
    let class = if !jumps.is_empty() {
        Class::Discontinuous
    } else if !kinks.is_empty() {
        Class::C0
    } else if bends_at_a_seam(line) {
        Class::C1
    } else {
        Class::Smooth
    };
    Regularity { class, jumps, kinks, slopes }
}

/// True if `f″` jumps at a seam, where two formulas may meet.
///
/// The one-sided difference quotients of `f′` differ by the jump of `f″` plus a term that shrinks
/// with the step: a difference that stays is a jump.
fn bends_at_a_seam(line: &Line<'_>) -> bool {
    let jump = |x: f64, h: f64| {
        let here = line.slope_beside(x, 1.0);
        let right = (line.df(x + h) - here) / h;
        let left = (here - line.df(x - h)) / h;
        (right - left).abs()
    };
    line.stretches.iter().skip(1).map(|s| s.from).any(|x| {
        let (coarse, fine) = (jump(x, 1e-4), jump(x, 1e-5));
        fine > 0.5 * coarse && fine > 1e-4
    })
}

/// Equal but for rounding; a one-sided limit is taken a few ulp away.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * (1.0 + a.abs().max(b.abs()))
}
