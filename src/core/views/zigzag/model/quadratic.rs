//! A loss that is a quadratic form of two weights, and its contour lines.

use crate::activation::Window;
use crate::numeric::clip::clip;
use crate::numeric::sample::Stroke;
use std::f64::consts::PI;

/// The ratio of two curvatures below which the smaller is 0 but for rounding.
const FLAT: f64 = 1e-12;

/// `floor + ½ (w − centre)ᵀ M (w − centre)` with M symmetric and positive semi-definite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quadratic {
    /// The minimum; one such point where there is a line of them.
    pub centre: [f64; 2],
    /// M: its entries 11, 12 = 21 and 22.
    pub matrix: [f64; 3],
    /// The least value.
    pub floor: f64,
}

/// The eigenvalues of M, the larger first, and the unit eigenvector of the larger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axes {
    pub(super) curvatures: [f64; 2],
    pub(super) steepest: [f64; 2],
}

impl Quadratic {
    /// The value at `w`.
    #[must_use]
    pub fn value(&self, w: [f64; 2]) -> f64 {
        let (x, y) = (w[0] - self.centre[0], w[1] - self.centre[1]);
        let [a, b, c] = self.matrix;
        self.floor + 0.5 * (a * x * x + 2.0 * b * x * y + c * y * y)
    }

    /// The gradient at `w`.
    #[must_use]
    pub fn gradient(&self, w: [f64; 2]) -> [f64; 2] {
        let (x, y) = (w[0] - self.centre[0], w[1] - self.centre[1]);
        let [a, b, c] = self.matrix;
        [a * x + b * y, b * x + c * y]
    }

    /// The curvatures along the axes of its ellipses, the larger first; their ratio is the
    /// condition number.
    #[must_use]
    pub fn curvatures(&self) -> [f64; 2] {
        self.axes().curvatures
    }

    pub(super) fn axes(&self) -> Axes {
        let [a, b, c] = self.matrix;
        let middle = 0.5 * (a + c);
        let half = libm::hypot(0.5 * (a - c), b);
        // The angle of the steeper axis.
        let turn = 0.5 * libm::atan2(2.0 * b, a - c);
        let large = middle + half;
        // From the determinant: the difference would cancel.
        let small = if large > 0.0 { (a * c - b * b) / large } else { 0.0 };
        Axes {
            curvatures: [large, if small > FLAT * large { small } else { 0.0 }],
            steepest: [libm::cos(turn), libm::sin(turn)],
        }
    }

    /// `count` levels that cut the way from `from` to the centre into equal parts: the outermost
    /// contour goes through `from`.
    #[must_use]
    pub fn levels(&self, from: [f64; 2], count: u32) -> Vec<f64> {
        let height = self.value(from) - self.floor;
        let part = |k: u32| f64::from(k) / f64::from(count);
        (1..=count).map(|k| self.floor + height * part(k) * part(k)).collect()
    }

