//! Integrals against the normal density: Gauss and Legendre's rule on panels that end where the
//! integrand has a kink and are as short as it changes fast.

use std::f64::consts::PI;
use std::sync::LazyLock;

/// The nodes of the rule on a panel.
const NODES: usize = 20;
/// Where the normal density is as good as 0: below 10⁻²⁴ of its peak.
const REACH: f64 = 10.5;

/// Nodes on [−1, 1] and weights, to rounding.
static RULE: LazyLock<[(f64, f64); NODES]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        // Newton's iteration from Tricomi's estimate of the root of the Legendre polynomial.
        let n = NODES as f64;
        let mut x = libm::cos(PI * (at as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        for _ in 0..8 {
            let (mut before, mut value) = (1.0, x);
            for k in 2..=NODES {
                let k = k as f64;
                (before, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k);
            }
            slope = n * (x * value - before) / (x * x - 1.0);
            x -= value / slope;
        }
        (x, 2.0 / ((1.0 - x * x) * slope * slope))
    })
});

/// The points and weights of an integral ∫ g(z)·φ(z) dz over the normal density φ.
#[derive(Clone, Debug, Default)]
pub struct Normal {
    /// The points, in panels from left to right.
    pub z: Vec<f64>,
    /// The weight of each, with the density in it.
    pub weight: Vec<f64>,
}

impl Normal {
    /// The rule for an integrand with kinks at `kinks`, in the units of z, that changes over `scale`
    /// near them and near 0, or, if `periodic`, everywhere.
    #[must_use]
    pub fn new(kinks: &[f64], scale: f64, periodic: bool) -> Self {
        let mut ends = vec![-REACH, REACH, 0.0];
        let longest = if periodic { (2.0 * scale).clamp(1e-3, 2.0) } else { 2.0 };
        let count = (REACH / longest) as u32;
        ends.extend((1..=count).flat_map(|k| [-1.0, 1.0].map(|s| s * f64::from(k) * longest)));
        for kink in kinks.iter().chain(&[0.0]) {
            ends.push(*kink);
            // Panels that double in length away from a place where the integrand is sharp.
            let mut step = scale.clamp(1e-9, 1.0);
            while step < 2.0 {
                ends.extend([kink - step, kink + step]);
                step *= 2.0;
            }
        }
        ends.retain(|end| end.abs() <= REACH);
        ends.sort_by(f64::total_cmp);
        ends.dedup_by(|a, b| *a - *b < 1e-12);
        let mut normal = Self::default();
        for panel in ends.windows(2) {
            let (middle, half) = (0.5 * (panel[0] + panel[1]), 0.5 * (panel[1] - panel[0]));
            for (x, weight) in RULE.iter() {
                let z = middle + half * x;
                normal.z.push(z);
                normal.weight.push(half * weight * density(z));
            }
        }
        normal
    }

    /// The integral of a function given at the points.
    #[must_use]
    pub fn integral(&self, values: impl Iterator<Item = f64>) -> f64 {
        self.weight.iter().zip(values).map(|(weight, value)| weight * value).sum()
    }
}

/// The density of N(0, 1).
#[must_use]
pub fn density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_the_normal_distribution() {
        let normal = Normal::new(&[], 1.0, false);
        for (power, want) in [(0, 1.0), (2, 1.0), (4, 3.0), (6, 15.0), (8, 105.0), (10, 945.0)] {
            let got = normal.integral(normal.z.iter().map(|z| z.powi(power)));
            assert!((got / want - 1.0).abs() < 1e-14, "{power}: {got}");
        }
        assert!(normal.integral(normal.z.iter().map(|z| z.powi(3))).abs() < 1e-14);
    }

    /// E max(0, z − k) = φ(k) − k(1 − Φ(k)).
    #[test]
    fn a_kink_costs_no_digit() {
        for kink in [-3.0, -0.4, 0.0, 0.123, 2.5] {
            let want = density(kink) - kink * 0.5 * libm::erfc(kink / 2f64.sqrt());
            let at = |normal: Normal| normal.integral(normal.z.iter().map(|z| (z - kink).max(0.0)));
            assert!((at(Normal::new(&[kink], 1.0, false)) / want - 1.0).abs() < 1e-13);
            let blind = at(Normal::new(&[], 1.0, false));
            assert!(kink == 0.0 || (blind / want - 1.0).abs() > 1e-7, "{kink}: {blind}");
        }
    }

    /// E cos ωz = e^(−ω²/2).
    #[test]
    fn oscillations_are_followed() {
        for omega in [1.0, 5.0] {
            let normal = Normal::new(&[], 1.0 / omega, true);
            let got = normal.integral(normal.z.iter().map(|z| (omega * z).cos()));
            assert!((got - (-0.5 * omega * omega).exp()).abs() < 1e-14, "{omega}: {got}");
        }
    }
}
