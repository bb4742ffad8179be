//! The pictures of maxout: a unit of one input with its pieces, the difference of two units, a unit
//! of two inputs as a map.

use super::keys::CURVE;
use super::model::fit::Target;
use super::model::pair::Pair;
use super::model::plane::{Plane, contour, region, value};
use super::model::{Piece, envelope};
use crate::activation::Window;
use crate::address::Edges;
use crate::numeric::clip::clip;
use crate::numeric::format::rounded;
use crate::numeric::sample::{Stroke, sample};
use crate::numeric::ticks::ticks;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role};
use std::f64::consts::PI;

/// The window of a unit without a target.
const UNIT: Window = Window::new(-3.0, 3.0, -1.5, 3.5);
/// The window of the difference of two units.
const PAIR: Window = Window::new(-PI, PI, -2.0, 2.0);
/// The window of a unit of two inputs.
const MAP: Window = Window::new(-3.0, 3.0, -3.0, 3.0);
/// The number of points of the sine.
const SINE: u32 = 129;

/// The number, 0 to 7, of a piece's colour.
#[must_use]
pub fn color(index: usize) -> u8 {
    (index % 8) as u8
}

/// A unit of one input: its pieces, the largest of them, and the target of the fit.
pub struct Unit {
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// The target of the fit.
    pub target: Option<Target>,
    /// The window.
    pub window: Window,
}

/// The handles of a piece that is not being dragged: on the visible part of its line, nearer its
/// ends for the first pieces so that few of them meet.
#[must_use]
pub fn handles(piece: &Piece, index: usize, w: &Window) -> Option<[(f64, f64); 2]> {
    let ends = [w.x_min, w.x_max].map(|x| (x, piece.at(x)));
    let seen = clip(&ends, w);
    let (from, to) = (seen.first()?.first()?.0, seen.first()?.last()?.0);
    let inset = 0.08 + 0.035 * index as f64;
    let at = |part: f64| from + part * (to - from);
    Some([at(inset), at(1.0 - inset)].map(|x| (x, piece.at(x))))
}

/// The window of a unit: as the address names it, or as the target needs it.
#[must_use]
pub fn window(edges: Edges, target: Option<Target>) -> Window {
    if edges.is_empty() {
        return target.map_or(UNIT, Target::window);
    }
    edges.over(UNIT).unwrap_or(UNIT)
}

impl Drawing for Unit {
    fn window(&self) -> Window {
        self.window
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let mut picture = Picture::default();
        for (i, piece) in self.pieces.iter().enumerate() {
            let ends = [w.x_min, w.x_max].map(|x| (x, piece.at(x)));
            picture.curves.push(Curve::line(Role::SeriesDf(color(i)), clip(&ends, w)));
        }
        for part in envelope(&self.pieces) {
            let piece = self.pieces[part.piece];
            let (from, to) = (part.from.max(w.x_min), part.to.min(w.x_max));
            let ends = [(from, piece.at(from)), (to, piece.at(to))];
            let kink = Dot { at: ends[0], filled: true };
            let inside = w.x_min < kink.at.0 && (w.y_min..=w.y_max).contains(&kink.at.1);
            picture.curves.push(Curve {
                role: Role::Heavy(color(part.piece)),
                strokes: if from < to { clip(&ends, w) } else { Vec::new() },
                dots: if inside && from < to { vec![kink] } else { Vec::new() },
            });
        }
        if let Some(target) = self.target {
            let (a, b) = target.interval();
            for (from, to) in [(w.x_min, a.min(w.x_max)), (b.max(w.x_min), w.x_max)] {
                if from < to {
                    let corners = ((from, w.y_min), (to, w.y_max));
                    picture.regions.push(Region::rectangle(Role::Shade, 20, corners.0, corners.1));
                }
            }
            let f = |x: f64| if (a..=b).contains(&x) { target.eval(x).0 } else { f64::NAN };
            let size = (frame.area.width, frame.area.height);
            let strokes = sample(f, &[a, 0.0, b], w, size.0, size.1);
            picture.curves.push(Curve::line(Role::Arrow, strokes));
        }
        picture
    }
}

/// The place across of a point of a drawn curve.
#[must_use]
pub fn place(i: usize) -> f64 {
    -PI + 2.0 * PI * i as f64 / (CURVE.entries().1 - 1) as f64
}

/// The point of a drawn curve that is nearest across.
#[must_use]
pub fn nearest(x: f64) -> usize {
    let last = (CURVE.entries().1 - 1) as f64;
    (((x + PI) / (2.0 * PI) * last).round() as usize).min(CURVE.entries().1 - 1)
}

/// Draws from the height of one point to `y` at another. The points that a quick stroke passes over
/// come to lie on the straight line between.
pub fn stroke(heights: &mut [f64], before: usize, now: usize, y: f64) {
    let (from, to) = (before.min(now), before.max(now));
    let Some(start) = heights.get(before).copied() else { return };
    let steps = (to - from).max(1) as f64;
    for (i, height) in heights.iter_mut().enumerate().take(to + 1).skip(from) {
        let part = i.abs_diff(before) as f64 / steps;
        *height = if before == now { y } else { rounded(start + part * (y - start), 0.01) };
    }
}

/// A drawn curve with these heights, as points.
#[must_use]
pub fn drawn(heights: &[f64]) -> Stroke {
    heights.iter().enumerate().map(|(i, y)| (place(i), *y)).collect()
}

