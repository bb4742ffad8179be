//! A gated unit f(a, b) = a·g(b) as a map: contour lines, filled heights and both slices.
//!
//! The gate's input b runs across and the value a up, so that the map's horizontal axis is that of
//! the function's own plot, which is the slice at a fixed a. The contour at a level L is a = L/g(b)
//! exactly; where g is 0 it runs away to infinity.

use crate::activation::{Gated, Window};
use crate::numeric::clip::clip;
use crate::numeric::sample::{Stroke, next_to};

/// Where the curve a = L/g(b) has kinks or breaks: where the gate has, and where it is 0.
fn breaks(gated: &Gated) -> Vec<f64> {
    let mut breaks = gated.gate.breaks(gated.gate_params);
    // Every gate of the catalogue that is 0 anywhere but at a kink of its own is so at 0.
    if !breaks.contains(&0.0) {
        breaks.push(0.0);
        crate::numeric::order::sort_by_key(&mut breaks, |b| *b);
    }
    breaks
}

/// How many points a contour line has across the window; where it comes from a pole it is off by
/// half of their distance at most.
const POINTS: f64 = 1000.0;

/// The contour line at `level` ≠ 0 in a window of b across and a up.
#[must_use]
pub fn contour(gated: &Gated, level: f64, window: &Window) -> Vec<Stroke> {
    let a = |b: f64| level / gated.eval(1.0, b).0;
    let mut ends = vec![window.x_min];
    ends.extend(breaks(gated).into_iter().filter(|b| window.x_min < *b && *b < window.x_max));
    ends.push(window.x_max);
    let mut lines = Vec::new();
    for pair in ends.windows(2) {
        let (from, to) = (next_to(pair[0], 1.0), next_to(pair[1], -1.0));
        let count = (POINTS * (to - from) / (window.x_max - window.x_min)).ceil().max(1.0);
        let at = |i: u32| from + (to - from) * f64::from(i) / count;
        let line: Stroke = (0..=count as u32).map(|i| (at(i), a(at(i)))).collect();
        lines.extend(clip(&line, window));
    }
    lines
}

/// The parts of the window beyond a contour `line` at a level: where f is further from 0, as
/// polygons.
#[must_use]
pub fn beyond(line: &[Stroke], window: &Window) -> Vec<Stroke> {
    let filled = |stroke: &Stroke| {
        let (first, last) = (stroke.first()?, stroke.last()?);
        // Above 0 further from it is up. A line lies on one side of 0 altogether.
        let up = stroke.iter().map(|p| p.1).sum::<f64>() > 0.0;
        let edge = if up { window.y_max } else { window.y_min };
        let mut corners = stroke.clone();
        corners.extend([(last.0, edge), (first.0, edge)]);
        Some(corners)
    };
    line.iter().filter_map(filled).collect()
}

/// The `count` largest round numbers, 1, 2 or 5 times a power of ten, that are taken in a window
/// with either sign, in order.
///
/// They are not even: a gate that saturates is nearly 0 on half of the map, and steps that suit the
/// other half would leave it blank.
#[must_use]
pub fn levels(gated: &Gated, window: &Window, count: usize) -> Vec<f64> {
    // a·g(b) is largest and least on the edges a = ±…, over all b.
    const POINTS: u32 = 64;
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for i in 0..=POINTS {
        let b = window.x_min + (window.x_max - window.x_min) * f64::from(i) / f64::from(POINTS);
        for a in [window.y_min, window.y_max] {
            let f = gated.eval(a, b).0;
            (low, high) = (low.min(f), high.max(f));
        }
    }
    let mut all: Vec<f64> = round_below(-low, count).iter().map(|level| -level).collect();
    all.extend(round_below(high, count).into_iter().rev());
    all
}

/// The `count` largest numbers 1, 2 or 5 times a power of ten below `limit`, from above; none
/// unless it is positive and finite.
fn round_below(limit: f64, count: usize) -> Vec<f64> {
    if !(limit > 0.0 && limit < f64::INFINITY) {
        return Vec::new();
    }
    let round = |k: i32| {
        let first = [1.0, 2.0, 5.0][k.rem_euclid(3) as usize];
        let power = (0..k.div_euclid(3).abs()).fold(1.0, |power, _| 10.0 * power);
        // Powers of ten are exact, so that either rounds once.
        if k < 0 { first / power } else { first * power }
    };
    // One that is only taken in a corner has no line.
    let top = 3 * libm::log10(limit).floor() as i32 + 3;
    (0..).map(|i| round(top - i)).filter(|level| *level < limit).take(count).collect()
}

