//! The second derivative of a function with its parameters.

use crate::activation::{self, Activation};

/// `f″` of `act` with parameters `p`, as exact as f and f′ are.
///
/// At a break, and where f″ jumps, it is the limit from the right. NaN for NaN, and at ±∞ where
/// there is no limit; never −0.
pub fn second<'a>(act: &Activation, p: &'a [f64]) -> impl Fn(f64) -> f64 + 'a {
    let d2f = activation::second(act);
    move |x| if x.is_nan() { x } else { d2f(x, p) + 0.0 }
}

/// Whether f″ at `x` is only its limit from the right: at a break, and where f″ jumps.
#[must_use]
pub fn second_is_one_sided(act: &Activation, p: &[f64], x: f64) -> bool {
    act.breaks(p).contains(&x) || activation::structure(act, p).bends.contains(&x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    #[test]
    fn it_is_the_limit_from_the_right_where_pieces_meet() {
        let at_zero = [
            ("elu", &[2.0][..], 0.0),
            ("elu", &[1.0], 0.0),
            ("celu", &[0.5], 0.0),
            ("softsign", &[], -2.0),
            ("squared_relu", &[], 2.0),
            ("relu", &[], 0.0),
            ("binary_step", &[], 0.0),
        ];
        for (id, p, value) in at_zero {
            let f = second(by_id(id).unwrap(), p);
            assert_eq!((f(0.0), f(-0.0), f(1e-300)), (value, value, value), "{id}");
        }
        let hardswish = second(by_id("hardswish").unwrap(), &[]);
        assert_eq!((hardswish(-3.0), hardswish(3.0)), (1.0 / 3.0, 0.0));
        let from_the_left =
            [("elu", &[2.0][..], 2.0), ("celu", &[0.5], 2.0), ("softsign", &[], 2.0)];
        for (id, p, value) in from_the_left {
            assert_eq!(second(by_id(id).unwrap(), p)(-1e-300), value, "{id}");
        }
    }

    #[test]
    fn nan_stays_nan_and_zero_has_no_sign() {
        for act in activation::ALL {
            let p = act.defaults();
            let f = second(act, &p);
            assert!(f(f64::NAN).is_nan(), "{act:?}");
            let ends = [f(f64::NEG_INFINITY), f(f64::INFINITY)];
            if matches!(act.id, "sinusoid" | "snake") {
                assert!(ends.iter().all(|y| y.is_nan()), "{act:?} {ends:?}");
            } else {
                let top = if act.id == "squared_relu" { 2.0 } else { 0.0 };
                assert_eq!(ends, [0.0, top], "{act:?}");
            }
            for x in [f64::NEG_INFINITY, -1e300, -1e4, -0.0, 0.0, 1e4, 1e300, f64::INFINITY] {
                assert!(f(x) != 0.0 || f(x).is_sign_positive(), "{act:?} at {x}");
            }
        }
    }
}
