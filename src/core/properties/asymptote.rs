//! The straight line a function approaches far out.

use crate::activation::Activation;

/// The distance from 0 at which the gap to a sloping line is measured.
const FAR: f64 = 1e4;

/// The line y = m·x + c that `act` approaches towards `side`·∞, as `(m, c)`; `None` if there is none.
#[must_use]
pub fn asymptote(act: &Activation, p: &[f64], side: f64) -> Option<(f64, f64)> {
    let end = side.signum() * f64::INFINITY;
    let (limit, m) = act.eval(end, p);
    if m == 0.0 {
        return limit.is_finite().then_some((0.0, limit));
    }
    if !m.is_finite() {
        return None;
    }
    let gap = |x: f64| act.f(x, p) - m * x;
    let (near, far) = (gap(side * FAR), gap(side * 4.0 * FAR));
    // Rounding leaves some of the size of x; a gap that still grows is no constant.
    let rounding = 64.0 * FAR * f64::EPSILON * m.abs().max(1.0);
    if (near - far).abs() > rounding {
        return None;
    }
    Some((m, if near.abs() < rounding { 0.0 } else { near }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    #[test]
    fn lines_are_found_and_only_lines() {
        let of = |id: &str, p: &[f64], side: f64| asymptote(by_id(id).unwrap(), p, side);
        assert_eq!(of("elu", &[1.5], -1.0), Some((0.0, -1.5)));
        assert_eq!(of("elu", &[1.5], 1.0), Some((1.0, 0.0)));
        assert_eq!(of("tanhshrink", &[], 1.0), Some((1.0, -1.0)));
        assert_eq!(of("swish", &[1.0], 1.0), Some((1.0, 0.0)));
        assert_eq!(of("softsign", &[], 1.0), Some((0.0, 1.0)));
        assert_eq!(of("squared_relu", &[], 1.0), None);
        assert_eq!(of("sinusoid", &[1.0], 1.0), None);
        assert_eq!(of("snake", &[1.0], 1.0), None);
    }
}
