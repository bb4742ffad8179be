//! Two units whose difference h₁ − h₂ is fitted to a curve.
//!
//! A continuous piecewise-linear function is such a difference: where its slope grows the turn
//! goes to h₁, where it falls to h₂, so that both only ever turn upwards and are convex (row 3.99).
//! The fit runs through points of the curve chosen so that the largest error is least; more pieces
//! a unit never make it worse. Source: Goodfellow et al. 2013, theorem 4.3.

use super::piece::{Piece, value};
use crate::numeric::sample::Stroke;

/// Two units.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The unit that is added.
    pub h1: Vec<Piece>,
    /// The unit that is subtracted.
    pub h2: Vec<Piece>,
    /// The corners of the difference.
    pub corners: Stroke,
}

impl Pair {
    /// h₁ − h₂ at `x`.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        value(&self.h1, x).0 - value(&self.h2, x).0
    }

    /// The number of pieces of the larger unit.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.h1.len().max(self.h2.len())
    }

    /// The largest distance from the points of a curve.
    #[must_use]
    pub fn error(&self, curve: &[(f64, f64)]) -> f64 {
        curve.iter().map(|p| (self.value(p.0) - p.1).abs()).fold(0.0, f64::max)
    }
}

/// The polyline through `corners`, at least two with increasing x, as a difference of two units.
///
/// One affine function is taken from both so that h₂ is as steep on the left as on the right and
/// 0 where it is least: only their difference counts. Fewer corners are no line: units without
/// pieces.
#[must_use]
pub fn split(corners: &[(f64, f64)]) -> Pair {
    let lines: Vec<Piece> = corners.windows(2).map(|c| Piece::through(c[0], c[1])).collect();
    if lines.is_empty() {
        return Pair { h1: Vec::new(), h2: Vec::new(), corners: Vec::new() };
    }
    let (mut h1, mut h2) = (vec![lines[0]], vec![Piece { w: 0.0, b: 0.0 }]);
    for (i, pair) in lines.windows(2).enumerate() {
        let (turn, x) = (pair[1].w - pair[0].w, corners[i + 1].0);
        // The unit that turns goes on from its own value at the corner.
        let unit = if turn > 0.0 { &mut h1 } else { &mut h2 };
        let last = unit[unit.len() - 1];
        if turn != 0.0 {
            let w = last.w + turn.abs();
            unit.push(Piece { w, b: last.at(x) - w * x });
        }
    }
    let tilt = 0.5 * h2[h2.len() - 1].w;
    let tilted = |unit: &[Piece], by: f64| -> Vec<Piece> {
        unit.iter().map(|p| Piece { w: p.w - tilt, b: p.b - by }).collect()
    };
    // A convex polyline is least at a corner or at an end.
    let level = tilted(&h2, 0.0);
    let least = corners.iter().map(|c| value(&level, c.0).0).fold(f64::INFINITY, f64::min);
    Pair { h1: tilted(&h1, least), h2: tilted(&h2, least), corners: corners.to_vec() }
}

/// Fits of one curve by pairs with 1, 2, …, `most` pieces a unit.
///
/// The corners are points of the `curve`, at least two with increasing x. For each number of
/// stretches the corners are those whose largest error at the points is least (by dynamic
/// programming); of the pairs that fit into k pieces a unit the best counts, so the error never
/// grows with k. None for a curve of fewer points.
#[must_use]
pub fn fits(curve: &[(f64, f64)], most: usize) -> Vec<Pair> {
    if curve.len() < 2 || most == 0 {
        return Vec::new();
    }
    let stretches = (2 * most).saturating_sub(1).min(curve.len() - 1);
    let all: Vec<(Pair, f64)> = best_corners(curve, stretches)
        .into_iter()
        .map(|corners| {
            let pair = split(&corners);
            let error = pair.error(curve);
            (pair, error)
        })
        .collect();
    let best = |k: usize| {
        let within = all.iter().filter(|(pair, _)| pair.pieces() <= k);
        within.fold(&all[0], |best, other| if other.1 < best.1 { other } else { best })
    };
    (1..=most).map(|k| best(k).0.clone()).collect()
}

