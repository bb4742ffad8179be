//! The pictures of the view: the output over the plane with the lines of the first layer, the maps of
//! the second, and what a sweep has found.

use super::model::{CELLS, Look, PLANE, SMALL, UNITS};
use super::sweep::AtRate;
use crate::numeric::Window;
use crate::numeric::clip::clip;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role};
use crate::train::sweep::Quartiles;
use std::sync::Arc;

/// The number of shades of a colour.
const LEVELS: f64 = 8.0;
/// The opacity of the strongest shade.
const OPAQUE: f64 = 90.0;

/// A square of cells as runs of one shade: [`Role::Way`] 0 above 0, 1 below. Values are from −1 to 1,
/// in rows from the top.
fn shades(values: &[f64], columns: usize, (left, top): (f64, f64), side: f64) -> Vec<Region> {
    let step = side / columns as f64;
    let level = |value: f64| {
        let strength = (value.abs().min(1.0) * LEVELS).round();
        if strength > 0.0 { (strength as u8, value < 0.0) } else { (0, false) }
    };
    let mut regions = Vec::new();
    for (row, values) in values.chunks(columns).enumerate() {
        let mut first = 0;
        for run in values.chunk_by(|a, b| level(*a) == level(*b)) {
            let (strength, below) = level(run[0]);
            let next = first + run.len();
            if strength > 0 {
                let alpha = (f64::from(strength) / LEVELS * OPAQUE) as u8;
                let at = |column: usize, row: usize| {
                    (left + step * column as f64, top - step * row as f64)
                };
                let (from, to) = (at(first, row), at(next, row + 1));
                regions.push(Region::rectangle(Role::Way(u8::from(below)), alpha, from, to));
            }
            first = next;
        }
    }
    regions
}

/// The output over the plane, the points, and where z = 0 for each unit of the first layer, with a
/// stroke to the side where it is active.
pub struct Plane(pub Arc<Look>);

impl Drawing for Plane {
    fn window(&self) -> Window {
        PLANE
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let look = &self.0;
        let w = &frame.window;
        let signed: Vec<f64> = look.output.iter().map(|p| 2.0 * p - 1.0).collect();
        let side = PLANE.x_max - PLANE.x_min;
        let regions = shades(&signed, CELLS, (PLANE.x_min, PLANE.y_max), side);
        let [mut dead, mut alive] =
            [Role::Straight, Role::Arrow].map(|r| Curve::line(r, Vec::new()));
        for (unit, [a, b, c]) in look.lines.iter().enumerate() {
            let length = a.hypot(*b);
            if length == 0.0 || !length.is_finite() {
                continue;
            }
            let (nx, ny) = (a / length, b / length);
            let (x, y) = (-nx * c / length, -ny * c / length);
            let ends = [(x - 9.0 * ny, y + 9.0 * nx), (x + 9.0 * ny, y - 9.0 * nx)];
            let is_dead = look.dead[0].get(unit).copied().unwrap_or_default();
            let curve = if is_dead { &mut dead } else { &mut alive };
            for stroke in clip(&ends, w) {
                if let (Some(p), Some(q)) = (stroke.first(), stroke.last()) {
                    let (mx, my) = (0.5 * (p.0 + q.0), 0.5 * (p.1 + q.1));
                    let tick = [(mx, my), (mx + 0.1 * nx, my + 0.1 * ny)];
                    curve.strokes.extend(clip(&tick, w));
                }
                curve.strokes.push(stroke);
            }
        }
        let class = |sign: f64, way: u8| {
            let own = look.points.iter().filter(|p| {
                p[2] * sign > 0.0
                    && (w.x_min..=w.x_max).contains(&p[0])
                    && (w.y_min..=w.y_max).contains(&p[1])
            });
            let dots = own.map(|p| Dot { at: (p[0], p[1]), filled: way == 0 }).collect();
            Curve { role: Role::Way(way), strokes: Vec::new(), dots }
        };
        Picture { regions, curves: vec![dead, alive, class(1.0, 0), class(-1.0, 1)] }
    }
}

/// The units of the second layer as a square of small maps: what each adds to the output.
pub struct Units(pub Arc<Look>);

/// The maps in a row.
const ACROSS: usize = 4;
/// The width of a map, of 1.
const WIDE: f64 = 0.9;

impl Drawing for Units {
    fn window(&self) -> Window {
        // Away from 0, where axes would be.
        Window::new(1.0, 1.0 + ACROSS as f64, 1.0, 1.0 + ACROSS as f64)
    }

