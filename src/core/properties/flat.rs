//! Vanishing gradient: the intervals with |f′| below a threshold.

use super::line::{Line, bisect};
use crate::activation::Activation;

/// The distance from the end of an endless interval at which f′ is evaluated.
const NEAR: f64 = 10.0;

/// An interval on which |f′| is below a threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flat {
    /// Its left end, −∞ if it has none.
    pub from: f64,
    /// Its right end, ∞ if it has none.
    pub to: f64,
    /// Whether f′ is exactly 0 on it, else merely small.
    pub hard: bool,
}

/// The intervals of `act` with |f′| < `threshold`, from left to right.
///
/// Of a function that oscillates for ever, those of the first periods on either side of 0.
#[must_use]
pub fn flat(act: &Activation, p: &[f64], threshold: f64) -> Vec<Flat> {
    let line = Line::new(act, p);
    let low = |x: f64| line.df(x).abs() < threshold;
    // An oscillation is known only as far as its last sample point.
    let known =
        |end: f64, seen: f64| if end.is_infinite() && line.oscillates() { seen } else { end };
    let mut found: Vec<Flat> = Vec::new();
    for stretch in &line.stretches {
        let mut from = None;
        let mut before = None;
        for &x in &stretch.points {
            match (from, low(x)) {
                (None, true) => {
                    let edge = before.map_or(known(stretch.from, x), |b| bisect(b, x, |x| !low(x)));
                    from = Some(edge);
                }
                (Some(start), false) => {
                    let end = before.map_or(x, |b| bisect(b, x, low));
                    found.push(Flat { from: start, to: end, hard: false });
                    from = None;
                }
                _ => {}
            }
            before = Some(x);
        }
        if let (Some(from), Some(last)) = (from, before) {
            found.push(Flat { from, to: known(stretch.to, last), hard: false });
        }
    }
    // A seam in the middle of an interval is no end of it.
    let mut joined: Vec<Flat> = Vec::new();
    for next in found {
        match joined.last_mut() {
            Some(last) if last.to == next.from && low(next.from) => last.to = next.to,
            _ => joined.push(next),
        }
    }
    for flat in &mut joined {
        // Near its finite ends: far out a small value is rounded to 0 as well.
        let (a, b) = match (flat.from.is_finite(), flat.to.is_finite()) {
            (true, true) => (flat.from, flat.to),
            (true, false) => (flat.from, flat.from + NEAR),
            (false, true) => (flat.to - NEAR, flat.to),
            (false, false) => (-NEAR, NEAR),
        };
        flat.hard = (1..20).all(|i| line.df(a + (b - a) * f64::from(i) / 20.0) == 0.0);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use std::f64::consts::LN_2;

    fn of(id: &str, p: &[f64], threshold: f64) -> Vec<Flat> {
        flat(by_id(id).unwrap(), p, threshold)
    }

    const FAR: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn hard_ones_end_at_the_kinks() {
        assert_eq!(of("relu", &[], 0.05), [Flat { from: FAR.0, to: 0.0, hard: true }]);
        assert_eq!(
            of("hardtanh", &[-1.0, 1.0], 0.05),
            [Flat { from: FAR.0, to: -1.0, hard: true }, Flat { from: 1.0, to: FAR.1, hard: true }]
        );
        assert_eq!(of("identity", &[], 0.05), []);
        assert_eq!(of("binary_step", &[], 0.05), [Flat { from: FAR.0, to: FAR.1, hard: true }]);
    }

    #[test]
    fn an_oscillation_is_flat_only_around_its_turns() {
        for omega in [0.1, 0.3, 0.5, 1.0, 10.0, 100.0] {
            let (act, p) = (by_id("sinusoid").unwrap(), [omega]);
            for threshold in [0.05, 0.3] {
                let all = flat(act, &p, threshold * omega);
                assert!(all.len() > 10, "ω = {omega}: {}", all.len());
                for Flat { from, to, .. } in all {
                    let steep = (0..=20)
                        .map(|i| act.df(from + (to - from) * f64::from(i) / 20.0, &p).abs())
                        .fold(0.0, f64::max);
                    assert!(
                        steep <= threshold * omega * (1.0 + 1e-9),
                        "ω = {omega}: {from} … {to}"
                    );
                }
            }
        }
    }

    #[test]
    fn soft_ones_end_where_the_derivative_is_the_threshold() {
        // ELU: e^x < 2⁻⁴ left of −4 ln 2.
        let elu = of("elu", &[1.0], 0.0625);
        assert_eq!((elu.len(), elu[0].from, elu[0].hard), (1, FAR.0, false));
        assert!((elu[0].to + 4.0 * LN_2).abs() < 1e-12, "{elu:?}");
        let swish = of("swish", &[1.0], 0.05);
        assert_eq!(swish.len(), 2, "the tail, and around the minimum: {swish:?}");
        assert!(swish[1].from < -1.278 && -1.278 < swish[1].to);
        let sigmoid = of("sigmoid", &[], 0.05);
        assert!((sigmoid[0].to + sigmoid[1].from).abs() < 1e-12, "{sigmoid:?}");
    }
}
