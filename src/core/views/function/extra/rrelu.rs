//! RReLU in training: slopes drawn anew for every element, and the outputs of one unit.
//!
//! For x ≤ 0 the output is a·x with a ~ U(lower, upper); evaluation uses the mean slope. So for
//! one such x the outputs are uniform between upper·x and lower·x, with the evaluation's value as
//! their mean and |x|·(upper − lower)/√12 as their deviation. Source: Xu et al. 2015, who give
//! divisors instead: x/a with a ~ U(3, 8), tested with x/5.5; rows 3.54 and 3.55 of the fact check.

use crate::activation::{Window, rrelu::RRELU};
use crate::demo::rng::Rng;
use crate::numeric::clip::clip;
use crate::numeric::sample::Stroke;
use crate::plot::graph::Overlay;
use crate::plot::{Curve, Drawing, Frame, Picture, Region, Role};
use std::sync::Arc;

/// The number of curves of training that are drawn.
pub const CURVES: usize = 12;
/// The number of outputs that the histogram counts.
pub const DRAWS: u32 = 1000;
/// The number of its bins.
const BINS: usize = 25;
/// The input while there is no probe.
pub const USUAL: f64 = -1.0;

/// The bounds of the paper's divisors.
pub const DIVISORS: (f64, f64) = (3.0, 8.0);

/// A histogram: the counts of bins of equal width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The left edge of the first bin.
    pub from: f64,
    /// The right edge of the last bin.
    pub to: f64,
    /// The counts of the bins.
    pub counts: Vec<u32>,
}

/// `count` slopes of training from U(`lower`, `upper`), the same for the same seed.
#[must_use]
pub fn slopes(seed: u32, count: u32, (lower, upper): (f64, f64)) -> Vec<f64> {
    let mut rng = Rng::stream(seed, 0);
    (0..count).map(|_| lower + (upper - lower) * rng.uniform()).collect()
}

/// The output for a slope of training: x where positive, else `slope`·x.
#[must_use]
pub fn output(x: f64, slope: f64) -> f64 {
    if x > 0.0 { x } else { slope * x }
}

/// The region in a window of the outputs of training, between the slopes `lower` and `upper` for x
/// ≤ 0: the corners of a polygon, none where x > 0 only or both are the same.
#[must_use]
pub fn band((lower, upper): (f64, f64), window: &Window) -> Stroke {
    let (from, to) = (window.x_min, window.x_max.min(0.0));
    if from >= to || lower == upper {
        return Vec::new();
    }
    let inside = |y: f64| y.clamp(window.y_min, window.y_max);
    // The points where a bound leaves the window are corners too.
    let edge = |slope: f64| -> Stroke {
        let mut places = vec![from, window.y_min / slope, window.y_max / slope, to];
        places.retain(|x| (from..=to).contains(x));
        crate::numeric::order::sort_by_key(&mut places, |x| *x);
        places.into_iter().map(|x| (x, inside(slope * x))).collect()
    };
    let mut corners = edge(upper);
    corners.extend(edge(lower).into_iter().rev());
    corners
}

/// The mean and the standard deviation of some numbers; NaN of none.
#[must_use]
pub fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    (mean, square.sqrt())
}

/// The values between `from` and `to` (both included) in `bins` even bins.
#[must_use]
pub fn histogram(values: &[f64], (from, to): (f64, f64), bins: usize) -> Histogram {
    let mut counts = vec![0; bins];
    for value in values.iter().filter(|v| (from..=to).contains(*v)) {
        let place = (value - from) / (to - from) * bins as f64;
        // NaN if all values are the same; the last bin includes its right edge.
        let bin = if place.is_nan() { 0 } else { (place as usize).min(bins - 1) };
        counts[bin] += 1;
    }
    Histogram { from, to, counts }
}

/// The outputs of one unit in training as a histogram, with its output in evaluation as a line.
pub struct Outputs {
    /// The input.
    pub x: f64,
    /// The least and the largest slope.
    pub bounds: (f64, f64),
    /// An output for each slope that was drawn.
    pub outputs: Arc<Vec<f64>>,
}

impl Outputs {
    /// The outputs that are possible, from left to right.
    fn range(&self) -> (f64, f64) {
        let ends = (output(self.x, self.bounds.0), output(self.x, self.bounds.1));
        (ends.0.min(ends.1), ends.0.max(ends.1))
    }

    /// The output in evaluation.
    #[must_use]
    pub fn fixed(&self) -> f64 {
        RRELU.f(self.x, &[self.bounds.0, self.bounds.1])
    }
}

impl Drawing for Outputs {
    fn window(&self) -> Window {
        let (from, to) = self.range();
        let room = if to > from { 0.12 * (to - from) } else { 0.5 };
        let most = histogram(&self.outputs, (from, to), BINS).counts.into_iter().max();
        Window::new(from - room, to + room, 0.0, 1.15 * f64::from(most.unwrap_or(1).max(1)))
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (from, to) = self.range();
        let all = histogram(&self.outputs, (from, to), BINS);
        let mut picture = Picture::default();
        // A single value is a bar as wide as a bin would be.
        let (start, width) = if to > from {
            (from, (to - from) / BINS as f64)
        } else {
            let width = (frame.window.x_max - frame.window.x_min) / BINS as f64;
            (from - width / 2.0, width)
        };
        for (i, count) in all.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let left = start + width * (i as f64 + 0.06);
            let corners = ((left, 0.0), (left + 0.88 * width, f64::from(*count)));
            picture.regions.push(Region::rectangle(Role::F, 130, corners.0, corners.1));
        }
        let fixed = self.fixed();
        let line = [(fixed, 0.0), (fixed, frame.window.y_max)];
        picture.curves.push(Curve::line(Role::Df, clip(&line, &frame.window)));
        picture
    }
}