/// The sine as points.
#[must_use]
pub fn sine() -> Stroke {
    let x = |i: u32| -PI + 2.0 * PI * f64::from(i) / f64::from(SINE - 1);
    (0..SINE).map(|i| (x(i), libm::sin(x(i)))).collect()
}

/// The difference of two units, both units, and the curve it is fitted to.
pub struct Difference {
    /// The units; `None` draws nothing.
    pub pair: Option<Pair>,
    /// The curve.
    pub curve: Stroke,
}

/// A unit as a polyline across a window.
fn line(pieces: &[Piece], w: &Window) -> Stroke {
    let parts = envelope(pieces);
    let mut line: Stroke = parts
        .iter()
        .map(|part| (part.from.max(w.x_min), part.piece))
        .map(|(x, piece)| (x, pieces[piece].at(x)))
        .collect();
    if let Some(last) = parts.last() {
        line.push((w.x_max, pieces[last.piece].at(w.x_max)));
    }
    line
}

impl Drawing for Difference {
    fn window(&self) -> Window {
        PAIR
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let Some(pair) = &self.pair else { return Picture::default() };
        let curve = |role: Role, points: &[(f64, f64)]| Curve::line(role, clip(points, w));
        let curves = vec![
            curve(Role::SeriesDf(2), &line(&pair.h1, w)),
            curve(Role::SeriesDf(3), &line(&pair.h2, w)),
            curve(Role::F, &pair.corners),
            curve(Role::Df, &self.curve),
        ];
        Picture { regions: Vec::new(), curves }
    }
}

/// A unit of two inputs: a region for every piece, and lines of equal height.
pub struct Map(pub Vec<Plane>);

impl Drawing for Map {
    fn window(&self) -> Window {
        MAP
    }

    fn equal(&self) -> bool {
        true
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (all, w) = (&self.0, &frame.window);
        let mut picture = Picture::default();
        for i in 0..all.len() {
            let corners = region(all, i, w);
            let role = Role::Series(color(i));
            if let (Some(first), false) = (corners.first(), corners.len() < 3) {
                let outline: Stroke = corners.iter().copied().chain([*first]).collect();
                picture.curves.push(Curve::line(Role::Guide, vec![outline]));
                picture.regions.push(Region { role, alpha: 46, corners });
            }
        }
        let ends = [(w.x_min, w.y_min), (w.x_max, w.y_min), (w.x_min, w.y_max), (w.x_max, w.y_max)];
        // Convex, so largest in a corner; where it is least hardly matters.
        let high = ends.iter().map(|p| value(all, *p).0).fold(f64::NEG_INFINITY, f64::max);
        let low = ends.iter().chain(&[(0.0, 0.0)]).map(|p| value(all, *p).0).fold(high, f64::min);
        for tick in ticks(low - (high - low), high, 20) {
            picture.curves.push(Curve::line(Role::Band, contour(all, tick.at, w)));
        }
        picture
    }
}

/// The middle of a piece's region, in which its number stands; none where it has no region.
#[must_use]
pub fn middle(planes: &[Plane], index: usize, window: &Window) -> Option<(f64, f64)> {
    let corners = region(planes, index, window);
    let n = corners.len() as f64;
    let middle = corners.iter().fold((0.0, 0.0), |m, c| (m.0 + c.0 / n, m.1 + c.1 / n));
    (n > 0.0).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_passes_over_no_point() {
        let mut heights = [0.0; 5];
        stroke(&mut heights, 1, 1, 0.5);
        assert_eq!(heights, [0.0, 0.5, 0.0, 0.0, 0.0]);
        stroke(&mut heights, 1, 4, -1.0);
        assert_eq!(heights, [0.0, 0.5, 0.0, -0.5, -1.0]);
        stroke(&mut heights, 3, 1, 1.5);
        assert_eq!(heights, [0.0, 1.5, 0.5, -0.5, -1.0]);
        stroke(&mut heights, 9, 2, 1.0);
        assert_eq!(heights, [0.0, 1.5, 0.5, -0.5, -1.0]);
        for i in 0..CURVE.entries().1 {
            assert_eq!(nearest(place(i) + 0.1), i);
        }
        assert_eq!((nearest(-9.0), nearest(9.0)), (0, CURVE.entries().1 - 1));
    }

    #[test]
    fn handles_lie_on_their_piece_where_it_is_seen() {
        for (index, (w, b)) in [(0.0, 1.0), (3.0, 0.0), (-40.0, 8.0)].into_iter().enumerate() {
            let piece = Piece { w, b };
            let [left, right] = handles(&piece, index, &UNIT).unwrap();
            assert!(left.0 < right.0, "{w}");
            for (x, y) in [left, right] {
                assert!((y - piece.at(x)).abs() < 1e-12 && UNIT.y_min < y && y < UNIT.y_max);
            }
        }
        assert_eq!(handles(&Piece { w: 0.0, b: 9.0 }, 0, &UNIT), None);
    }

    #[test]
    fn a_number_stands_in_the_region_of_its_piece() {
        let planes = [Plane { w: [1.0, 0.0], b: 0.0 }, Plane { w: [0.0, 1.0], b: 0.0 }];
        for i in 0..2 {
            let at = middle(&planes, i, &MAP).unwrap();
            assert_eq!(value(&planes, at).1, i);
        }
        let hidden = [planes[0], Plane { w: [1.0, 0.0], b: -1.0 }];
        assert_eq!(middle(&hidden, 1, &MAP), None);
    }
}
