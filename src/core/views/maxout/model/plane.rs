//! A unit of two inputs: the largest of k planes, its regions and its contour lines.

use crate::activation::Window;
use crate::numeric::sample::Stroke;

/// One affine piece of two inputs, w₁x₁ + w₂x₂ + b.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// Its gradient.
    pub w: [f64; 2],
    /// Its value at the origin.
    pub b: f64,
}

impl Plane {
    /// Its value.
    #[must_use]
    pub fn at(&self, (x, y): (f64, f64)) -> f64 {
        self.w[0] * x + self.w[1] * y + self.b
    }
}

/// Planes from the numbers w₁₁, w₁₂, b₁, w₂₁, …; what is left at the end is dropped.
#[must_use]
pub fn planes(numbers: &[f64]) -> Vec<Plane> {
    numbers.chunks_exact(3).map(|n| Plane { w: [n[0], n[1]], b: n[2] }).collect()
}

/// The unit at a point: its value, and the first plane that has it.
#[must_use]
pub fn value(planes: &[Plane], at: (f64, f64)) -> (f64, usize) {
    let mut best = (f64::NEG_INFINITY, 0);
    for (i, plane) in planes.iter().enumerate() {
        let z = plane.at(at);
        if z > best.0 {
            best = (z, i);
        }
    }
    best
}

/// The part of a window where plane `i` is the largest: the corners of a convex polygon, none
/// where it is nowhere or there is no such plane. Of equal planes the first has all.
#[must_use]
pub fn region(planes: &[Plane], i: usize, window: &Window) -> Stroke {
    let w = window;
    let Some(this) = planes.get(i) else { return Vec::new() };
    let mut corners =
        vec![(w.x_min, w.y_min), (w.x_max, w.y_min), (w.x_max, w.y_max), (w.x_min, w.y_max)];
    for (j, other) in planes.iter().enumerate() {
        if other == this {
            if j < i {
                return Vec::new();
            }
            continue;
        }
        corners = cut(&corners, |p| this.at(p) - other.at(p));
    }
    corners
}

/// The part of a convex polygon where `height`, an affine function, is not negative.
fn cut(corners: &[(f64, f64)], height: impl Fn((f64, f64)) -> f64) -> Stroke {
    let mut kept = Vec::with_capacity(corners.len() + 1);
    for (k, &p) in corners.iter().enumerate() {
        let q = corners[(k + 1) % corners.len()];
        let (here, there) = (height(p), height(q));
        if here >= 0.0 {
            kept.push(p);
        }
        if (here > 0.0 && there < 0.0) || (here < 0.0 && there > 0.0) {
            let t = here / (here - there);
            kept.push((p.0 + t * (q.0 - p.0), p.1 + t * (q.1 - p.1)));
        }
    }
    // A polygon that only touches leaves corners without an inside.
    if kept.len() < 3 { Vec::new() } else { kept }
}

