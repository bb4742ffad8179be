//! The map of mean and variance through a layer, of which SELU has the fixed point (0, 1), with its
//! Jacobian (Klambauer et al. 2017, "Self-normalizing neural networks", section 2).

use super::moments::Field;

/// A layer: the activation and the sums of a unit's weights.
#[derive(Clone, Debug)]
pub struct Map {
    /// The activation.
    pub field: Field,
    /// ω, the sum of a unit's weights.
    pub omega: f64,
    /// τ > 0, the sum of their squares.
    pub tau: f64,
}

/// The mean μ and the variance ν of the activations of a layer.
pub type Point = [f64; 2];

/// A matrix by rows: ∂ of the next μ and ν by μ and ν.
pub type Jacobian = [[f64; 2]; 2];

impl Map {
    /// The mean and the variance behind the layer, for ν > 0: E f(z) and Var f(z) with
    /// z ~ N(μω, ντ).
    #[must_use]
    pub fn next(&self, [mu, nu]: Point) -> Point {
        let moments = self.field.moments(mu * self.omega, nu * self.tau);
        [moments.mean, moments.square - moments.mean * moments.mean]
    }

    /// The Jacobian of [`next`](Self::next).
    #[must_use]
    pub fn jacobian(&self, [mu, nu]: Point) -> Jacobian {
        let m = self.field.moments(mu * self.omega, nu * self.tau);
        // By the mean and the variance of z, then by μ and ν.
        let (square_by_mean, square_by_variance) = (2.0 * m.product, m.growth);
        let by_mean = square_by_mean - 2.0 * m.mean * m.slope;
        let by_variance = square_by_variance - 2.0 * m.mean * m.mean_growth;
        [
            [self.omega * m.slope, self.tau * m.mean_growth],
            [self.omega * by_mean, self.tau * by_variance],
        ]
    }

    /// τ·E f′(z)²: the mean square of a gradient grows by it going backwards.
    #[must_use]
    pub fn chi(&self, [mu, nu]: Point) -> f64 {
        self.tau * self.field.moments(mu * self.omega, nu * self.tau).slope_square
    }

    /// The path of a point: itself, then behind each layer.
    pub fn path(&self, start: Point) -> impl Iterator<Item = Point> {
        std::iter::successors(Some(start), |point| Some(self.next(*point)))
    }

    /// The stable fixed point that (0, 1) leads to; none if there is none.
    ///
    /// It is approached by 200 layers, then, as convergence may be slow, by Newton's iteration.
    #[must_use]
    pub fn fixed_point(&self) -> Option<Point> {
        let mut point = self.path([0.0, 1.0]).nth(200)?;
        for _ in 0..50 {
            let (next, [[a, b], [c, d]]) = (self.next(point), self.jacobian(point));
            let [x, y] = [next[0] - point[0], next[1] - point[1]];
            // (1 − J)·step = next − point.
            let determinant = (1.0 - a) * (1.0 - d) - b * c;
            let step = [(1.0 - d) * x + b * y, c * x + (1.0 - a) * y].map(|s| s / determinant);
            point = [point[0] + step[0], point[1] + step[1]];
            if !point[0].is_finite() || point[1] <= 0.0 {
                return None;
            }
            if step[0].abs() + step[1].abs() < 1e-14 * (1.0 + point[1]) {
                let stable = eigenvalues(self.jacobian(point)).iter().all(|e| e.abs() < 1.0);
                return stable.then_some(point);
            }
        }
        None
    }
}

/// The eigenvalues of a 2 × 2 matrix, the smaller first; NaN if they are not real.
#[must_use]
pub fn eigenvalues([[a, b], [c, d]]: Jacobian) -> [f64; 2] {
    let root = (0.25 * (a - d) * (a - d) + b * c).sqrt();
    [0.5 * (a + d) - root, 0.5 * (a + d) + root]
}

/// The largest singular value of a 2 × 2 matrix: the most that it lengthens a vector.
#[must_use]
pub fn largest_singular_value([[a, b], [c, d]]: Jacobian) -> f64 {
    let (sum, difference) = (a * a + b * b + c * c + d * d, a * a + b * b - c * c - d * d);
    let cross = a * c + b * d;
    (0.5 * (sum + (difference * difference + 4.0 * cross * cross).sqrt())).sqrt()
}
