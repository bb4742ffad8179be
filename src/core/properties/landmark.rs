//! Landmarks of a curve: kinks, jumps, zeros and extrema.

use super::all::Properties;
use super::copies::Copies;
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

/// The landmarks in `[from, to]`, from left to right, of several at one place the first of
/// [`LandmarkKind`]; of more extrema, or zeros, than `most` those nearest `anchor`.
#[must_use]
pub fn landmarks(p: &Properties, window: (f64, f64), anchor: f64, most: usize) -> Copies<Landmark> {
    let mut all: Vec<Landmark> = Vec::new();
    // Several at one place differ by rounding at most.
    let apart = |a: f64, b: f64| (a - b).abs() > 1e-12 * a.abs().max(b.abs());
    let mut put = |x: f64, kind| {
        let inside = window.0 <= x && x <= window.1;
        if inside && all.iter().all(|l| apart(l.x, x)) {
            all.push(Landmark { x, kind });
        }
    };
    p.regularity.jumps.iter().for_each(|b| put(b.x, LandmarkKind::Jump));
    p.regularity.kinks.iter().for_each(|b| put(b.x, LandmarkKind::Kink));
    let turns = p.turns_within(window, anchor, most);
    for turn in &turns.items {
        put(turn.x, if turn.max { LandmarkKind::Max } else { LandmarkKind::Min });
    }
    let zeros = p.zeros.within(window, anchor, most);
    zeros.items.iter().for_each(|x| put(*x, LandmarkKind::Zero));
    sort_by_key(&mut all, |l| l.x);
    Copies { items: all, cut: turns.cut || zeros.cut }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::properties::properties;
    use std::f64::consts::PI;

    #[test]
    fn they_are_in_order_and_one_a_place() {
        let line = (f64::NEG_INFINITY, f64::INFINITY);
        let of = |id: &str, p: &[f64]| {
            landmarks(&properties(by_id(id).unwrap(), p), line, 0.0, 100).items
        };
        let relu = of("relu", &[]);
        assert_eq!(relu, [Landmark { x: 0.0, kind: LandmarkKind::Kink }]);
        let swish = of("swish", &[1.0]);
        let kinds: Vec<_> = swish.iter().map(|l| l.kind).collect();
        assert_eq!(kinds, [LandmarkKind::Min, LandmarkKind::Zero]);
        let shrink = of("hardshrink", &[0.5]);
        assert_eq!(shrink.iter().map(|l| l.x).collect::<Vec<_>>(), [-0.5, 0.5]);
    }

    #[test]
    fn they_are_found_however_far_from_0() {
        let sine = properties(by_id("sinusoid").unwrap(), &[1.0]);
        let next = |from: f64, to: f64, anchor: f64| landmarks(&sine, (from, to), anchor, 4).items;
        let after = next(105.0, f64::INFINITY, 105.0)[0];
        let before = next(f64::NEG_INFINITY, 105.0, 105.0).pop().unwrap();
        assert!(
            (after.x - 33.5 * PI).abs() < 1e-12 && after.kind == LandmarkKind::Min,
            "{after:?}"
        );
        assert!((before.x - 33.0 * PI).abs() < 1e-12, "{before:?}");
    }
}
