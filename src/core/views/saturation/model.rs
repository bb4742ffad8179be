//! The definitions of saturation as a live test: |f′| at growing |x|, and the classes.
//!
//! A function saturates on the right if f′(x) → 0 for x → +∞, hard if f′(x) = 0 beyond some c,
//! softly otherwise; on the left likewise; it saturates if it does so on both sides.
//! Source: Gulcehre et al. 2016.

use crate::activation::{ALL, Activation};
use crate::properties::{Saturation, saturation};

/// The distances from 0 at which f′ is evaluated.
pub const DISTANCES: [f64; 10] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];

/// One side of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The class: with the decay of a softly saturated function, with the c of a hard one.
    pub class: Saturation,
    /// x and f′(x) at −[`DISTANCES`] or +[`DISTANCES`], from 0 outwards.
    pub slopes: Vec<(f64, f64)>,
}

/// The test of a function on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The side towards −∞.
    pub left: Side,
    /// The side towards +∞.
    pub right: Side,
}

impl Side {
    /// Whether f′ tends to 0 here.
    #[must_use]
    pub fn saturates(&self) -> bool {
        self.class != Saturation::None
    }

    /// The bound c beyond which f′ is 0; `None` unless the saturation is hard.
    #[must_use]
    pub fn bound(&self) -> Option<f64> {
        match self.class {
            Saturation::Hard(c) => Some(c),
            Saturation::None | Saturation::Soft(_) => None,
        }
    }
}

impl Test {
    /// Tests `act` with parameters `p`.
    #[must_use]
    pub fn new(act: &Activation, p: &[f64]) -> Self {
        let classes = saturation(act, p);
        let side = |class, sign: f64| Side {
            class,
            slopes: DISTANCES.iter().map(|d| (sign * d, act.df(sign * d, p))).collect(),
        };
        Self { left: side(classes.0, -1.0), right: side(classes.1, 1.0) }
    }

    /// Whether the function saturates: on both sides.
    #[must_use]
    pub fn saturates(&self) -> bool {
        self.left.saturates() && self.right.saturates()
    }

    /// Whether f′ is 0 wherever it exists: the hard ends meet.
    #[must_use]
    pub fn flat(&self) -> bool {
        self.left.bound().zip(self.right.bound()).is_some_and(|(left, right)| left >= right)
    }
}

/// log₁₀|f′(x)|, for a plot; −∞ where f′ is 0 (beyond a hard bound, and where it underflows: a
/// soft one is truly never 0).
#[must_use]
pub fn log_slope(act: &Activation, p: &[f64], x: f64) -> f64 {
    libm::log10(act.df(x, p).abs())
}

/// A row of the table of all functions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Classes {
    /// The function, with its default parameters.
    pub act: &'static Activation,
    /// The class towards −∞.
    pub left: Saturation,
    /// The class towards +∞.
    pub right: Saturation,
}

/// The classes of every function of the catalogue, in its order.
#[must_use]
pub fn classes() -> Vec<Classes> {
    let row = |act: &&'static Activation| {
        let (left, right) = saturation(act, &act.defaults());
        Classes { act, left, right }
    };
    ALL.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_function_has_no_slope_to_plot_and_every_other_has() {
        for act in ALL {
            let p = act.defaults();
            let mut places = (-2000..=2000).map(|i| f64::from(i) / 100.0);
            let any = places.any(|x| log_slope(act, &p, x).is_finite());
            assert_eq!(Test::new(act, &p).flat(), !any, "{}", act.id);
        }
        assert!(ALL.iter().any(|act| Test::new(act, &act.defaults()).flat()));
    }
}
