//! Softmax beside its relatives: literal against stable evaluation, limits, and the simplex.
//!
//! The functions themselves are in the catalogue. Here is the arithmetic of the view: the overflow
//! of e^(zᵢ/T)/Σⱼ e^(zⱼ/T) as it stands, the limits T → 0 and T → ∞, the effect of a constant added
//! to every zᵢ, and the point of three probabilities in a triangle. Facts: rows 3.82–3.87 and
//! findings 3 and 4 of the fact check.

use crate::activation::{Activation, Kind, by_id};
use crate::numeric::elementary::within;
use libm::{exp, log};

/// The ids of the functions of a whole vector of logits, in the order a view shows them.
pub const FAMILY: [&str; 4] = ["softmax", "log_softmax", "softmin", "sparsemax"];

/// The temperatures from which on the limits T → 0 and T → ∞ cannot be told from the values at
/// this T: logits that differ by a thousandth are 1000 apart in units of the first, and 10⁻⁹ of
/// the spread is left of the second.
pub const LIMITS: (f64, f64) = (1e-6, 1e9);

/// Height of a triangle with sides of length 1.
pub const HEIGHT: f64 = 0.866_025_403_784_438_6;

/// Value and Jacobian, row by row, of a function of [`FAMILY`] at `z`; its parameters are all its
/// own. Empty for a function of something else.
#[must_use]
pub fn at(act: &Activation, z: &[f64], p: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let Kind::Vector(vector) = &act.kind else { return Default::default() };
    ((vector.value)(z, p), (vector.jacobian)(z, p))
}

/// The value at `z` of the function called `id`, with temperature `t` if it has one.
#[must_use]
pub fn value(id: &str, z: &[f64], t: f64) -> Vec<f64> {
    match by_id(id).map(|act| &act.kind) {
        Some(Kind::Vector(vector)) => (vector.value)(z, &[t]),
        _ => Vec::new(),
    }
}

/// The formula as it stands: exponentials that may overflow or all vanish.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// e^(zᵢ/T): ∞ from 709.8 on, 0 from −745.2 down.
    pub terms: Vec<f64>,
    /// Their sum.
    pub sum: f64,
    /// Their shares of it: NaN for ∞/∞ and 0/0.
    pub shares: Vec<f64>,
}

/// Softmax evaluated literally.
#[must_use]
pub fn literal(z: &[f64], t: f64) -> Literal {
    let terms: Vec<f64> = z.iter().map(|z| exp(z / t)).collect();
    let sum = terms.iter().sum();
    let shares = terms.iter().map(|e| e / sum).collect();
    Literal { terms, sum, shares }
}

/// The limit T → 0: all of the probability to the largest entry, in equal parts if it is not alone.
#[must_use]
pub fn argmax(z: &[f64]) -> Vec<f64> {
    let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let winners = z.iter().filter(|z| **z == top).count() as f64;
    z.iter().map(|z| if *z == top { 1.0 / winners } else { 0.0 }).collect()
}

/// `c` added to every entry.
#[must_use]
pub fn shifted(z: &[f64], c: f64) -> Vec<f64> {
    z.iter().map(|z| z + c).collect()
}

