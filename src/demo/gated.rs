//! A gated unit f(a, b) = a·g(b) as a map: contour lines, filled heights and both slices.
//!
//! The gate's input b runs across and the value a up, so that the map's horizontal axis is that of
//! the function's own plot, which is the slice at a fixed a. The contour at a level L is a = L/g(b)
//! exactly; where g is 0 it runs away to infinity.

use crate::activation::{Gated, Window};
use crate::numeric::clip::clip;
use crate::numeric::sample::{Stroke, next_to};
use crate::numeric::ticks::ticks;

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

/// About `count` round levels between the least and the largest value in a window, without 0.
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
    let all = ticks(low, high, count);
    all.into_iter()
        .map(|tick| tick.at)
        // One that is only taken in a corner has no line.
        .filter(|level| *level != 0.0 && low < *level && *level < high)
        .collect()
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
            for level in levels(gated, &W, 9) {
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
    fn every_level_that_is_taken_has_a_line() {
        for (id, gated) in units() {
            let all = levels(gated, &W, 9);
            assert!(all.len() >= 4 && all.iter().all(|l| *l != 0.0), "{id}: {all:?}");
            assert!(all.iter().any(|l| *l < 0.0) && all.iter().any(|l| *l > 0.0), "{id}");
            for level in all {
                assert!(!contour(gated, level, &W).is_empty(), "{id} {level}");
            }
        }
    }

    /// Points inside the filled part are beyond the level, points outside are not.
    #[test]
    fn filled_parts_are_beyond_their_level() {
        for (id, gated) in units() {
            for level in levels(gated, &W, 7) {
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
