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

/// Finds jumps, kinks and the class, from the declared structure.
pub(super) fn regularity(line: &Line<'_>) -> Regularity {
    let (mut jumps, mut kinks, mut slopes) = (Vec::new(), Vec::new(), Vec::new());
    for &x in &line.breaks {
        let slope = Break { x, left: line.slope_beside(x, -1.0), right: line.slope_beside(x, 1.0) };
        slopes.push(slope);
        if line.jumps(x) {
            jumps.push(Break { x, left: line.beside(x, -1.0), right: line.beside(x, 1.0) });
        } else {
            kinks.push(slope);
        }
    }
    let class = if !jumps.is_empty() {
        Class::Discontinuous
    } else if !kinks.is_empty() {
        Class::C0
    } else if !line.structure.bends.is_empty() {
        Class::C1
    } else {
        Class::Smooth
    };
    Regularity { class, jumps, kinks, slopes }
}
