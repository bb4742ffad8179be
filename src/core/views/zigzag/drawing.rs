//! A run of gradient descent as a picture: contours of the loss, the path with its arrow heads, and
//! the quadrants the next step may go into.

use super::model::worked::{START, TARGET, Triple, way};
use super::model::{Quadrants, Run};
use crate::activation::Window;
use crate::numeric::clip::clip;
use crate::numeric::format::Number;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role, arrow_head};
use std::sync::Arc;

/// The number of contour lines.
const CONTOURS: u32 = 9;
/// The length, in CSS pixels, from which on a step has an arrow head.
const ARROW: f64 = 14.0;
/// The number of last steps that may have one.
const ARROWS: usize = 40;
/// The number of points up to which the path has dots.
const DOTS: usize = 60;

/// One of two runs beside each other.
pub struct Side {
    /// The run.
    pub run: Arc<Run>,
    /// Its place: 0 for the chosen function's, 1 for the other's.
    pub index: usize,
    /// The part of the plane to show.
    pub window: Window,
}

impl Side {
    /// A run in the window of its setup.
    #[must_use]
    pub fn of(run: Arc<Run>, index: usize) -> Self {
        let window = run.setup().window();
        Self { run, index, window }
    }
}

impl Drawing for Side {
    fn window(&self) -> Window {
        self.window
    }

    fn equal(&self) -> bool {
        true
    }

    fn picture(&self, frame: &Frame) -> Picture {
        // The chosen function in the colour of warning, the other in that of calm.
        picture(&self.run, frame, if self.index == 0 { 1 } else { 0 })
    }
}

/// The picture of a run; `color` is 0 or 1.
fn picture(run: &Run, frame: &Frame, color: u8) -> Picture {
    let w = &frame.window;
    let mut picture = Picture::default();
    let path = run.path();
    let here = path.last().copied().unwrap_or_default();
    picture.regions = quadrants(run, here, w, color);
    let surface = run.surface();
    for level in surface.levels(run.setup().start, CONTOURS) {
        let strokes = surface.contour(level, w);
        picture.curves.push(Curve::line(Role::Guide, strokes));
    }
    let start = (run.setup().start[0], run.setup().start[1]);
    let optimum = (run.optimum()[0], run.optimum()[1]);
    let straight = clip(&[start, optimum], w);
    let ends = [start, optimum].into_iter().filter(|at| inside(w, *at));
    let ends = ends.map(|at| Dot { at, filled: at == start }).collect();
    picture.curves.push(Curve::line(Role::Straight, straight));
    let mut dots: Vec<Dot> = ends;
    if path.len() <= DOTS {
        dots.extend(
            path.iter().filter(|at| inside(w, **at)).map(|at| Dot { at: *at, filled: true }),
        );
    }
    picture.regions.extend(arrows(&path, frame, color));
    picture.curves.push(Curve { role: Role::Way(color), strokes: clip(&path, w), dots });
    picture
}

/// The quadrants around `at` that the next step may go into, as squares; none if all are open.
fn quadrants(run: &Run, at: (f64, f64), w: &Window, color: u8) -> Vec<Region> {
    let open = run.quadrants();
    if open == Quadrants::ALL {
        return Vec::new();
    }
    let size = 0.22 * (w.x_max - w.x_min);
    let each = Quadrants::SIGNS.into_iter().zip(open.0).filter(|(_, open)| *open);
    each.filter_map(|(signs, _)| {
        let far = (at.0 + signs[0] * size, at.1 + signs[1] * size);
        let (x0, x1) = (at.0.min(far.0).max(w.x_min), at.0.max(far.0).min(w.x_max));
        let (y0, y1) = (at.1.min(far.1).max(w.y_min), at.1.max(far.1).min(w.y_max));
        let seen = x0 < x1 && y0 < y1;
        seen.then(|| Region::rectangle(Role::Way(color), 40, (x0, y0), (x1, y1)))
    })
    .collect()
}

/// Arrow heads in the middle of the last long steps.
fn arrows(path: &[(f64, f64)], frame: &Frame, color: u8) -> Vec<Region> {
    let first = path.len().saturating_sub(ARROWS + 1);
    let head = |pair: &[(f64, f64)]| {
        let (a, b) = (frame.to_px(pair[0].0, pair[0].1), frame.to_px(pair[1].0, pair[1].1));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy);
        if !(ARROW..1e4).contains(&length) {
            return None;
        }
        // In the middle, where no dot hides it.
        let part = 0.58 + 5.0 / length;
        let tip = (
            pair[0].0 + part * (pair[1].0 - pair[0].0),
            pair[0].1 + part * (pair[1].1 - pair[0].1),
        );
        arrow_head(frame, Role::Way(color), pair[0], tip)
    };
    path[first..].windows(2).filter_map(head).collect()
}