/// The contour line at `level` inside a window: a straight piece in every region it crosses.
#[must_use]
pub fn contour(planes: &[Plane], level: f64, window: &Window) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    for (i, plane) in planes.iter().enumerate() {
        let corners = region(planes, i, window);
        let mut ends: Stroke = Vec::new();
        for (k, &p) in corners.iter().enumerate() {
            let q = corners[(k + 1) % corners.len()];
            let (here, there) = (plane.at(p) - level, plane.at(q) - level);
            // A corner on the line belongs to the edge that starts there, whole edges included.
            if here == 0.0 {
                ends.push(p);
            } else if there != 0.0 && (here > 0.0) != (there > 0.0) {
                let t = here / (here - there);
                ends.push((p.0 + t * (q.0 - p.0), p.1 + t * (q.1 - p.1)));
            }
        }
        if let [from, to] = ends[..] {
            strokes.push(vec![from, to]);
        }
    }
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::rng::Rng;

    const W: Window = Window::new(-3.0, 3.0, -2.0, 2.0);

    fn random(seed: u32, k: usize) -> Vec<Plane> {
        let mut rng = Rng::stream(seed, 1);
        planes(&(0..3 * k).map(|_| rng.normal()).collect::<Vec<_>>())
    }

    fn area(corners: &[(f64, f64)]) -> f64 {
        let n = corners.len();
        let cross = |k: usize| {
            let (p, q) = (corners[k], corners[(k + 1) % n]);
            p.0 * q.1 - q.0 * p.1
        };
        (0..n).map(cross).sum::<f64>() / 2.0
    }

    /// Levels at which an edge of a region lies on the line.
    #[test]
    fn a_contour_along_an_edge_is_that_edge() {
        let sheet = planes(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        let square = Window::new(-3.0, 3.0, -3.0, 3.0);
        for level in [-3.0, 0.0, 3.0] {
            for stroke in contour(&sheet, level, &square) {
                let on = |(x, y): &(f64, f64)| x.max(*y) == level;
                assert!(stroke.len() == 2 && stroke.iter().all(on), "{level}: {stroke:?}");
            }
        }
        let flat = contour(&planes(&[0.0, 0.0, 0.0, 1.0, 1.0, 0.0]), 0.0, &square);
        assert!(flat.iter().flatten().all(|p| p.0 + p.1 == 0.0), "{flat:?}");
        assert!(!flat.is_empty());
    }

    /// A view that is being left has no list any more.
    #[test]
    fn without_planes_nothing_is_drawn() {
        assert!(region(&[], 0, &W).is_empty() && contour(&[], 0.5, &W).is_empty());
        assert_eq!(value(&[], (0.0, 0.0)), (f64::NEG_INFINITY, 0));
    }

    #[test]
    fn regions_fill_the_window_and_do_not_overlap() {
        for seed in 0..60 {
            let all = random(seed, 2 + seed as usize % 5);
            let regions: Vec<_> = (0..all.len()).map(|i| region(&all, i, &W)).collect();
            let sum: f64 = regions.iter().map(|r| area(r)).sum();
            assert!((sum - 24.0).abs() < 1e-9, "{seed}: {sum}");
            for (i, corners) in regions.iter().enumerate().filter(|(_, r)| r.len() > 2) {
                let n = corners.len() as f64;
                let middle = corners.iter().fold((0.0, 0.0), |m, c| (m.0 + c.0 / n, m.1 + c.1 / n));
                if area(corners) > 1e-9 {
                    assert_eq!(value(&all, middle).1, i);
                }
            }
        }
    }

    #[test]
    fn contours_lie_on_their_level() {
        for seed in 0..60 {
            let all = random(seed, 4);
            for level in [-1.0, 0.5, 2.0] {
                for stroke in contour(&all, level, &W) {
                    for (x, y) in [stroke[0], stroke[1]] {
                        assert!((value(&all, (x, y)).0 - level).abs() < 1e-9, "{seed} {level}");
                        assert!(x.abs() <= 3.0 + 1e-9 && y.abs() <= 2.0 + 1e-9);
                    }
                }
            }
        }
    }

    /// max(x, −x, y, −y): squares about the origin.
    #[test]
    fn the_largest_modulus_has_square_contours() {
        let all = planes(&[1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0]);
        let strokes = contour(&all, 1.0, &W);
        assert_eq!(strokes.len(), 4);
        for (x, y) in strokes.into_iter().flatten() {
            assert!((x.abs() - 1.0).abs() < 1e-12 && (y.abs() - 1.0).abs() < 1e-12);
        }
        assert!(contour(&all, -1.0, &W).is_empty());
        assert_eq!(value(&all, (0.5, -2.0)), (2.0, 3));
    }

    #[test]
    fn equal_planes_share_nothing() {
        let all = planes(&[1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        assert!((area(&region(&all, 0, &W)) - 24.0).abs() < 1e-12);
        assert!(region(&all, 1, &W).is_empty());
        assert!(planes(&[1.0, 2.0]).is_empty());
    }
}
