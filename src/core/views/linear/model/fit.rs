//! sin on [−π, π] fitted by a network without activation and by one layer of n ReLU units.
//!
//! Both are best in the least-squares sense on [`SAMPLES`] even points, ends included: as for
//! finding 6 and row 2.4 of the fact check, whose figures they give.
//! - A network of identities is a line, whatever its depth and width: root mean square error .443.
//! - c + Σ aₖ·max(0, x − tₖ) with even kinks tₖ = −π + 2πk/n, k = 0 … n − 1: .076, .017, .0041 and
//!   .0010 for 4, 8, 16 and 32 units. Kinks that are learned, or chosen, do better still.

use crate::numeric::sample::Stroke;
use libm::sin;
use std::f64::consts::PI;

/// The number of points on which the fits are best.
pub const SAMPLES: u32 = 2001;
/// The most units the demo has.
pub const MAX_UNITS: u32 = 32;

/// The line y = slope·x + intercept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Its slope: 3/π² but for the sampling.
    pub slope: f64,
    /// Its value at 0: 0, as sin is odd.
    pub intercept: f64,
    /// Its root mean square error.
    pub rmse: f64,
}

/// y = bias + Σ weightₖ·max(0, x − kinkₖ).
#[derive(Clone, Debug, PartialEq)]
pub struct Relus {
    /// The kinks, in increasing order; the first at −π.
    pub kinks: Vec<f64>,
    /// The change of slope at each kink.
    pub weights: Vec<f64>,
    /// The value at −π.
    pub bias: f64,
    /// Its root mean square error.
    pub rmse: f64,
}

impl Line {
    /// The best line: all that a network of identities can be.
    #[must_use]
    pub fn fit() -> Self {
        let count = f64::from(SAMPLES);
        let (mut x1, mut x2, mut y1, mut xy) = (0.0, 0.0, 0.0, 0.0);
        for x in samples() {
            let y = sin(x);
            (x1, x2, y1, xy) = (x1 + x, x2 + x * x, y1 + y, xy + x * y);
        }
        let slope = (count * xy - x1 * y1) / (count * x2 - x1 * x1);
        let line = Self { slope, intercept: (y1 - slope * x1) / count, rmse: 0.0 };
        Self { rmse: rmse(|x| line.value(x)), ..line }
    }

    /// The line at `x`.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }
}

impl Relus {
    /// The best output weights for `units` even units, 1 to [`MAX_UNITS`].
    ///
    /// With the bias they make every function that is linear between the kinks. So the system is
    /// solved for its values at the kinks and at π: it is tridiagonal and well conditioned, unlike
    /// that of the weights.
    #[must_use]
    pub fn fit(units: u32) -> Self {
        let n = units.clamp(1, MAX_UNITS) as usize;
        let width = 2.0 * PI / n as f64;
        let kinks: Vec<f64> = (0..n).map(|k| -PI + width * k as f64).collect();
        let mut system = Tridiagonal::new(n + 1);
        for x in samples() {
            // The interval and the place in it give the values of the two hat functions there.
            let k = (((x + PI) / width) as usize).min(n - 1);
            let right = (x - kinks[k]) / width;
            system.add(k, 1.0 - right, right, sin(x));
        }
        let heights = system.solve();
        let slopes: Vec<f64> = heights.windows(2).map(|y| (y[1] - y[0]) / width).collect();
        let turns = slopes.windows(2).map(|s| s[1] - s[0]);
        let weights = slopes.iter().take(1).copied().chain(turns).collect();
        let fit = Self { kinks, weights, bias: heights[0], rmse: 0.0 };
        Self { rmse: rmse(|x| fit.value(x)), ..fit }
    }

    /// The network at `x`.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        let units = self.kinks.iter().zip(&self.weights);
        self.bias + units.map(|(t, a)| a * (x - t).max(0.0)).sum::<f64>()
    }

    /// Its curve over [−π, π]: a vertex at each kink and at the end.
    #[must_use]
    pub fn curve(&self) -> Stroke {
        self.kinks.iter().copied().chain([PI]).map(|x| (x, self.value(x))).collect()
    }
}