    fn picture(&self, _: &Frame) -> Picture {
        let look = &self.0;
        let sound = |value: f64| if value.is_finite() { value } else { 0.0 };
        let most = look.maps.iter().fold(0.0_f64, |most, value| most.max(sound(*value).abs()));
        let mut picture = Picture::default();
        let [mut edges, mut crosses] =
            [Role::Guide, Role::Straight].map(|r| Curve::line(r, vec![]));
        let mut back = Curve::line(Role::Arrow, Vec::new());
        for (unit, map) in look.maps.chunks(SMALL * SMALL).take(UNITS).enumerate() {
            let (column, row) = (unit % ACROSS, unit / ACROSS);
            let left = 1.0 + column as f64 + 0.5 * (1.0 - WIDE);
            let top = 1.0 + (ACROSS - row) as f64 - 0.5 * (1.0 - WIDE);
            let (right, bottom) = (left + WIDE, top - WIDE);
            // A faint one is still seen: the shade is as the root of the value.
            let root = |value: &f64| {
                let share = sound(*value) / if most > 0.0 { most } else { 1.0 };
                share.abs().sqrt().copysign(share)
            };
            let values: Vec<f64> = map.iter().map(root).collect();
            let flag = |flags: &[bool]| flags.get(unit).copied().unwrap_or_default();
            if flag(&look.dead[1]) {
                let (from, to) = ((left, top), (right, bottom));
                picture.regions.push(Region::rectangle(Role::Guide, 90, from, to));
                crosses.strokes.push(vec![(left, top), (right, bottom)]);
                crosses.strokes.push(vec![(left, bottom), (right, top)]);
            } else {
                picture.regions.extend(shades(&values, SMALL, (left, top), WIDE));
            }
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            edges.strokes.push(corners.to_vec());
            if flag(&look.revived[1]) {
                back.dots.push(Dot { at: (left + 0.1, top - 0.1), filled: false });
            }
        }
        picture.curves = vec![edges, crosses, back];
        picture
    }
}

/// The labels of the rates under the plots of a sweep, each with its place from 0 to 1.
#[must_use]
pub fn rate_places() -> Vec<(f64, f64)> {
    let window = Over::WINDOW;
    let place = |rate: f64| (Over::x(rate) - window.x_min) / (window.x_max - window.x_min);
    [0.03, 0.1, 0.3, 1.0, 3.0].map(|rate| (rate, place(rate))).to_vec()
}

/// What a sweep has found against the rate: medians, and quartiles as a band.
pub struct Over {
    /// What came of each rate.
    pub found: Vec<AtRate>,
    /// Whether it is the loss, or else the dead share.
    pub loss: bool,
    /// The rate of the run that is shown.
    pub rate: f64,
}

impl Over {
    /// From a little below the smallest rate to a little above the largest; heights from 0 to 1.
    const WINDOW: Window = Window::new(0.4, 2.8, -0.03, 1.06);

    /// The place of a rate: log₁₀, moved away from 0, where an axis would be.
    fn x(rate: f64) -> f64 {
        libm::log10(rate) + 2.0
    }
}

impl Drawing for Over {
    fn window(&self) -> Window {
        Self::WINDOW
    }

    fn picture(&self, _: &Frame) -> Picture {
        let w = Self::WINDOW;
        let within = |y: f64| if y < w.y_max { y.max(0.0) } else { w.y_max };
        let of = |at: &AtRate| -> (f64, Quartiles) {
            (Self::x(at.rate), if self.loss { at.loss } else { at.dead })
        };
        let all: Vec<_> = self.found.iter().map(of).collect();
        let line = |read: fn(&Quartiles) -> f64| {
            all.iter().map(|(x, q)| (*x, within(read(q)))).collect::<Vec<_>>()
        };
        let mut band = line(|q| q.low);
        band.extend(line(|q| q.high).into_iter().rev());
        let role = if self.loss { Role::Df } else { Role::F };
        let medians = line(|q| q.median);
        let guides = [0.25, 0.5, 0.75, 1.0].map(|y| vec![(w.x_min, y), (w.x_max, y)]);
        let here = Self::x(self.rate);
        let mut curves = vec![Curve::line(Role::Guide, guides.to_vec())];
        if (w.x_min..=w.x_max).contains(&here) {
            let mark = vec![vec![(here, 0.0), (here, w.y_max)]];
            curves.push(Curve::line(Role::Straight, mark));
        }
        let dots = medians.iter().map(|at| Dot { at: *at, filled: true }).collect();
        let way = Role::Way(u8::from(self.loss));
        curves.push(Curve { role: way, strokes: vec![medians], dots });
        let wide = all.len() > 1;
        let regions = wide.then_some(Region { role, alpha: 45, corners: band });
        Picture { regions: regions.into_iter().collect(), curves }
    }
}