/// The largest difference between two lists of the same length.
#[must_use]
pub fn apart(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// The slope of entry `i` of `f` in `zᵢ` from either side: forward differences over −`h` and `h`.
///
/// For a differentiable function both tend to the same number as `h` → 0; at a kink, such as ReLU's
/// at 0, they stay apart. NaN if there is no entry `i`.
#[must_use]
pub fn one_sided(f: impl Fn(&[f64]) -> Vec<f64>, z: &[f64], i: usize, h: f64) -> (f64, f64) {
    let moved = |by: f64| {
        let mut z = z.to_vec();
        let Some(at) = z.get_mut(i) else { return (f64::NAN, f64::NAN) };
        *at += by;
        // The place after rounding, so that the differences are exact.
        let at = *at;
        (f(&z).get(i).copied().unwrap_or(f64::NAN), at)
    };
    let (here, left, right) = (moved(0.0), moved(-h), moved(h));
    let slope = |to: (f64, f64)| (to.0 - here.0) / (to.1 - here.1);
    (slope(left), slope(right))
}

/// Shannon's entropy in bits: 0 for a certain class, log₂ K for equal shares.
#[must_use]
pub fn entropy(p: &[f64]) -> f64 {
    let nats: f64 = p.iter().filter(|p| **p > 0.0).map(|p| -p * log(*p)).sum();
    nats / std::f64::consts::LN_2
}

/// The point of three shares in the triangle with corners (0, 0), (1, 0) and (½, [`HEIGHT`]), which
/// stand for the first, the second and the third class.
#[must_use]
pub fn on_simplex(p: &[f64; 3]) -> (f64, f64) {
    (p[1] + 0.5 * p[2], HEIGHT * p[2])
}

/// The shares at a point of that triangle's plane. Outside it negative shares become 0 and the rest
/// is scaled to 1.
#[must_use]
pub fn shares_at((x, y): (f64, f64)) -> [f64; 3] {
    let third = y / HEIGHT;
    let second = x - 0.5 * third;
    let shares = [1.0 - second - third, second, third].map(|p| p.max(0.0));
    let sum: f64 = shares.iter().sum();
    shares.map(|p| p / sum)
}

/// Logits with mean 0 whose softmax at `t` these shares are; shares of 0 count as `least`. For the
/// very largest `t` logits end at the largest number there is.
#[must_use]
pub fn logits_of(p: &[f64], t: f64, least: f64) -> Vec<f64> {
    let logs: Vec<f64> = p.iter().map(|p| log(p.max(least))).collect();
    let mean = logs.iter().sum::<f64>() / logs.len() as f64;
    logs.iter().map(|l| within(t * (l - mean), -f64::MAX, f64::MAX)).collect()
}

/// Temperatures that are, as far as a drawing can tell, ∞ and 0 for these logits. `None` where no
/// temperature makes a difference, or none that is a number.
#[must_use]
pub fn hot_and_cold(z: &[f64; 3]) -> Option<(f64, f64)> {
    let spread = z.iter().fold(0.0_f64, |most, a| most.max((a - z[0]).abs()));
    (spread > 0.0 && spread.is_finite()).then(|| ((1e3 * spread).min(f64::MAX), 1e-3 * spread))
}

/// Softmax of three logits for temperatures from `hot` down to `cold`, as points of the triangle:
/// from near the middle to the corner of the largest logit.
#[must_use]
pub fn cooling(z: &[f64; 3], (hot, cold): (f64, f64), steps: u32) -> Vec<(f64, f64)> {
    let point = |i: u32| {
        let part = f64::from(i) / f64::from(steps);
        let t = exp(log(hot) + part * (log(cold) - log(hot)));
        let p = value("softmax", z, t);
        on_simplex(&[p[0], p[1], p[2]])
    };
    (0..=steps).map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const Z: [f64; 3] = [2.0, 1.0, 0.0];

    fn close(a: &[f64], b: &[f64], tolerance: f64) {
        assert_eq!(a.len(), b.len());
        assert!(apart(a, b) <= tolerance, "{a:?} {b:?}");
    }

    #[test]
    fn literal_and_stable_agree_until_an_exponential_overflows() {
        let stable = |z: &[f64]| value("softmax", z, 1.0);
        close(&literal(&Z, 1.0).shares, &stable(&Z), 1e-15);
        let high = shifted(&Z, 1000.0);
        let literal_high = literal(&high, 1.0);
        assert!(
            literal_high.terms.iter().all(|e| e.is_infinite()) && literal_high.sum.is_infinite()
        );
        assert!(literal_high.shares.iter().all(|p| p.is_nan()), "∞/∞");
        close(&stable(&high), &stable(&Z), 1e-15);
        let low = literal(&shifted(&Z, -1000.0), 1.0);
        assert_eq!((low.sum, low.terms), (0.0, vec![0.0; 3]));
        assert!(low.shares.iter().all(|p| p.is_nan()), "0/0");
        // One entry too large is enough to lose them all: ∞/∞ beside finite/∞.
        assert!(literal(&[710.0, 0.0], 1.0).shares[0].is_nan());
        assert_eq!(literal(&[710.0, 0.0], 1.0).shares[1], 0.0);
        assert!(literal(&[709.0, 0.0], 1.0).sum.is_finite());
    }

    #[test]
    fn a_constant_changes_nothing() {
        for id in ["softmax", "log_softmax", "softmin", "sparsemax"] {
            let act = by_id(id).unwrap();
            for c in [-8.0, 0.5, 1024.0] {
                let ((f, j), (g, k)) = (at(act, &Z, &[1.0]), at(act, &shifted(&Z, c), &[1.0]));
                // Exactly: with these numbers the sums do not round.
                assert_eq!((f, j), (g, k), "{id} {c}");
            }
        }
    }

    /// Findings 3 and 4.
    #[test]
    fn equal_logits_have_the_slopes_of_the_fact_check() {
        let softmax = by_id("softmax").unwrap();
        let (_, j) = at(softmax, &[0.0; 3], &[1.0]);
        for (k, entry) in j.iter().enumerate() {
            let want = if k % 4 == 0 { 2.0 / 9.0 } else { -1.0 / 9.0 };
            assert!((entry - want).abs() < 1e-16);
        }
        let (left, right) = one_sided(|z| value("softmax", z, 1.0), &[0.0; 3], 0, 1e-6);
        assert!((left - right).abs() < 1e-6 && (left - j[0]).abs() < 1e-6, "{left} {right}");
        let relu = |z: &[f64]| z.iter().map(|z| z.max(0.0)).collect();
        assert_eq!(one_sided(relu, &[0.0; 3], 0, 1e-6), (0.0, 1.0), "a real kink stays one");

        let (f, j) = at(softmax, &[-1.0, -2.0, -3.0], &[1.0]);
        close(&f, &value("softmax", &Z, 1.0), 0.0);
        assert!((j[0] - 0.222_695).abs() < 5e-7, "{}", j[0]);
    }

    #[test]
    fn the_limits_of_temperature_are_reached() {
        let (cold, hot) = LIMITS;
        for z in [vec![2.0, 1.0, 0.5], vec![0.001, 0.0, -3.0, 0.0], vec![1.0, 1.0, 0.0]] {
            assert_eq!(value("softmax", &z, cold), argmax(&z), "{z:?}");
            let equal = vec![1.0 / z.len() as f64; z.len()];
            close(&value("softmax", &z, hot), &equal, 1e-9);
        }
        assert_eq!(argmax(&[3.0, 5.0, 5.0, -1.0]), [0.0, 0.5, 0.5, 0.0]);
    }

    #[test]
    fn entropy_runs_from_none_to_that_of_equal_shares() {
        assert_eq!(entropy(&[0.0, 1.0, 0.0]), 0.0);
        assert!((entropy(&[0.25; 4]) - 2.0).abs() < 1e-15);
        assert!((entropy(&[0.5, 0.25, 0.25]) - 1.5).abs() < 1e-15);
    }

    #[test]
    fn shares_are_points_of_the_triangle_and_back() {
        for (corner, at) in [(0, (0.0, 0.0)), (1, (1.0, 0.0)), (2, (0.5, HEIGHT))] {
            let mut p = [0.0; 3];
            p[corner] = 1.0;
            assert_eq!(on_simplex(&p), at);
            close(&shares_at(at), &p, 1e-15);
        }
        let p = [0.2, 0.3, 0.5];
        close(&shares_at(on_simplex(&p)), &p, 1e-15);
        let middle = on_simplex(&[1.0 / 3.0; 3]);
        assert!((middle.0 - 0.5).abs() < 1e-15 && (middle.1 - HEIGHT / 3.0).abs() < 1e-15);
        // Beyond an edge the share across from it is 0.
        let out = shares_at((0.5, -1.0));
        assert!(out[2] == 0.0 && (out.iter().sum::<f64>() - 1.0).abs() < 1e-15, "{out:?}");
    }

    /// A view that is being left has no list any more.
    #[test]
    fn without_scores_nothing_happens() {
        let z: [f64; 0] = [];
        for id in FAMILY {
            assert_eq!(at(by_id(id).unwrap(), &z, &[1.0]), (vec![], vec![]), "{id}");
        }
        assert_eq!(
            (argmax(&z), shifted(&z, 1.0), literal(&z, 1.0).shares),
            (vec![], vec![], vec![])
        );
        assert!(logits_of(&z, 1.0, 1e-6).is_empty());
        assert_eq!((apart(&z, &z), entropy(&z)), (0.0, 0.0));
        let (left, right) = one_sided(|z| value("softmax", z, 1.0), &z, 0, 1e-6);
        assert!(left.is_nan() && right.is_nan());
    }

    #[test]
    fn logits_and_shares_are_inverse() {
        let z = logits_of(&[0.7, 0.2, 0.1], 2.5, 1e-6);
        assert!(z.iter().sum::<f64>().abs() < 1e-12);
        close(&value("softmax", &z, 2.5), &[0.7, 0.2, 0.1], 1e-15);
        for t in [5e-324, 1.0, 1e308, f64::MAX] {
            let z = logits_of(&[1.0, 0.0, 0.0], t, 1e-6);
            assert!(z.iter().all(|z| z.is_finite()), "T = {t}: {z:?}");
        }
    }

    #[test]
    fn scores_whose_difference_is_no_number_have_their_shares() {
        for id in ["softmax", "log_softmax", "softmin"] {
            let vast = value(id, &[f64::MAX, -f64::MAX, 0.0], f64::MAX);
            close(&vast, &value(id, &[1.0, -1.0, 0.0], 1.0), 1e-15);
        }
    }

    #[test]
    fn cooling_leads_from_the_middle_to_a_corner() {
        let way = cooling(&Z, (1e4, 1e-3), 60);
        assert_eq!(way.len(), 61);
        let middle = on_simplex(&[1.0 / 3.0; 3]);
        assert!(libm::hypot(way[0].0 - middle.0, way[0].1 - middle.1) < 1e-3);
        assert_eq!(way[60], (0.0, 0.0));
        assert!(way.windows(2).all(|w| w[1].0 <= w[0].0 + 1e-3), "towards the first class");
    }

    #[test]
    fn the_largest_scores_and_the_oddest_temperatures_give_numbers() {
        let extremes = [f64::MAX, -f64::MAX, 1e308, 0.0, 1.0, 5e-324];
        let temperatures = [5e-324, 1e-300, 1e-9, 1.0, 1e300, f64::MAX];
        for a in extremes {
            for b in extremes {
                for t in temperatures {
                    let z = [a, b, 0.5];
                    for id in FAMILY {
                        let found = value(id, &z, t);
                        assert!(
                            found.iter().all(|p| !p.is_nan()),
                            "{id}({z:?}), T = {t}: {found:?}"
                        );
                        if id != "log_softmax" {
                            assert!(
                                (found.iter().sum::<f64>() - 1.0).abs() < 1e-12,
                                "{id}({z:?}), T = {t}"
                            );
                        }
                    }
                }
                if let Some(ends) = hot_and_cold(&[a, b, 0.5]) {
                    let way = cooling(&[a, b, 0.5], ends, 96);
                    assert!(way.iter().all(|(x, y)| x.is_finite() && y.is_finite()), "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn the_family_is_in_the_catalogue() {
        for id in FAMILY {
            assert!(matches!(by_id(id).unwrap().kind, Kind::Vector(_)), "{id}");
            assert_eq!(value(id, &Z, 1.0).len(), 3);
        }
        assert!(value("relu", &Z, 1.0).is_empty() && value("nothing", &Z, 1.0).is_empty());
    }
}
