//! Ten layers that all sit at one point of a function: what is left of a gradient that goes back
//! through them, the slope there to the power of their number.

use crate::activation::{Activation, by_id};

/// The number of layers.
pub const LAYERS: usize = 10;

/// The point at the start: sigmoid has a slope there that is seen, and ten layers kill it.
pub const START: f64 = 1.6;

/// The functions to choose from.
pub const CHOICE: [&str; 8] =
    ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "swish"];

/// The share of a gradient below which it counts as vanished.
const VANISHED: f64 = 0.01;
/// The distance from 1 within which a share counts as 1.
const SAME: f64 = 0.005;
/// The share at which a lamp goes out.
const DARK: f64 = 1e-7;

/// The fate of a gradient on its way through the layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The slope is 0.
    Nothing,
    /// Hardly anything is left.
    Vanishes,
    /// Less is left.
    Shrinks,
    /// All of it is left.
    Kept,
    /// It has become more.
    Grows,
}

/// What is left of a gradient of 1 after 1, 2, … layers with this slope, weights set aside.
#[must_use]
pub fn left(slope: f64) -> [f64; LAYERS] {
    let mut now = 1.0;
    [(); LAYERS].map(|()| {
        now *= slope.abs();
        now
    })
}

/// The fate of a gradient behind all layers.
#[must_use]
pub fn fate(slope: f64) -> Fate {
    let last = left(slope)[LAYERS - 1];
    // One too small for a number has vanished, but not because the slope is 0.
    if slope == 0.0 {
        Fate::Nothing
    } else if last < VANISHED {
        Fate::Vanishes
    } else if last < 1.0 - SAME {
        Fate::Shrinks
    } else if last <= 1.0 + SAME {
        Fate::Kept
    } else {
        Fate::Grows
    }
}

/// The brightness of a lamp for what is left, from 0 to 1: by its power of ten, as eyes see it.
#[must_use]
pub fn brightness(left: f64) -> f64 {
    if left <= DARK {
        return 0.0;
    }
    (1.0 - libm::log(left) / libm::log(DARK)).min(1.0)
}

/// The functions to choose from, and the chosen one where it is another.
#[must_use]
pub fn choice(act: &'static Activation) -> Vec<&'static Activation> {
    let mut all: Vec<_> = CHOICE.iter().filter_map(|id| by_id(id)).collect();
    if !all.contains(&act) {
        all.push(act);
    }
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn at(id: &str, p: &[f64], x: f64) -> (Fate, f64) {
        let act = by_id(id).unwrap();
        let slope = act.df(x, if p.is_empty() { act.defaults() } else { p.to_vec() }.as_slice());
        (fate(slope), left(slope)[LAYERS - 1])
    }

    #[test]
    fn a_gradient_vanishes_dies_stays_and_grows_where_theory_says() {
        assert_eq!(at("sigmoid", &[], START).0, Fate::Vanishes);
        // Even at its steepest: (1/4)¹⁰.
        assert_eq!(at("sigmoid", &[], 0.0), (Fate::Vanishes, libm::pow(0.25, 10.0)));
        assert_eq!(at("tanh", &[], 0.0), (Fate::Kept, 1.0));
        assert_eq!(at("relu", &[], -1.0), (Fate::Nothing, 0.0));
        assert_eq!(at("relu", &[], 1.0), (Fate::Kept, 1.0));
        assert_eq!(at("leaky_relu", &[], -1.0).0, Fate::Vanishes);
        assert_eq!(at("leaky_relu", &[0.9], -1.0).0, Fate::Shrinks);
        // On the left the slope of ELU is α eˣ: e⁻¹⁰ is left at −1, and it is kept at ln 1/α.
        let (fate, rest) = at("elu", &[1.0], -1.0);
        assert!(fate == Fate::Vanishes && (rest / libm::exp(-10.0) - 1.0).abs() < 1e-12, "{rest}");
        assert_eq!(at("elu", &[2.0], -libm::log(2.0)).0, Fate::Kept);
        // On the right that of SELU is λ.
        let (fate, rest) = at("selu", &[], 2.0);
        let lambda = by_id("selu").unwrap().defaults()[1];
        assert!(fate == Fate::Grows && (rest / libm::pow(lambda, 10.0) - 1.0).abs() < 1e-14);
        assert_eq!(format!("{rest:.2} {lambda:.4}"), "1.64 1.0507");
    }

    #[test]
    fn a_slope_of_either_sign_and_size_is_told_from_none() {
        assert_eq!(left(-0.5), left(0.5));
        assert_eq!((fate(1e-60), left(1e-60)[LAYERS - 1]), (Fate::Vanishes, 0.0));
        assert_eq!(fate(-0.0), Fate::Nothing);
    }

    #[test]
    fn lamps_go_out_one_by_one() {
        let lamps = left(0.14).map(brightness);
        assert!(lamps.is_sorted_by(|a, b| a > b || *b == 0.0), "{lamps:?}");
        assert!(lamps[0] > 0.8 && lamps[LAYERS - 1] == 0.0, "{lamps:?}");
        assert_eq!(left(0.0).map(brightness), [0.0; LAYERS]);
        assert_eq!(left(1.3).map(brightness), [1.0; LAYERS]);
    }

    #[test]
    fn the_chosen_function_is_among_the_choice() {
        let gelu = by_id("gelu").unwrap();
        assert_eq!(choice(gelu).len(), CHOICE.len());
        let snake = by_id("snake").unwrap();
        assert_eq!(choice(snake).last(), Some(&snake));
    }
}