    /// The contour line at `level` inside `window`: an ellipse, or two parallel lines where M is
    /// singular, within a five-thousandth of the window's size. Nothing below the floor.
    #[must_use]
    pub fn contour(&self, level: f64, window: &Window) -> Vec<Stroke> {
        let Axes { curvatures: [large, small], steepest: [ux, uy] } = self.axes();
        let height = level - self.floor;
        if !(height > 0.0 && large > 0.0 && large.is_finite()) {
            return Vec::new();
        }
        let size = libm::hypot(window.x_max - window.x_min, window.y_max - window.y_min);
        let [cx, cy] = self.centre;
        let middle = (0.5 * (window.x_min + window.x_max), 0.5 * (window.y_min + window.y_max));
        // No point of the window is further from the centre.
        let reach = size + libm::hypot(cx - middle.0, cy - middle.1);
        // `u` along the steeper axis, `v` along the other.
        let at = |u: f64, v: f64| (cx + u * ux - v * uy, cy + u * uy + v * ux);
        let short = (2.0 * height / large).sqrt();
        if small == 0.0 {
            let line = |u: f64| clip(&[at(u, -reach), at(u, reach)], window);
            return [line(short), line(-short)].concat();
        }
        let long = (2.0 * height / small).sqrt();
        if !(long / size).is_finite() {
            return Vec::new();
        }
        // Two arcs: of an ellipse far longer than the window only what can be in it.
        let half = if reach < long { libm::asin(reach / long) } else { 0.5 * PI };
        // A chord that subtends 2·half/count is off by no more than long·(half/count)²/2.
        let count = (half * (long / size * 2500.0).sqrt()).ceil().clamp(24.0, 4096.0) as u32;
        let arc = |side: f64| {
            let point = move |i: u32| {
                let turn = half * (2.0 * f64::from(i) / f64::from(count) - 1.0);
                at(side * short * libm::cos(turn), side * long * libm::sin(turn))
            };
            (0..=count).map(point)
        };
        if reach < long {
            let arc = |side| clip(&arc(side).collect::<Stroke>(), window);
            return [arc(1.0), arc(-1.0)].concat();
        }
        let mut whole: Stroke = arc(1.0).chain(arc(-1.0).skip(1)).collect();
        whole.pop();
        whole.extend(whole.first().copied());
        clip(&whole, window)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const Q: Quadratic = Quadratic { centre: [0.3, -0.2], matrix: [0.6, 0.25, 0.3], floor: 0.125 };
    const W: Window = Window::new(-2.0, 2.0, -2.0, 2.0);

    #[test]
    fn the_gradient_is_that_of_the_value() {
        for w in [[1.0, 2.0], [-0.5, 0.1], [3.0, -4.0]] {
            let h = 1e-5;
            let dx = (Q.value([w[0] + h, w[1]]) - Q.value([w[0] - h, w[1]])) / (2.0 * h);
            let dy = (Q.value([w[0], w[1] + h]) - Q.value([w[0], w[1] - h])) / (2.0 * h);
            let got = Q.gradient(w);
            assert!((got[0] - dx).abs() < 1e-9 && (got[1] - dy).abs() < 1e-9, "{w:?}");
        }
    }

    #[test]
    fn axes_are_eigenvectors() {
        for matrix in [[0.6, 0.25, 0.3], [0.3, -0.25, 0.6], [2.0, 0.0, 1.0], [1.0, 0.0, 2.0]] {
            let Axes { curvatures, steepest: [x, y] } = Quadratic { matrix, ..Q }.axes();
            let [a, b, c] = matrix;
            for (x, y, value) in [(x, y, curvatures[0]), (-y, x, curvatures[1])] {
                assert!((a * x + b * y - value * x).abs() < 1e-15, "{matrix:?}");
                assert!((b * x + c * y - value * y).abs() < 1e-15, "{matrix:?}");
            }
            assert!(curvatures[0] >= curvatures[1]);
        }
    }

    #[test]
    fn contours_lie_on_their_level_and_in_the_window() {
        for level in [0.126, 0.2, 0.5, 1.0] {
            let strokes = Q.contour(level, &W);
            assert!(!strokes.is_empty());
            for pair in strokes.iter().flat_map(|s| s.windows(2)) {
                let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
                for (x, y) in [(x0, y0), (0.5 * (x0 + x1), 0.5 * (y0 + y1))] {
                    // The distance of the point from the line: the value over the slope.
                    let slope = Q.gradient([x, y]);
                    let off = (Q.value([x, y]) - level) / libm::hypot(slope[0], slope[1]);
                    assert!(off.abs() < 4.0 * 2f64.sqrt() / 5000.0, "{level}: {off} off");
                    assert!(x.abs() <= 2.0 && y.abs() <= 2.0);
                }
            }
        }
        assert!(Q.contour(0.125, &W).is_empty() && Q.contour(f64::NAN, &W).is_empty());
    }

    /// Of an ellipse a million windows long as well: both arcs, and on the level.
    #[test]
    fn contours_of_long_ellipses_are_as_exact() {
        let long = Quadratic { centre: [0.1, 0.0], matrix: [1.0, 1.0, 1.0 + 1e-11], floor: 0.0 };
        let [_, small] = long.curvatures();
        assert!((2.0 * 0.5 / small).sqrt() > 1e5);
        let strokes = long.contour(0.5, &W);
        assert_eq!(strokes.len(), 2);
        for pair in strokes.iter().flat_map(|s| s.windows(2)) {
            let middle = [0.5 * (pair[0].0 + pair[1].0), 0.5 * (pair[0].1 + pair[1].1)];
            assert!((long.value(middle) - 0.5).abs() < 1e-6, "{middle:?}");
        }
    }

    #[test]
    fn a_contour_inside_the_window_is_closed() {
        let strokes = Q.contour(0.15, &W);
        assert_eq!(strokes.len(), 1);
        assert_eq!(strokes[0].first(), strokes[0].last());
    }

    #[test]
    fn a_valley_without_end_has_straight_contours() {
        let valley = Quadratic { centre: [0.0, 0.0], matrix: [1.0, 1.0, 1.0], floor: 0.0 };
        assert_eq!(valley.curvatures(), [2.0, 0.0]);
        let strokes = valley.contour(0.5, &W);
        assert_eq!(strokes.len(), 2);
        for (x, y) in strokes.into_iter().flatten() {
            assert!(((x + y).abs() - 1.0).abs() < 1e-12);
        }
        let plain = Quadratic { matrix: [0.0; 3], ..valley };
        assert!(plain.contour(0.5, &W).is_empty());
    }

    #[test]
    fn levels_cut_the_way_into_equal_parts() {
        let from = [1.3, -1.2];
        for (k, level) in (1..).zip(Q.levels(from, 5)) {
            let t = f64::from(k) / 5.0;
            let at = [0.3 + t * (from[0] - 0.3), -0.2 + t * (from[1] + 0.2)];
            assert!((Q.value(at) - level).abs() < 1e-15);
        }
    }
}