/// The band between the bounds, and a curve for each of the slopes.
#[must_use]
pub fn overlay(bounds: (f64, f64), slopes: Vec<f64>) -> Overlay {
    Arc::new(move |frame: &Frame| {
        let corners = band(bounds, &frame.window);
        let filled = Region { role: Role::F, alpha: 26, corners };
        Picture {
            regions: if filled.corners.is_empty() { Vec::new() } else { vec![filled] },
            curves: slopes.iter().map(|slope| drawn_curve(frame, *slope)).collect(),
        }
    })
}

/// A curve of training across the window.
fn drawn_curve(frame: &Frame, slope: f64) -> Curve {
    let w = &frame.window;
    let corners =
        [(w.x_min, output(w.x_min, slope)), (0.0, 0.0), (w.x_max, output(w.x_max, slope))];
    let corners: Vec<_> = if w.x_min < 0.0 && w.x_max > 0.0 {
        corners.to_vec()
    } else {
        vec![corners[0], corners[2]]
    };
    Curve::line(Role::Guide, clip(&corners, w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    const BOUNDS: (f64, f64) = (1.0 / 8.0, 1.0 / 3.0);

    #[test]
    fn slopes_are_uniform_between_the_bounds_and_seeded() {
        let all = slopes(5, 20_000, BOUNDS);
        assert!(all.iter().all(|a| (BOUNDS.0..BOUNDS.1).contains(a)));
        let (mean, deviation) = moments(&all);
        let width = BOUNDS.1 - BOUNDS.0;
        // Within five standard errors.
        let error = width / 12f64.sqrt() / 20_000f64.sqrt();
        assert!((mean - 11.0 / 48.0).abs() < 5.0 * error, "{mean}");
        assert!((deviation - width / 12f64.sqrt()).abs() < 5.0 * error, "{deviation}");
        assert_eq!(slopes(5, 3, BOUNDS), all[..3]);
        assert_ne!(slopes(6, 3, BOUNDS), all[..3]);
        assert_eq!(slopes(1, 2, (0.2, 0.2)), [0.2, 0.2]);
    }

    #[test]
    fn the_band_is_between_the_bounds_and_in_the_window() {
        let w = Window::new(-5.0, 5.0, -2.0, 3.0);
        for bounds in [(0.1, 0.5), (0.5, 1.0), (-0.5, 0.25), (0.0, 0.3)] {
            let corners = band(bounds, &w);
            for (x, y) in &corners {
                assert!((-5.0..=0.0).contains(x) && (-2.0..=3.0).contains(y), "{x} {y}");
                let between = bounds.1 * x - 1e-12 <= *y && *y <= bounds.0 * x + 1e-12;
                assert!(between || *y == -2.0, "{bounds:?}: {x} {y}");
            }
            // Its area against a sum of columns.
            let n = corners.len();
            let cross = |k: usize| {
                let (p, q) = (corners[k], corners[(k + 1) % n]);
                p.0 * q.1 - q.0 * p.1
            };
            let area = (0..n).map(cross).sum::<f64>().abs() / 2.0;
            let tall = |x: f64| (bounds.0 * x).clamp(-2.0, 3.0) - (bounds.1 * x).clamp(-2.0, 3.0);
            let sum: f64 = (0..5000).map(|i| tall(-(f64::from(i) + 0.5) / 1e3) / 1e3).sum();
            assert!((area - sum).abs() < 1e-5, "{bounds:?}: {area} {sum}");
        }
        assert!(band((0.2, 0.2), &w).is_empty());
        assert!(band((0.1, 0.2), &Window::new(1.0, 2.0, 0.0, 1.0)).is_empty());
    }

    #[test]
    fn training_with_the_mean_slope_is_evaluation() {
        let rrelu = by_id("rrelu").unwrap();
        let p = rrelu.defaults();
        for x in [-3.0, -0.5, 0.0, 0.5, 4.0] {
            assert_eq!(output(x, 0.5 * (p[0] + p[1])), rrelu.f(x, &p));
        }
    }

    /// The two conventions of rows 3.54 and 3.55: a mean of slopes is not one over a mean.
    #[test]
    fn the_papers_divisors_are_other_slopes() {
        let (low, high) = DIVISORS;
        assert!((1.0 / (0.5 * (low + high)) - 0.1818).abs() < 5e-5, "tested with x/5.5");
        let mut rng = Rng::stream(9, 0);
        let mean: f64 = (0..50_000).map(|_| 1.0 / (low + (high - low) * rng.uniform())).sum();
        let exact = libm::log(high / low) / (high - low);
        assert!((mean / 50_000.0 - exact).abs() < 1e-3 && (exact - 0.1962).abs() < 1e-4);
    }

    #[test]
    fn every_value_in_range_is_counted_once() {
        let x = -1.5;
        let outputs: Vec<f64> = slopes(2, 1000, BOUNDS).iter().map(|a| output(x, *a)).collect();
        let all = histogram(&outputs, (BOUNDS.1 * x, BOUNDS.0 * x), 20);
        assert_eq!(all.counts.iter().sum::<u32>(), 1000);
        // Uniform: 50 a bin with a deviation of 6.9.
        assert!(all.counts.iter().all(|n| n.abs_diff(50) < 35), "{:?}", all.counts);
        assert_eq!(histogram(&[0.0, 1.0, 2.0, 3.0], (0.0, 2.0), 2).counts, [1, 2]);
        assert_eq!(histogram(&[0.7; 5], (0.7, 0.7), 4).counts, [5, 0, 0, 0]);
    }
}
