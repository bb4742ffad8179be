//! The straight line a function approaches far out.

use super::line::Line;
use crate::activation::Activation;

/// The distance from 0, in units of the function, at which the gap to a sloping line is measured.
const FAR: f64 = 1e4;

/// The line y = m·x + c that `act` approaches towards `side`·∞, as `(m, c)`; `None` if there is none.
#[must_use]
pub fn asymptote(act: &Activation, p: &[f64], side: f64) -> Option<(f64, f64)> {
    let line = Line::new(act, p);
    let outermost = if side < 0.0 { line.stretches.first() } else { line.stretches.last() }?;
    if let Some(piece) = outermost.straight {
        let end = if side < 0.0 { outermost.to } else { outermost.from };
        return Some((piece.slope + 0.0, line.beside(end, side) - piece.slope * end + 0.0));
    }
    let (limit, m) = act.eval(side.signum() * f64::INFINITY, p);
    if m == 0.0 {
        return limit.is_finite().then_some((0.0, limit));
    }
    if !m.is_finite() {
        return None;
    }
    let far = FAR * line.structure.unit;
    let gap = |x: f64| act.f(x, p) - m * x;
    let (near, further) = (gap(side * far), gap(side * 4.0 * far));
    // Rounding leaves some of the size of mx; a gap that still grows is no constant.
    let rounding = 64.0 * far * f64::EPSILON * m.abs();
    if (near - further).abs() > rounding {
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
        // Lines of any length and height: beyond 10⁴ of it a curve of unit 10⁶ has not come near.
        assert_eq!(of("swish", &[1e-6], 1.0), Some((1.0, 0.0)));
        assert_eq!(of("softplus", &[-1e6], -1.0), Some((1.0, 0.0)));
        assert_eq!(of("softshrink", &[1e-9], 1.0), Some((1.0, -1e-9)));
        assert_eq!(of("celu", &[-0.5], -1.0), None);
        assert_eq!(of("softsign", &[], 1.0), Some((0.0, 1.0)));
        assert_eq!(of("squared_relu", &[], 1.0), None);
        assert_eq!(of("sinusoid", &[1.0], 1.0), None);
        assert_eq!(of("snake", &[1.0], 1.0), None);
    }
}
