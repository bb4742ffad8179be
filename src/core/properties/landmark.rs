//! Landmarks of a curve: kinks, jumps, zeros and extrema.

use super::all::Properties;
use crate::numeric::order::sort_by_key;

/// A landmark of a curve, worth stopping at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landmark {
    /// Its place.
    pub x: f64,
    /// Its kind.
    pub kind: LandmarkKind,
}

/// The kinds of landmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandmarkKind {
    /// f jumps.
    Jump,
    /// f′ jumps.
    Kink,
    /// A local maximum.
    Max,
    /// A local minimum.
    Min,
    /// f is 0.
    Zero,
}

/// Every landmark, from left to right; of several at one place the first of [`LandmarkKind`].
#[must_use]
pub fn landmarks(p: &Properties) -> Vec<Landmark> {
    let mut all: Vec<Landmark> = Vec::new();
    let mut put = |x: f64, kind| {
        if !all.iter().any(|l| l.x == x) {
            all.push(Landmark { x, kind });
        }
    };
    p.regularity.jumps.iter().for_each(|b| put(b.x, LandmarkKind::Jump));
    p.regularity.kinks.iter().for_each(|b| put(b.x, LandmarkKind::Kink));
    for turn in &p.turns {
        put(turn.x, if turn.max { LandmarkKind::Max } else { LandmarkKind::Min });
    }
    p.zeros.points.iter().for_each(|x| put(*x, LandmarkKind::Zero));
    sort_by_key(&mut all, |l| l.x);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::properties::properties;

    #[test]
    fn they_are_in_order_and_one_a_place() {
        let of = |id: &str, p: &[f64]| landmarks(&properties(by_id(id).unwrap(), p));
        let relu = of("relu", &[]);
        assert_eq!(relu, [Landmark { x: 0.0, kind: LandmarkKind::Kink }]);
        let swish = of("swish", &[1.0]);
        let kinds: Vec<_> = swish.iter().map(|l| l.kind).collect();
        assert_eq!(kinds, [LandmarkKind::Min, LandmarkKind::Zero]);
        let shrink = of("hardshrink", &[0.5]);
        assert_eq!(shrink.iter().map(|l| l.x).collect::<Vec<_>>(), [-0.5, 0.5]);
    }
}