fn inside(w: &Window, (x, y): (f64, f64)) -> bool {
    w.x_min <= x && x <= w.x_max && w.y_min <= y && y <= w.y_max
}

/// The path of the worked example in an oblique view of space, as SVG with classes.
#[must_use]
pub fn in_space(steps: &[Triple]) -> String {
    // The third axis comes towards the reader, down to the left.
    let flat = |t: Triple| (150.0 + 30.0 * t[0] - 17.0 * t[2], 118.0 - 20.0 * t[1] + 12.0 * t[2]);
    let axis = |t: Triple, name: &str| {
        let (a, b) = (flat(t.map(|x| -x)), flat(t));
        format!(
            "<path class=\"axis\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\">{name}</text>",
            Number(a.0),
            Number(a.1),
            Number(b.0),
            Number(b.1),
            Number(b.0 + 4.0),
            Number(b.1 + 4.0)
        )
    };
    let written = |(x, y): (f64, f64)| format!("{:.1} {:.1}", Number(x), Number(y));
    let points: Vec<(f64, f64)> = way(START, steps).into_iter().map(flat).collect();
    let arrow = |pair: &[(f64, f64)]| {
        let (a, b) = (pair[0], pair[1]);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let long = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / long, dy / long);
        let tip = (b.0 - 5.0 * ux, b.1 - 5.0 * uy);
        let wing =
            |side: f64| (tip.0 - 9.0 * ux - side * 4.0 * uy, tip.1 - 9.0 * uy + side * 4.0 * ux);
        let (l, r) = (wing(1.0), wing(-1.0));
        format!(
            "<path class=\"step\" d=\"M{}L{tip}\"/><path class=\"head\" d=\"M{tip}L{}L{}Z\"/>",
            written(a),
            written(l),
            written(r),
            tip = written(tip)
        )
    };
    let arrows: String = points.windows(2).map(arrow).collect();
    let dot = |at: (f64, f64), class: &str| {
        format!(
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4.5\"/>",
            Number(at.0),
            Number(at.1)
        )
    };
    format!(
        "<svg viewBox=\"0 0 320 240\" translate=\"no\" aria-hidden=\"true\">{}{}{}{arrows}{}{}</svg>",
        axis([4.4, 0.0, 0.0], "w₁"),
        axis([0.0, 5.2, 0.0], "w₂"),
        axis([0.0, 0.0, 4.4], "w₃"),
        dot(flat(START), "from"),
        dot(flat(TARGET), "to"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::plot::Margins;
    use crate::views::zigzag::model::Setup;

    fn run(id: &str, rate: f64, steps: usize) -> (Run, Frame) {
        let mut run = Run::new(Setup { rate, ..Setup::of(by_id(id).unwrap()) });
        run.run_to(steps);
        let margins = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
        let window = run.setup().window();
        (run, Frame::new((500.0, 500.0), &margins, window))
    }

    #[test]
    fn positive_inputs_leave_two_quadrants_and_centred_ones_all() {
        let shaded = |id: &str| {
            let (run, frame) = run(id, 0.6, 5);
            let regions = picture(&run, &frame, 0).regions;
            regions.iter().filter(|r| r.alpha < 255).count()
        };
        assert_eq!(shaded("sigmoid"), 2);
        assert_eq!(shaded("tanh"), 0);
    }

    #[test]
    fn everything_stays_inside_even_when_the_run_does_not() {
        for rate in [0.6, 50.0, 1000.0] {
            let (run, frame) = run("sigmoid", rate, 400);
            let picture = picture(&run, &frame, 1);
            let w = &frame.window;
            let corners = picture.regions.iter().flat_map(|r| &r.corners);
            let points = picture.curves.iter().flat_map(|c| c.strokes.iter().flatten());
            let dots = picture.curves.iter().flat_map(|c| c.dots.iter().map(|d| &d.at));
            for at in corners.chain(points).chain(dots) {
                assert!(inside(w, *at), "{rate}: {at:?}");
            }
        }
    }
}