/// Where a level is written on its line: where that comes nearest to the diagonal of the window on
/// the side of positive b, on which the lines are furthest apart.
#[must_use]
pub fn label(line: &[Stroke], window: &Window) -> Option<(f64, f64)> {
    let off = |&(b, a): &(f64, f64)| (b / window.x_max - (a / window.y_max).abs()).abs();
    let points = line.iter().flatten().filter(|p| p.0 > 0.0).copied();
    points.reduce(|best, p| if off(&p) < off(&best) { p } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, Kind};

    const W: Window = Window::new(-5.0, 5.0, -3.0, 3.0);

    fn units() -> impl Iterator<Item = (&'static str, &'static Gated)> {
        ALL.iter().filter_map(|act| match &act.kind {
            Kind::Gated(gated) => Some((act.id, gated)),
            _ => None,
        })
    }

    #[test]
    fn contours_lie_on_their_level_and_in_the_window() {
        for (id, gated) in units() {
            for level in levels(gated, &W, 6) {
                for stroke in contour(gated, level, &W) {
                    for (b, a) in stroke {
                        let (f, g, slope) = gated.eval(a, b);
                        // How far off in pixels: the value over the gradient.
                        let steep = libm::hypot(g * 3.0 / 150.0, slope * 5.0 / 250.0);
                        assert!((f - level).abs() <= 1.0 * steep, "{id} {level} at {b}, {a}: {f}");
                        assert!((-5.0..=5.0).contains(&b) && (-3.0..=3.0).contains(&a));
                    }
                }
            }
        }
    }

    #[test]
    fn levels_are_round_and_reach_down_to_where_a_gate_closes() {
        let of = |id| levels(units().find(|(found, _)| *found == id).unwrap().1, &W, 6);
        let positive = [0.2, 0.5, 1.0, 2.0, 5.0, 10.0];
        assert_eq!(of("swiglu")[6..], positive);
        assert_eq!(of("reglu")[6..], positive);
        assert_eq!(of("glu")[6..], [0.05, 0.1, 0.2, 0.5, 1.0, 2.0]);
        assert_eq!(round_below(1.0, 3), [0.5, 0.2, 0.1], "not the limit itself");
        assert_eq!(round_below(1000.5, 2), [1000.0, 500.0]);
        for limit in [0.0, -1.0, f64::INFINITY, f64::NAN] {
            assert!(round_below(limit, 3).is_empty());
        }
    }

    #[test]
    fn labels_are_on_their_line_and_apart() {
        for (id, gated) in units() {
            let places: Vec<_> = levels(gated, &W, 6)
                .into_iter()
                .map(|level| label(&contour(gated, level, &W), &W).unwrap())
                .collect();
            for (i, (b, a)) in places.iter().enumerate() {
                let level = levels(gated, &W, 6)[i];
                let f = gated.eval(*a, *b).0;
                assert!((f - level).abs() < 0.05 * level.abs(), "{id} {level}: {f}");
            }
            assert!(places[6..].windows(2).all(|p| p[0].0 < p[1].0), "{id} {places:?}");
        }
    }

    #[test]
    fn every_level_that_is_taken_has_a_line() {
        for (id, gated) in units() {
            let all = levels(gated, &W, 6);
            assert!(all.windows(2).all(|l| l[0] < l[1]) && all.len() == 12, "{id}: {all:?}");
            assert!(all.iter().rev().zip(&all).all(|(l, m)| *l == -m && *l != 0.0), "{id}");
            for level in all {
                assert!(!contour(gated, level, &W).is_empty(), "{id} {level}");
            }
        }
    }

    /// Points inside the filled part are beyond the level, points outside are not.
    #[test]
    fn filled_parts_are_beyond_their_level() {
        for (id, gated) in units() {
            for level in levels(gated, &W, 6) {
                let parts = beyond(&contour(gated, level, &W), &W);
                for i in 0..400 {
                    let (b, a) = (-4.9 + 0.51 * f64::from(i % 20), -2.9 + 0.29 * f64::from(i / 20));
                    let f = gated.eval(a, b).0;
                    if (f - level).abs() < 0.02 * level.abs().max(1.0) {
                        continue;
                    }
                    let further = if level > 0.0 { f > level } else { f < level };
                    let inside = parts.iter().any(|corners| within(corners, (b, a)));
                    assert_eq!(inside, further, "{id} {level} at {b}, {a}: {f}");
                }
            }
        }
    }

    /// Whether a ray to the right crosses the outline an odd number of times.
    fn within(corners: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
        let n = corners.len();
        let crossings = (0..n).filter(|k| {
            let (p, q) = (corners[*k], corners[(k + 1) % n]);
            (p.1 > y) != (q.1 > y) && x < p.0 + (y - p.1) / (q.1 - p.1) * (q.0 - p.0)
        });
        crossings.count() % 2 == 1
    }
}
