//! A unit of one input with its pieces, the difference of two units, a unit of two inputs as a map.

use super::CURVE;
use super::model::fit::Target;
use super::model::pair::Pair;
use super::model::plane::{Plane, contour, region, value};
use super::model::{Piece, envelope};
use crate::activation::Window;
use crate::address::Edges;
use crate::numeric::clip::clip;
use crate::numeric::sample::{Stroke, sample};
use crate::numeric::ticks::ticks;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role};
use std::f64::consts::PI;

/// The window of a unit while nothing is fitted.
const UNIT: Window = Window::new(-3.0, 3.0, -1.5, 3.5);
/// The window of the difference of two units.
const PAIR: Window = Window::new(-PI, PI, -2.0, 2.0);
/// The window of a unit of two inputs.
const MAP: Window = Window::new(-3.0, 3.0, -3.0, 3.0);
/// The points that stand for the sine.
const SINE: u32 = 129;

/// The number, 0 to 7, of a piece's colour.
#[must_use]
pub fn color(index: usize) -> u8 {
    (index % 8) as u8
}

/// A unit of one input: its pieces, the largest of them, and what they are fitted to.
pub struct Unit {
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// The function they are fitted to.
    pub target: Option<Target>,
    /// The part of the plane.
    pub window: Window,
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
    /// The units; none draws nothing.
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