/// The points on which the fits are best.
fn samples() -> impl Iterator<Item = f64> {
    let step = 2.0 * PI / f64::from(SAMPLES - 1);
    (0..SAMPLES).map(move |i| -PI + step * f64::from(i))
}

/// The root mean square difference of `f` and sin.
fn rmse(f: impl Fn(f64) -> f64) -> f64 {
    let squares = samples().map(|x| {
        let off = f(x) - sin(x);
        off * off
    });
    (squares.sum::<f64>() / f64::from(SAMPLES)).sqrt()
}

/// Normal equations in which each sample touches two neighbouring unknowns.
struct Tridiagonal {
    diagonal: Vec<f64>,
    /// Beside the diagonal; the last entry is not used.
    beside: Vec<f64>,
    right: Vec<f64>,
}

impl Tridiagonal {
    fn new(size: usize) -> Self {
        let zeros = vec![0.0; size];
        Self { diagonal: zeros.clone(), beside: zeros.clone(), right: zeros }
    }

    /// Adds the sample p·yₖ + q·yₖ₊₁ ≈ value.
    fn add(&mut self, k: usize, p: f64, q: f64, value: f64) {
        self.diagonal[k] += p * p;
        self.diagonal[k + 1] += q * q;
        self.beside[k] += p * q;
        self.right[k] += p * value;
        self.right[k + 1] += q * value;
    }

    /// Elimination without pivots, which a positive definite matrix does not need (Thomas).
    fn solve(mut self) -> Vec<f64> {
        let n = self.diagonal.len();
        for k in 1..n {
            let factor = self.beside[k - 1] / self.diagonal[k - 1];
            self.diagonal[k] -= factor * self.beside[k - 1];
            self.right[k] -= factor * self.right[k - 1];
        }
        for k in (0..n).rev() {
            if k + 1 < n {
                self.right[k] -= self.beside[k] * self.right[k + 1];
            }
            self.right[k] /= self.diagonal[k];
        }
        self.right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-12, "{got} want {want}");
    }

    /// fact-check-numbers.txt, in full: numpy's least squares on the same points.
    #[test]
    fn errors_are_those_of_the_fact_check() {
        near(Line::fit().rmse, 0.443_163_813_054_108_7);
        // numpy printed the slope with nine digits.
        assert!((Line::fit().slope - 0.303_507_887).abs() < 5e-10);
        for (units, rmse) in [
            (2, 0.443_163_813_054_108_7),
            (4, 0.076_312_546_137_045_29),
            (8, 0.017_254_468_297_717_603),
            (16, 0.004_132_906_471_853_905),
            (32, 0.001_020_516_450_292_655_1),
        ] {
            near(Relus::fit(units).rmse, rmse);
        }
    }

    /// No other weights are better: the error is at right angles to every unit and to the bias.
    #[test]
    fn fits_are_best() {
        for units in 1..=MAX_UNITS {
            let fit = Relus::fit(units);
            assert_eq!(fit.kinks.len(), units as usize);
            let error = |x: f64| fit.value(x) - sin(x);
            let against =
                |of: &dyn Fn(f64) -> f64| samples().map(|x| error(x) * of(x)).sum::<f64>();
            assert!(against(&|_| 1.0).abs() < 1e-9);
            for t in &fit.kinks {
                assert!(against(&|x| (x - t).max(0.0)).abs() < 1e-9, "{units}, unit at {t}");
            }
            let line = Line::fit();
            assert!(fit.rmse <= line.rmse + 1e-15, "{units}: not worse than the line");
        }
        assert_eq!(Relus::fit(0), Relus::fit(1));
        near(Relus::fit(1).rmse, Line::fit().rmse);
    }

    #[test]
    fn the_curve_is_the_network() {
        let fit = Relus::fit(8);
        let curve = fit.curve();
        assert_eq!((curve.len(), curve[0].0, curve[8].0), (9, -PI, PI));
        for pair in curve.windows(2) {
            let x = 0.3 * pair[0].0 + 0.7 * pair[1].0;
            near(fit.value(x), 0.3 * pair[0].1 + 0.7 * pair[1].1);
        }
    }
}
