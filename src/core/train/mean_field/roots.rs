//! A root between two places where a function has different signs.

/// The root of `g` in [a, b], where it has the values `ga` and `gb` of different signs, to rounding
/// or as far as 100 evaluations lead: regula falsi by Illinois' rule.
pub fn between(
    g: impl Fn(f64) -> f64,
    (mut a, mut ga): (f64, f64),
    (mut b, mut gb): (f64, f64),
) -> f64 {
    for _ in 0..100 {
        let mut x = (a * gb - b * ga) / (gb - ga);
        if !(x > a.min(b) && x < a.max(b)) {
            x = 0.5 * (a + b);
        }
        if x == a || x == b {
            return x;
        }
        let gx = g(x);
        if gx == 0.0 || (b - a).abs() <= 2.0 * f64::EPSILON * x.abs() {
            return x;
        }
        if (gx > 0.0) == (gb > 0.0) {
            ga *= 0.5;
        } else {
            (a, ga) = (b, gb);
        }
        (b, gb) = (x, gx);
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found_to_rounding() {
        for target in [1e-6, 0.3, 2.0, 1e5] {
            let g = |x: f64| x * x * x - target;
            let got = between(g, (0.0, g(0.0)), (100.0, g(100.0)));
            assert!((got / target.cbrt() - 1.0).abs() < 1e-15, "{target}: {got}");
        }
        let steep = |x: f64| libm::tanh(1e6 * (x - 0.123));
        assert!((between(steep, (0.0, -1.0), (1.0, 1.0)) - 0.123).abs() < 1e-12);
    }
}
