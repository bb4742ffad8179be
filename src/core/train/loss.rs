//! The heads of a network: the loss of its output z against a target, with ∂L/∂z.

use crate::numeric::lanes::{Lane, elementary};

/// A head with its loss, which is the mean over the samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Head {
    /// ln(1 + e^(−yz)) for y = ±1: the cross-entropy of σ(z), PyTorch's `BCEWithLogitsLoss` with
    /// the target (y + 1)/2.
    Logistic,
    /// ½(z − y)², half of PyTorch's `MSELoss`.
    Linear,
    /// ½(tanh z − y)².
    Tanh,
}

impl Head {
    /// Every head.
    pub const ALL: [Self; 3] = [Self::Logistic, Self::Linear, Self::Tanh];

    /// The id used in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Logistic => "logistic",
            Self::Linear => "mse",
            Self::Tanh => "tanh",
        }
    }

    /// What a network with this head says about a sample: a probability of the class +1, or a value.
    #[must_use]
    pub fn output<L: Lane>(self, z: L) -> L {
        match self {
            Self::Logistic => elementary::logistic(z).0,
            Self::Linear => z,
            Self::Tanh => elementary::tanh(z).0,
        }
    }

    /// `(L, ∂L/∂z)` of single samples.
    #[inline]
    #[must_use]
    pub fn loss<L: Lane>(self, z: L, y: L) -> (L, L) {
        match self {
            Self::Logistic => {
                let against = -(y * z);
                let bent = against.at_most(L::zero()).pick(L::zero(), against);
                let slope = elementary::logistic(against).0;
                (bent + elementary::softplus_excess(against), -(y * slope))
            }
            Self::Linear => {
                let error = z - y;
                (L::of(0.5) * error * error, error)
            }
            Self::Tanh => {
                let (t, dt) = elementary::tanh(z);
                let error = t - y;
                (L::of(0.5) * error * error, error * dt)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::lanes::f64x2;

    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let h = 1e-6;
        for head in Head::ALL {
            for y in [-1.0, 1.0] {
                for z in [-30.0, -2.0, -0.1, 0.0, 0.3, 4.0, 30.0] {
                    let at = |z| head.loss(f64x2::splat(z), f64x2::splat(y));
                    let slope = (at(z + h).0.lane(0) - at(z - h).0.lane(1)) / (2.0 * h);
                    let got = at(z).1.lane(0);
                    assert!((got - slope).abs() < 1e-7, "{head:?} {y} {z}: {got} {slope}");
                }
            }
        }
    }

    #[test]
    fn losses_are_finite_far_out_and_keep_nan() {
        let z = f64x2::new([1e300, f64::NAN]);
        let (loss, slope) = Head::Logistic.loss(z, f64x2::splat(-1.0));
        assert_eq!((loss.lane(0), slope.lane(0)), (1e300, 1.0));
        for head in Head::ALL {
            assert!(head.loss(z, f64x2::splat(1.0)).0.lane(1).is_nan(), "{head:?}");
        }
    }
}
