//! The second derivative, as a difference quotient of the exact first one.

use crate::activation::Activation;
use crate::numeric::sample::beside;

/// The step relative to 1 + |x|: its fourth power and the rounding of f′ over it are both small.
const STEP: f64 = 1e-3;

/// `f″` of `act` with parameters `p`, from four values of f′ on one smooth stretch.
///
/// Never reaches across a break or 0, where two formulas may meet: there it is the limit from the
/// right. NaN where f′ has no finite values near. Elsewhere about ten digits are right; fewer where
/// a parameter is a small length, such as three for CELU with α = 0.001.
pub fn second<'a>(act: &'a Activation, p: &'a [f64]) -> impl Fn(f64) -> f64 + 'a {
    let mut seams = act.breaks(p);
    seams.push(0.0);
    // The scale on which a function with a steepness parameter changes.
    let steep = p.iter().fold(1.0f64, |most, value| most.max(value.abs()));
    move |x: f64| {
        let h = (1.0 + x.abs()) * STEP / steep;
        let df = |x: f64| act.df(x, p);
        let crosses = |a: f64, b: f64| seams.iter().any(|s| (a..=b).contains(s));
        if !crosses(x - 2.0 * h, x + 2.0 * h) {
            return (8.0 * (df(x + h) - df(x - h)) - (df(x + 2.0 * h) - df(x - 2.0 * h)))
                / (12.0 * h);
        }
        // One-sided, away from the nearest seam.
        let side = if seams.iter().any(|s| x < *s && *s <= x + 2.0 * h) { -1.0 } else { 1.0 };
        let h = side * h / 4.0;
        let start = beside(df, x, side);
        (-25.0 * start + 48.0 * df(x + h) - 36.0 * df(x + 2.0 * h) + 16.0 * df(x + 3.0 * h)
            - 3.0 * df(x + 4.0 * h))
            / (12.0 * h)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    #[test]
    fn it_is_right_where_it_is_known() {
        let tanh = by_id("tanh").unwrap();
        let f = second(tanh, &[]);
        for x in [-3.0, -0.5, -1e-4, 0.0, 1e-4, 0.7, 4.0] {
            let t = libm::tanh(x);
            let exact = -2.0 * t * (1.0 - t * t);
            assert!((f(x) - exact).abs() < 1e-8, "{x}: {} {exact}", f(x));
        }
        let elu = by_id("elu").unwrap();
        let f = second(elu, &[2.0]);
        assert!((f(-1e-9) - 2.0).abs() < 1e-6, "{}", f(-1e-9));
        assert_eq!((f(0.0), f(1e-9), f(3.0)), (0.0, 0.0, 0.0));
        let softsign = second(by_id("softsign").unwrap(), &[]);
        assert!((softsign(-1e-8) - 2.0).abs() < 1e-5 && (softsign(0.0) + 2.0).abs() < 1e-5);
        // f″ = e^(x/α)/α: the shorter α, the fewer digits.
        for (alpha, error) in [(1.0, 1e-10), (0.05, 1e-7), (0.001, 1e-3f64)] {
            let x = -2.0 * alpha;
            let exact = libm::exp(x / alpha) / alpha;
            let found = second(by_id("celu").unwrap(), &[alpha])(x);
            assert!((found / exact - 1.0).abs() < error, "α = {alpha}: {found} {exact}");
        }
        let steep = second(by_id("swish").unwrap(), &[50.0]);
        // f″(0) = β/2.
        assert!((steep(0.0) - 25.0).abs() < 1e-3, "{}", steep(0.0));
    }
}
