//! The means over a data set that decide the loss: its form, and how steep it is at most.

use super::quadratic::Quadratic;

/// Means over the data set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moments {
    /// The means of x₁², x₁x₂ and x₂².
    pub(super) second: [f64; 3],
    /// The means of x₁ and x₂.
    pub(super) first: [f64; 2],
}

impl Moments {
    /// The means of these inputs.
    pub(super) fn of(inputs: &[[f64; 2]]) -> Self {
        let count = inputs.len() as f64;
        let mean = |of: fn(&[f64; 2]) -> f64| inputs.iter().map(of).sum::<f64>() / count;
        Self {
            second: [mean(|x| x[0] * x[0]), mean(|x| x[0] * x[1]), mean(|x| x[1] * x[1])],
            first: [mean(|x| x[0]), mean(|x| x[1])],
        }
    }

    /// The largest eigenvalue of the matrix of second moments, of the inputs and, with a bias, of
    /// the 1 that it is multiplied by.
    pub(super) fn curvature(&self, bias: bool) -> f64 {
        let ([a, b, c], [m, n]) = (self.second, self.first);
        if !bias {
            return 0.5 * (a + c) + libm::hypot(0.5 * (a - c), b);
        }
        let matrix = [[a, b, m], [b, c, n], [m, n, 1.0]];
        let product = |p: [[f64; 3]; 3], q: [[f64; 3]; 3]| {
            let entry = |i: usize, j: usize| (0..3).map(|k| p[i][k] * q[k][j]).sum::<f64>();
            [0, 1, 2].map(|i| [0, 1, 2].map(|j| entry(i, j)))
        };
        let trace = |p: [[f64; 3]; 3]| p[0][0] + p[1][1] + p[2][2];
        // The powers of the matrix, scaled to trace 1, tend to the projection on what it
        // stretches most.
        let powers = (0..12).fold(matrix, |power, _| {
            let scale = trace(power);
            let scaled = power.map(|row| row.map(|x| x / scale));
            product(scaled, scaled)
        });
        trace(product(matrix, powers)) / trace(powers)
    }

    /// ½ mean((w − target)·x + excess)² as a function of w.
    ///
    /// With M the mean of xxᵀ and m that of x, its minimum solves M(w − target) = −excess·m.
    pub(super) fn surface(&self, target: [f64; 2], excess: f64) -> Quadratic {
        let [a, b, c] = self.second;
        let [m, n] = self.first;
        let form = Quadratic { centre: target, matrix: self.second, floor: 0.0 };
        let axes = form.axes();
        // M⁻¹m by its eigenvectors; along one without curvature m has no component either.
        let [x, y] = axes.steepest;
        let mut shift = [0.0; 2];
        for ([x, y], curvature) in [[x, y], [-y, x]].into_iter().zip(axes.curvatures) {
            if curvature > 0.0 {
                let part = (m * x + n * y) / curvature;
                shift = [shift[0] + part * x, shift[1] + part * y];
            }
        }
        let [p, q] = shift.map(|s| s * -excess);
        let lowered = a * p * p + 2.0 * b * p * q + c * q * q;
        Quadratic {
            centre: [target[0] + p, target[1] + q],
            floor: (0.5 * (excess * excess - lowered)).max(0.0),
            ..form
        }
    }
}
