//! Cutting polylines at the edges of a window.

use super::Stroke;
use super::Window;
use crate::numeric::elementary::within;

/// The parts of a polyline inside `window`, cut exactly at its edges.
///
/// Points that are not finite break the line; a window that is not a proper rectangle gives
/// nothing.
#[must_use]
pub fn clip(points: &[(f64, f64)], window: &Window) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    if !(window.x_min < window.x_max && window.y_min < window.y_max) {
        return strokes;
    }
    // The end of the part before, if it reached the end of its segment.
    let mut open: Option<(f64, f64)> = None;
    for pair in points.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], window) else {
            open = None;
            continue;
        };
        match strokes.last_mut() {
            Some(stroke) if open == Some(from) => stroke.push(to),
            _ => strokes.push(vec![from, to]),
        }
        open = (to == pair[1]).then_some(to);
    }
    strokes
}

/// The part of a segment inside `window` (Liang and Barsky 1984).
fn segment(a: (f64, f64), b: (f64, f64), w: &Window) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    if !(dx.is_finite() && dy.is_finite()) {
        return None;
    }
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    // For each edge: the speed with which the segment leaves through it, and the distance of `a`
    // inside it.
    let edges =
        [(-dx, a.0 - w.x_min), (dx, w.x_max - a.0), (-dy, a.1 - w.y_min), (dy, w.y_max - a.1)];
    for (speed, inside) in edges {
        if speed == 0.0 {
            if inside < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            enter = enter.max(inside / speed);
        } else {
            leave = leave.min(inside / speed);
        }
    }
    let at =
        |t: f64| (within(a.0 + t * dx, w.x_min, w.x_max), within(a.1 + t * dy, w.y_min, w.y_max));
    // The ends themselves where they are inside, without the rounding of `at`.
    let from = if enter > 0.0 { at(enter) } else { a };
    let to = if leave < 1.0 { at(leave) } else { b };
    (enter < leave).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: Window = Window::new(-1.0, 1.0, -1.0, 1.0);

    #[test]
    fn what_is_inside_stays_and_what_is_outside_goes() {
        let inside = [(0.0, 0.0), (0.5, 0.5), (-0.5, 0.75)];
        assert_eq!(clip(&inside, &W), [inside.to_vec()]);
        assert!(clip(&[(2.0, 0.0), (2.0, 0.5), (3.0, 1.0)], &W).is_empty());
        // Past a corner: both ends beyond different edges.
        assert!(clip(&[(0.0, 2.5), (2.5, 0.0)], &W).is_empty());
    }

    #[test]
    fn a_line_through_the_window_is_cut_at_its_edges() {
        assert_eq!(clip(&[(-3.0, 0.5), (3.0, 0.5)], &W), [vec![(-1.0, 0.5), (1.0, 0.5)]]);
        assert_eq!(clip(&[(-2.0, -2.0), (2.0, 2.0)], &W), [vec![(-1.0, -1.0), (1.0, 1.0)]]);
    }

    #[test]
    fn a_path_that_leaves_and_returns_is_two_strokes() {
        let path = [(0.0, 0.0), (2.0, 0.0), (2.0, 0.5), (0.0, 0.5), (0.0, 0.25)];
        let want = [vec![(0.0, 0.0), (1.0, 0.0)], vec![(1.0, 0.5), (0.0, 0.5), (0.0, 0.25)]];
        assert_eq!(clip(&path, &W), want);
    }

    #[test]
    fn points_that_are_none_break_the_line() {
        let path = [(0.0, 0.0), (0.5, 0.0), (f64::NAN, 0.0), (0.0, 0.5), (0.5, 0.5)];
        assert_eq!(clip(&path, &W).len(), 2);
        assert!(clip(&[(0.0, 0.0), (f64::INFINITY, 0.0)], &W).is_empty());
        assert!(clip(&[(0.0, 0.0)], &W).is_empty());
        for none in [Window::new(1.0, -1.0, -1.0, 1.0), Window::new(0.0, 1.0, f64::NAN, 1.0)] {
            assert!(clip(&path, &none).is_empty());
        }
    }

    #[test]
    fn a_huge_path_is_still_inside() {
        for stroke in clip(&[(-1e300, -3e299), (1e300, 7e299), (-1e9, 1e3)], &W) {
            for (x, y) in stroke {
                assert!((-1.0..=1.0).contains(&x) && (-1.0..=1.0).contains(&y));
            }
        }
    }
}
