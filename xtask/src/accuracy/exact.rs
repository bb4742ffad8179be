//! Reference values to more digits than an f64 has.

use std::iter::{once, repeat_n};

/// A decimal number as the sum of the nearest f64 and the remainder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    /// The number, correctly rounded.
    pub(super) hi: f64,
    /// The rest, right to about 2⁻⁴⁰ ulp of `hi`.
    lo: f64,
}

impl Exact {
    /// Reads a number of up to 38 digits like "-1.25e-7"; beyond the f64 range it is infinite.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let hi: f64 = text.parse().ok()?;
        if hi == 0.0 || !hi.is_finite() {
            return Some(Self { hi, lo: 0.0 });
        }
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let fraction = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction).ok()?;
        let digits: u128 = mantissa.replace(['-', '+', '.'], "").parse().ok()?;
        // Large numbers at a smaller scale, so that the largest does not round to infinity on the
        // way.
        let scale = if exponent > 0 { 2f64.powi(-60) } else { 1.0 };
        let (high, low) = pair(digits);
        let sum = scaled((high * scale, low * scale), exponent);
        let lo = ((sum.0 - hi.abs() * scale) + sum.1) / scale;
        Some(Self { hi, lo: lo * hi.signum() })
    }

    /// The distance from the nearest f64 to the next one away from 0; at the largest, to the one
    /// before.
    pub(super) fn ulp(self) -> f64 {
        let size = self.hi.abs();
        if size == f64::MAX { size - size.next_down() } else { size.next_up() - size }
    }

    /// |got − self|: `got − hi` is exact wherever the two are close.
    pub(super) fn distance(self, got: f64) -> f64 {
        ((got - self.hi) - self.lo).abs()
    }
}

/// An integer as a sum of two f64; exact below 2¹⁰⁶.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the loss is the second part"
)]
#[expect(clippy::cast_possible_truncation, reason = "a u128 rounded is a u128, or 2¹²⁸ saturated")]
fn pair(n: u128) -> (f64, f64) {
    let hi = n as f64;
    let above = (hi as u128) > n;
    let rest = (hi as u128).abs_diff(n) as f64;
    (hi, if above { -rest } else { rest })
}

/// `sum·10^exponent`, in steps of the largest power of ten that is an f64 exactly.
fn scaled(mut sum: (f64, f64), exponent: i32) -> (f64, f64) {
    let whole = usize::try_from(exponent.unsigned_abs() / 22).unwrap_or(usize::MAX);
    let rest = (0..exponent.unsigned_abs() % 22).fold(1.0, |power, _| power * 10.0);
    for power in repeat_n(1e22, whole).chain(once(rest)) {
        let (hi, lo) = if exponent < 0 {
            let hi = sum.0 / power;
            (hi, ((-hi).mul_add(power, sum.0) + sum.1) / power)
        } else {
            let hi = sum.0 * power;
            (hi, sum.0.mul_add(power, -hi) + sum.1 * power)
        };
        let high = hi + lo;
        sum = (high, lo - (high - hi));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rust prints and reads any number of digits exactly: an f64 printed to 25 of them leaves
    /// out less than half of the last one.
    #[test]
    fn what_an_f64_is_leaves_nothing_out() {
        for k in -290..300 {
            let x = 1.234_567_890_123_4 * 10f64.powi(k);
            let exact = Exact::parse(&format!("{x:.24e}"));
            assert!(exact.is_some_and(|e| e.hi == x && e.lo.abs() < 1e-8 * e.ulp()), "{exact:?}");
            let exact = Exact::parse(&format!("{:.24e}", -x));
            assert!(exact.is_some_and(|e| e.distance(x) == 2.0 * x), "{exact:?}");
        }
    }

    /// `x` plus a fraction of its ulp, which is a decimal number of its own below 2⁸⁶.
    #[test]
    fn what_is_left_out_is_known() {
        for k in 55..80u32 {
            let (x, step) = ((1u128 << k) + (1 << (k - 1)), 1u128 << (k - 52));
            for eighth in [1, 2, 3, 5] {
                let text = (x + step * eighth / 8).to_string();
                let exact = Exact::parse(&text);
                let error = exact.map(|e| e.distance(x as f64) / step as f64);
                assert_eq!(error, Some((step * eighth / 8) as f64 / step as f64), "{text}");
            }
        }
    }

    #[test]
    fn a_constant_of_known_digits() {
        // π − f64(π), as every table of argument reduction has it.
        let pi = Exact::parse("3.14159265358979323846264338327950288");
        let error = pi.map(|pi| pi.distance(std::f64::consts::PI));
        assert!(
            error.is_some_and(|e| (e - 1.224_646_799_147_353_2e-16).abs() < 1e-31),
            "{error:?}"
        );
    }

    #[test]
    fn ends_of_the_range() {
        let max = Exact::parse(&format!("{:.24e}", f64::MAX));
        assert!(max.is_some_and(|e| e.distance(f64::MAX) < 1e-8 * e.ulp()), "{max:?}");
        assert!(Exact::parse("1.0e400").is_some_and(|e| e.hi.is_infinite()));
        assert!(Exact::parse("-0").is_some_and(|e| e.distance(0.0) == 0.0));
        assert!(Exact::parse("f").is_none());
        assert!(Exact::parse("").is_none());
    }
}
