//! A gated unit f(a, b) = a·g(b) as a map: contour lines, filled heights and both slices.
//!
//! The gate's input b runs across and the value a up, so that the map's horizontal axis is that of
//! the function's own plot, which is the slice at a fixed a. The contour at a level L is a = L/g(b)
//! exactly; where g is 0 it runs away to infinity.

use crate::activation::{Activation, Gated, Window};
use crate::numeric::clip::clip;
use crate::numeric::extent::extent;
use crate::numeric::sample::{Stroke, next_to};
use crate::plot::{Curve, Drawing, Frame, Picture, Region, Role};

/// The least height of the map.
const HIGH: f64 = 3.0;
/// The number of lines on either side of 0.
const LINES: usize = 6;
/// The least distance of the numbers on the lines, in CSS pixels.
const APART: f64 = 18.0;
/// The gate's input b while there is no probe.
pub const USUAL: f64 = 1.0;

/// The unit over both of its inputs: b across, a up.
pub struct Map {
    /// The unit.
    pub gated: &'static Gated,
    /// The window.
    pub window: Window,
}

/// The window of a map with a point at this a; it grows to whole numbers, so that it does not
/// follow every step.
#[must_use]
pub fn window(act: &Activation, a: f64) -> Window {
    let high = a.abs().ceil().max(HIGH);
    Window::new(act.window.x_min, act.window.x_max, -high, high)
}

/// The levels of the lines of a map.
#[must_use]
pub fn lines(gated: &Gated, window: &Window) -> Vec<f64> {
    levels(gated, window, LINES)
}

/// The numbers on the lines of a map: their levels, and their places in CSS pixels.
#[must_use]
pub fn numbers(gated: &Gated, frame: &Frame) -> Vec<(f64, (f64, f64))> {
    let w = &frame.window;
    let mut last = (f64::NEG_INFINITY, 0.0);
    let mut all = Vec::new();
    // From the largest down: where there is too little room, the small ones have no number.
    for level in lines(gated, w).into_iter().rev() {
        let Some((b, a)) = label(&contour(gated, level, w), w) else { continue };
        let (x, y) = frame.to_px(b, a);
        let room = libm::hypot(x - last.0, y - last.1) >= APART;
        if room && (y - frame.to_px(0.0, 0.0).1).abs() >= 0.5 * APART {
            last = (x, y);
            all.push((level, last));
        }
    }
    all
}

impl Drawing for Map {
    fn window(&self) -> Window {
        self.window
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let mut picture = Picture::default();
        for level in lines(self.gated, &frame.window) {
            let strokes = contour(self.gated, level, &frame.window);
            // Fills lie on one another, so the tone deepens with the level.
            let (fill, line) = if level > 0.0 {
                (Role::F, Role::SeriesDf(0))
            } else {
                (Role::Df, Role::SeriesDf(1))
            };
            for corners in beyond(&strokes, &frame.window) {
                picture.regions.push(Region { role: fill, alpha: 18, corners });
            }
            picture.curves.push(Curve::line(line, strokes));
        }
        picture
    }
}

/// The slice f and ∂f/∂a over a, for one b.
pub struct Slice {
    /// The unit.
    pub gated: &'static Gated,
    /// The gate's input b.
    pub b: f64,
    /// The window.
    pub window: Window,
}

impl Slice {
    /// The slice of a map that shows `map`.
    #[must_use]
    pub fn new(act: &Activation, gated: &'static Gated, b: f64, map: &Window) -> Self {
        let window = Window::new(map.y_min, map.y_max, act.window.y_min, act.window.y_max);
        Self { gated, b, window }
    }
}

impl Drawing for Slice {
    fn window(&self) -> Window {
        self.window
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let slope = self.gated.eval(1.0, self.b).1;
        let line = |role, ends: [f64; 2]| {
            Curve::line(role, clip(&[(w.x_min, ends[0]), (w.x_max, ends[1])], w))
        };
        let curves =
            vec![line(Role::Df, [slope; 2]), line(Role::F, [slope * w.x_min, slope * w.x_max])];
        Picture { regions: Vec::new(), curves }
    }
}

/// The kinks and breaks of the curve a = L/g(b): those of the gate, and its zeros.
fn breaks(gated: &Gated) -> Vec<f64> {
    let mut breaks = gated.gate.breaks(gated.gate_params);
    // Every gate of the catalogue that is 0 anywhere but at a kink of its own is so at 0.
    if !breaks.contains(&0.0) {
        breaks.push(0.0);
        crate::numeric::order::sort_by_key(&mut breaks, |b| *b);
    }
    breaks
}

/// The number of points of a contour line across the window; where it comes from a pole it is off
/// by half of their distance at most.
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

/// The parts of the window beyond a contour `line`, where f is further from 0 than on it, as
/// polygons.
#[must_use]
pub fn beyond(line: &[Stroke], window: &Window) -> Vec<Stroke> {
    let filled = |stroke: &Stroke| {
        let (first, last) = (stroke.first()?, stroke.last()?);
        // Beyond is upwards above 0, downwards below: a line lies on one side of 0 altogether.
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
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for a in [window.y_min, window.y_max] {
        let f = |b: f64| gated.eval(a, b).0;
        let found = extent(&f, &breaks(gated), window.x_min, window.x_max);
        let (least, most) = found.unwrap_or_default();
        (low, high) = (low.min(least), high.max(most));
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

/// The place of a level's number on its line: where that comes nearest to the diagonal of the
/// window on the side of positive b, on which the lines are furthest apart.
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
                        // The distance in pixels: the value over the gradient.
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

    /// True if a ray to the right crosses the outline an odd number of times: the point is inside.
    fn within(corners: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
        let n = corners.len();
        let crossings = (0..n).filter(|k| {
            let (p, q) = (corners[*k], corners[(k + 1) % n]);
            (p.1 > y) != (q.1 > y) && x < p.0 + (y - p.1) / (q.1 - p.1) * (q.0 - p.0)
        });
        crossings.count() % 2 == 1
    }
}