/// For 1, 2, …, `most` stretches the corners with the least error.
fn best_corners(curve: &[(f64, f64)], most: usize) -> Vec<Stroke> {
    let n = curve.len();
    // The largest distance of the points between two from the line through them.
    let chord = |i: usize, j: usize| {
        let line = Piece::through(curve[i], curve[j]);
        curve[i..=j].iter().map(|p| (line.at(p.0) - p.1).abs()).fold(0.0, f64::max)
    };
    let chords: Vec<f64> = (0..n * n)
        .map(|k| (k / n, k % n))
        .map(|(i, j)| if i < j { chord(i, j) } else { 0.0 })
        .collect();
    // least[j]: the least error up to point j; from[m][j]: the corner before it.
    let mut least: Vec<f64> = chords[..n].to_vec();
    let mut from: Vec<Vec<usize>> = vec![vec![0; n]];
    let mut all = vec![vec![curve[0], curve[n - 1]]];
    for m in 1..most {
        let mut next = vec![f64::INFINITY; n];
        let mut before = vec![0; n];
        for j in m + 1..n {
            for i in m..j {
                let error = least[i].max(chords[i * n + j]);
                if error < next[j] {
                    (next[j], before[j]) = (error, i);
                }
            }
        }
        least = next;
        from.push(before);
        let mut corners = vec![curve[n - 1]];
        let mut j = n - 1;
        for before in from.iter().rev() {
            j = before[j];
            corners.push(curve[j]);
        }
        corners.reverse();
        all.push(corners);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::rng::Rng;
    use crate::views::maxout::model::envelope;
    use std::f64::consts::PI;

    fn sine(points: u32) -> Stroke {
        let x = |i: u32| -PI + 2.0 * PI * f64::from(i) / f64::from(points - 1);
        (0..points).map(|i| (x(i), libm::sin(x(i)))).collect()
    }

    fn random_curve(seed: u32, points: usize) -> Stroke {
        let mut rng = Rng::stream(seed, 0);
        (0..points).map(|i| (i as f64 * 0.4 - 3.0, rng.normal())).collect()
    }

    #[test]
    fn any_polyline_is_a_difference_of_two_convex_units() {
        for seed in 0..50 {
            let curve = random_curve(seed, 3 + seed as usize % 15);
            let pair = split(&curve);
            assert!(pair.error(&curve) < 1e-12, "{seed}: {}", pair.error(&curve));
            for corners in curve.windows(2) {
                let x = 0.3 * corners[0].0 + 0.7 * corners[1].0;
                let y = 0.3 * corners[0].1 + 0.7 * corners[1].1;
                assert!((pair.value(x) - y).abs() < 1e-12);
            }
            // Every piece is needed, in order, and each turn went to one unit.
            assert_eq!(envelope(&pair.h1).len(), pair.h1.len());
            assert_eq!(envelope(&pair.h2).len(), pair.h2.len());
            assert_eq!(pair.h1.len() + pair.h2.len(), curve.len());
            let h2 = |x: f64| value(&pair.h2, x).0;
            let least = curve.iter().map(|c| h2(c.0)).fold(f64::INFINITY, f64::min);
            assert!(least.abs() < 1e-12, "{least}");
        }
    }

    /// A view that is being left has no lists any more.
    #[test]
    fn without_a_curve_there_is_no_fit() {
        assert!(fits(&[], 9).is_empty() && fits(&[(0.0, 1.0)], 9).is_empty());
        assert_eq!(split(&[(0.0, 1.0)]).pieces(), 0);
        assert_eq!(fits(&[(0.0, 1.0), (1.0, 2.0)], 3).len(), 3);
    }

    #[test]
    fn the_error_falls_as_pieces_are_added() {
        for curve in [sine(129), random_curve(3, 17), random_curve(4, 17)] {
            let errors: Vec<f64> = fits(&curve, 9).iter().map(|p| p.error(&curve)).collect();
            assert_eq!(errors.len(), 9);
            assert!(errors.windows(2).all(|e| e[1] <= e[0]), "{errors:?}");
            assert!(errors[8] < 0.25 * errors[0]);
        }
    }

    /// An arc of sin with k chords errs by about (length/k)²/8 at its top: k pieces a unit give
    /// each half of the period that many.
    #[test]
    fn sine_is_met_as_well_as_chords_allow() {
        let curve = sine(129);
        let pairs = fits(&curve, 9);
        for (k, pair) in (1..).zip(&pairs) {
            assert!(pair.pieces() <= k);
        }
        let errors: Vec<f64> = pairs.iter().map(|p| p.error(&curve)).collect();
        assert!(
            (errors[0] - 1.0).abs() < 1e-3,
            "one piece is the line through the ends: {errors:?}"
        );
        assert!(errors[8] < 0.015 && errors[8] > 0.002, "{errors:?}");
        assert!(errors[3] < 0.08, "{errors:?}");
    }

    /// No choice of corners for a given number of stretches does better: all of them tried.
    #[test]
    fn corners_are_the_best_there_are() {
        for seed in 10..20 {
            let curve = random_curve(seed, 8);
            for (m, corners) in (1..).zip(best_corners(&curve, 7)) {
                assert_eq!(corners.len(), m + 1);
                let error = split(&corners).error(&curve);
                let mut least = f64::INFINITY;
                for inner in 0..1_u32 << 6 {
                    if inner.count_ones() as usize == m - 1 {
                        let chosen = |i: usize| i == 0 || i == 7 || inner >> (i - 1) & 1 == 1;
                        let some: Stroke =
                            (0..8).filter(|i| chosen(*i)).map(|i| curve[i]).collect();
                        least = least.min(split(&some).error(&curve));
                    }
                }
                assert!((error - least).abs() < 1e-12, "{seed} {m}: {error} {least}");
            }
        }
    }

    #[test]
    fn straight_and_convex_curves_need_one_unit() {
        let line: Stroke = (0..9).map(|i| (f64::from(i), 2.0 * f64::from(i))).collect();
        let pair = &fits(&line, 3)[0];
        assert_eq!((pair.h1.len(), pair.h2.len(), pair.error(&line)), (1, 1, 0.0));
        let square: Stroke = (-8..=8).map(|i| (f64::from(i), f64::from(i * i))).collect();
        for (k, pair) in (1..).zip(fits(&square, 9)) {
            assert_eq!((pair.h1.len() <= k, pair.h2.len()), (true, 1));
        }
    }
}
