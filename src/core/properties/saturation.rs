//! Saturation: a derivative that vanishes towards −∞ or +∞, from some point on or only in the
//! limit.

use super::line::{Line, Stretch};

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

/// A distance, in units of the function, at which every exponential has underflowed and a power
/// law has not.
const FAR: f64 = 1e4;

/// The saturation towards −∞ (`side` < 0) or +∞.
pub(super) fn saturation(line: &Line<'_>, side: f64) -> Saturation {
    let inwards: Vec<&Stretch> = if side < 0.0 {
        line.stretches.iter().collect()
    } else {
        line.stretches.iter().rev().collect()
    };
    let outermost = inwards[0]; // there are two at least: 0 is a seam
    if outermost.is_level() {
        let sloping = inwards.iter().find(|s| !s.is_level());
        let edge = match sloping {
            Some(stretch) if side < 0.0 => stretch.from,
            Some(stretch) => stretch.to,
            // f′ is 0 wherever it exists: flat beyond the outermost jump, if there is one.
            None if side < 0.0 => line.breaks.first().copied().unwrap_or(0.0),
            None => line.breaks.last().copied().unwrap_or(0.0),
        };
        return Saturation::Hard(edge);
    }
    if line.structure.period.is_some() || line.df(side * f64::INFINITY) != 0.0 {
        return Saturation::None;
    }
    if line.df(side * FAR * line.structure.unit) == 0.0 {
        Saturation::Soft(Decay::Exponential)
    } else {
        Saturation::Soft(Decay::Algebraic)
    }
}
