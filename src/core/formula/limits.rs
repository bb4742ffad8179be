//! The limits of f and f′ at ±∞: what the arithmetic of ∞ gives, and where that is NaN the limit that
//! their values far out tend to.

use super::tree::Formula;

/// The places, beyond which sums of ordinary size still keep their digits.
const FAR: [f64; 7] = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

impl Formula {
    /// The limits of `(f, f′)` at +∞, or −∞ for a negative `sign`; NaN where there is none, or none
    /// that is found.
    #[must_use]
    pub fn limits(&self, sign: f64, p: &[f64]) -> (f64, f64) {
        let end = f64::INFINITY.copysign(sign);
        let (f, df) = self.pair(end, p);
        let far = FAR.map(|x| self.pair(x.copysign(sign), p));
        let found = if f.is_nan() { limit(&far.map(|pair| pair.0)) } else { f };
        // An infinite f may well have a slope with a limit; a finite one has none but 0.
        let df = if df.is_nan() { limit(&far.map(|pair| pair.1)) } else { df };
        match (found.is_finite(), df.is_infinite()) {
            // A large number hides what grows beside it.
            (true, true) => (f64::NAN, df),
            (true, false) if df.is_finite() => (found, 0.0),
            _ => (found, df),
        }
    }
}

/// What values tend to: the last ones agree, or approach a number geometrically, or grow beyond all.
fn limit(values: &[f64; 7]) -> f64 {
    let [.., a, b, c] = *values;
    if values[3..].iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    if a == b && b == c {
        return c;
    }
    let grows = |pair: &[f64]| pair[1].abs() > 2.0 * pair[0].abs() && pair[0] * pair[1] > 0.0;
    if c.is_infinite() || values[2..].windows(2).all(grows) {
        return f64::INFINITY.copysign(c);
    }
    let steps: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let shrinks = steps[3..].windows(2).all(|pair| pair[1] <= 0.5 * pair[0]);
    let rounding = 1e-12 * c.abs();
    if steps[5] <= rounding && steps[4] <= rounding {
        return rounded(c);
    }
    if !shrinks {
        return f64::NAN;
    }
    // Aitken's extrapolation of a geometric approach.
    let (first, last) = (b - a, c - b);
    let end = c - last * last / (last - first);
    if (end - c).abs() <= 1e-3 * c.abs().max(1e-3) { rounded(end) } else { f64::NAN }
}

/// A number without the digits that rounding has left in it.
fn rounded(x: f64) -> f64 {
    if x.abs() < 1e-8 {
        return 0.0;
    }
    let unit = 10f64.powi(8 - libm::floor(libm::log10(x.abs())) as i32);
    let near = (x * unit).round() / unit;
    if (near - x).abs() <= 1e-9 * x.abs() { near } else { x }
}

#[cfg(test)]
mod tests {
    use crate::activation::{ALL, Kind, by_id, typed};
    use crate::formula::parse::parse;

    #[test]
    fn limits_of_the_catalogue_are_found_in_its_typed_formulas() {
        let mut seen = 0;
        for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
            let (formula, p) = (parse(typed(act)).unwrap(), act.defaults());
            for sign in [-1.0, 1.0] {
                let end = f64::INFINITY * sign;
                let ((f, df), (own, slope)) = (formula.limits(sign, &p), act.eval(end, &p));
                let same =
                    |a: f64, b: f64| (a - b).abs() < 1e-9 || a == b || (a.is_nan() && b.is_nan());
                assert!(same(f, own), "{act:?} at {end}: {f}, {own}");
                assert!(same(df, slope), "{act:?}′ at {end}: {df}, {slope}");
                seen += 1;
            }
        }
        assert!(seen > 60 && by_id("sigmoid").is_some());
    }

    #[test]
    fn limits_that_the_arithmetic_of_infinity_does_not_give_are_found() {
        for (text, f, df) in [
            ("x/(1+abs(x))", 1.0, 0.0),
            ("(x+1)-x", 1.0, 0.0),
            ("x*exp(-x)", 0.0, 0.0),
            ("(2*x+1)/(3*x-5)", 2.0 / 3.0, 0.0),
            ("0.1*x/(0.3*x)", 1.0 / 3.0, 0.0), // but for the last bit the same everywhere
            ("x-ln(x)", f64::INFINITY, 1.0),
            ("sqrt(x^2+x)-x", 0.5, 0.0),
            ("sin(x)*x", f64::NAN, f64::NAN),
            ("x^2-x-1e306", f64::NAN, f64::INFINITY),
            ("x+sin(x)", f64::INFINITY, f64::NAN),
        ] {
            let got = parse(text).unwrap().limits(1.0, &[]);
            let same =
                |a: f64, b: f64| a == b || (a - b).abs() < 1e-6 || (a.is_nan() && b.is_nan());
            assert!(same(got.1, df), "{text}: {got:?}");
            // The sum of ∞ and NaN is NaN: nothing is found there.
            assert!(same(got.0, f) || (text == "x+sin(x)" && got.0.is_nan()), "{text}: {got:?}");
        }
    }
}
