//! Vanishing gradient: the intervals with |f′| below a threshold.

use super::copies::{Copies, copies};
use super::line::{Line, Stretch};
use super::slopes::peaks;
use super::solve::{bisect, crossings};
use crate::activation::Activation;
use crate::numeric::order::sort_by_key;

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

/// All intervals with |f′| below a threshold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flats {
    /// Them, from left to right; those of one period if they repeat.
    pub bands: Vec<Flat>,
    /// The period with which they repeat, if they do.
    pub period: Option<f64>,
}

impl Flats {
    /// Those that reach into a window; of more than `most` those nearest its left end.
    #[must_use]
    pub fn within(&self, (from, to): (f64, f64), most: usize) -> Copies<Flat> {
        let longest = self.bands.iter().fold(0.0f64, |most, band| most.max(band.to - band.from));
        // By their right ends, which lie no further than their length to the right of the window.
        let moved = |band: &Flat, by: f64| Flat { from: band.from + by, to: band.to + by, ..*band };
        let window = (from, to + longest);
        let mut found = copies(&self.bands, self.period, |b| b.to, moved, window, from, most);
        found.items.retain(|band| band.from < to && band.to > from);
        found
    }
}

/// The intervals of `act` with |f′| < `threshold`: where f′ is 0 by the formula and where it is
/// merely small told apart.
#[must_use]
pub fn flat(act: &Activation, p: &[f64], threshold: f64) -> Flats {
    let line = Line::new(act, p);
    let low = |x: f64| line.df(x).abs() < threshold;
    if let (Some(period), Some(cycle)) = (line.structure.period, line.cycle()) {
        let bands = repeated(&line, &low, &cycle, period.length);
        let everywhere = bands.iter().any(|band| band.from == f64::NEG_INFINITY);
        return Flats { bands, period: (!everywhere).then_some(period.length) };
    }
    let mut joined: Vec<Flat> = Vec::new();
    for next in line.stretches.iter().flat_map(|stretch| in_stretch(&line, stretch, &low)) {
        match joined.last_mut() {
            // A seam in the middle of an interval is no end of it.
            Some(last) if last.to == next.from && last.hard == next.hard && low(next.from) => {
                last.to = next.to;
            }
            _ => joined.push(next),
        }
    }
    Flats { bands: joined, period: None }
}

/// The intervals in a stretch.
fn in_stretch(line: &Line<'_>, stretch: &Stretch, low: &impl Fn(f64) -> bool) -> Vec<Flat> {
    if let Some(piece) = stretch.straight {
        let whole = Flat { from: stretch.from, to: stretch.to, hard: piece.slope == 0.0 };
        return if low(piece.x) { vec![whole] } else { Vec::new() };
    }
    let mut bands = between(&samples(line, &stretch.points), low);
    let (first, last) = (stretch.points.first(), stretch.points.last());
    for band in &mut bands {
        // Beyond the outermost sample points a function is at its limit.
        if first == Some(&band.from) {
            band.from = stretch.from;
        }
        if last == Some(&band.to) {
            band.to = stretch.to;
        }
    }
    bands
}

/// The intervals in a period, none of which reaches over its end; or the whole line.
fn repeated(line: &Line<'_>, low: &impl Fn(f64) -> bool, cycle: &[f64], length: f64) -> Vec<Flat> {
    let mut points = samples(line, cycle);
    let Some(start) = points.iter().position(|x| !low(*x)) else {
        return vec![Flat { from: f64::NEG_INFINITY, to: f64::INFINITY, hard: false }];
    };
    // From a steep point to the same a period later.
    points.pop();
    points.rotate_left(start);
    let first = points[0];
    points.iter_mut().filter(|x| **x < first).for_each(|x| *x += length);
    points.push(first + length);
    between(&points, low)
}

/// `points` with the extrema and the zeros of f′ between them: an interval may be narrower than the
/// distance of the points, and so may be what parts two of them.
fn samples(line: &Line<'_>, points: &[f64]) -> Vec<f64> {
    let slopes: Vec<(f64, f64)> = points.iter().map(|x| (*x, line.df(*x))).collect();
    let mut all = points.to_vec();
    all.extend(peaks(line, &slopes).into_iter().map(|peak| peak.0));
    all.extend(crossings(|x| line.df(x), points).into_iter().map(|crossing| crossing.0));
    sort_by_key(&mut all, |x| *x);
    all.dedup();
    all
}

/// The intervals that begin and end between neighbouring points, or at the first and the last.
fn between(points: &[f64], low: &impl Fn(f64) -> bool) -> Vec<Flat> {
    let mut bands = Vec::new();
    let mut from = None;
    for (i, &x) in points.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| points[i]);
        match (from, low(x)) {
            (None, true) => from = Some(before.map_or(x, |b| bisect(b, x, |x| !low(x)))),
            (Some(start), false) => {
                let to = before.map_or(x, |b| bisect(b, x, low));
                bands.push(Flat { from: start, to, hard: false });
                from = None;
            }
            _ => {}
        }
    }
    if let (Some(from), Some(to)) = (from, points.last().copied()) {
        bands.push(Flat { from, to, hard: false });
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use std::f64::consts::LN_2;

    fn of(id: &str, p: &[f64], threshold: f64) -> Vec<Flat> {
        flat(by_id(id).unwrap(), p, threshold).bands
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
                let seen = all.within((-100.0 / omega, 100.0 / omega), 1000).items;
                assert_eq!(all.bands.len(), 2, "around a maximum and a minimum: {all:?}");
                assert!(seen.len() > 60, "ω = {omega}: {}", seen.len());
                for Flat { from, to, .. } in seen {
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

    /// Row N4 of faults.md: of a flat piece and a small slope beside it each has its own word.
    #[test]
    fn exactly_flat_and_nearly_flat_are_told_apart() {
        let of = of("squared_relu", &[], 0.5);
        assert_eq!(of[0], Flat { from: FAR.0, to: 0.0, hard: true });
        assert_eq!((of.len(), of[1].from, of[1].hard), (2, 0.0, false));
        assert!((of[1].to - 0.25).abs() < 1e-15, "{of:?}");
    }

    /// Row 12: in any window, and narrower than the distance of sample points.
    #[test]
    fn bands_are_found_far_from_0_and_however_narrow() {
        let sine = flat(by_id("sinusoid").unwrap(), &[1.0], 0.3);
        assert_eq!(sine.within((100.0, 110.0), 100).items.len(), 3);
        let narrow = of("swish", &[1.0], 1e-6);
        assert!(narrow.iter().any(|b| (b.from + 1.278_464_5).abs() < 1e-5), "{narrow:?}");
        // Snake's slope touches 0 without changing its sign.
        assert_eq!(flat(by_id("snake").unwrap(), &[1.0], 1e-6).bands.len(), 1);
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
