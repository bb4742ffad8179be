//! Numbers of 106 bits with an exponent of their own and a bound of their error: what float64 is
//! measured with.
//!
//! A number is an unevaluated sum of two doubles ("double-double": Dekker 1971; Hida, Li & Bailey 2001)
//! times a power of two, so that e¹⁰⁰⁰ and e⁻¹⁰⁰⁰ are numbers too. The error bound is relative and grows
//! with every operation; a difference that cancels is known to be less sure.

/// The relative error that an operation adds at most.
const UNIT: f64 = 4.0 / (1u128 << 104) as f64;
/// Exponents end here, where every format has long ended.
const END: i64 = 1 << 32;

/// `(hi + lo)·2^exponent`, with 1 ≤ |hi| < 2, or 0.
#[derive(Clone, Copy, Debug)]
pub struct Wide {
    hi: f64,
    lo: f64,
    exponent: i64,
    /// The bound of the relative error: 0 for exact numbers, ∞ where nothing is known.
    error: f64,
}

/// A sum of two doubles, exactly.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    let part = s - a;
    (s, (a - (s - part)) + (b - part))
}

/// A product of two doubles, exactly.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let p = a * b;
    (p, libm::fma(a, b, -p))
}

impl Wide {
    /// 0.
    pub const ZERO: Self = Self { hi: 0.0, lo: 0.0, exponent: 0, error: 0.0 };
    /// A number about which nothing is known.
    pub const UNKNOWN: Self = Self { hi: 1.0, lo: 0.0, exponent: 0, error: f64::INFINITY };

    /// A double, exactly; unknown if it is not finite.
    #[must_use]
    pub fn new(x: f64) -> Self {
        if x.is_finite() { Self::sum(x, 0.0, 0, 0.0) } else { Self::UNKNOWN }
    }

    /// A constant given as the sum of two doubles, as near to it as that can be.
    #[must_use]
    pub fn constant(hi: f64, lo: f64) -> Self {
        Self::sum(hi, lo, 0, UNIT)
    }

    /// `(hi + lo)·2^exponent`, brought to its own form.
    fn sum(hi: f64, lo: f64, exponent: i64, error: f64) -> Self {
        let (hi, lo) = two_sum(hi, lo);
        if hi == 0.0 {
            return Self { error, ..Self::ZERO };
        }
        if !hi.is_finite() {
            return Self::UNKNOWN;
        }
        let shift = libm::ilogb(hi);
        let exponent = exponent + i64::from(shift);
        let error = if exponent.abs() > END { f64::INFINITY } else { error };
        Self {
            hi: libm::ldexp(hi, -shift),
            lo: libm::ldexp(lo, -shift),
            exponent: exponent.clamp(-END, END),
            error,
        }
    }

    /// The double nearest to it; ±∞ or 0 beyond their range.
    #[must_use]
    pub fn value(self) -> f64 {
        libm::ldexp(self.hi + self.lo, self.exponent.clamp(-5000, 5000) as i32)
    }

    /// The exponent of its leading bit; a very small one for 0.
    #[must_use]
    pub const fn exponent(self) -> i64 {
        if self.hi == 0.0 { -END } else { self.exponent }
    }

    /// The bound of its relative error.
    #[must_use]
    pub const fn error(self) -> f64 {
        self.error
    }

    /// The same number with another error added.
    #[must_use]
    pub fn with_error(self, error: f64) -> Self {
        // Of NaN nothing is known.
        let error = self.error + error;
        Self { error: if error.is_nan() { f64::INFINITY } else { error }, ..self }
    }

    /// −1, 0 or 1; `None` if its error leaves that open.
    #[must_use]
    pub fn sign(self) -> Option<i32> {
        if self.error >= 0.5 || (self.hi == 0.0 && self.error > 0.0) {
            return None;
        }
        Some(if self.hi == 0.0 { 0 } else { self.hi.signum() as i32 })
    }

    /// The number times a power of two.
    #[must_use]
    pub fn shifted(self, by: i64) -> Self {
        Self::sum(self.hi, self.lo, self.exponent.saturating_add(by), self.error)
    }

    /// The square root, unknown of negative numbers.
    #[must_use]
    pub fn sqrt(self) -> Self {
        match self.sign() {
            Some(0) => Self::ZERO,
            Some(1) => {
                let odd = self.exponent.rem_euclid(2);
                let inside = Self { exponent: odd, ..self };
                let near = Self::new(inside.value().sqrt());
                // Newton: (s + a/s)/2
                let root = (near + inside / near).shifted(-1);
                Self { error: 0.5 * self.error + UNIT, ..root }.shifted((self.exponent - odd) / 2)
            }
            _ => Self::UNKNOWN,
        }
    }
}

impl std::ops::Neg for Wide {
    type Output = Self;

    fn neg(self) -> Self {
        Self { hi: -self.hi, lo: -self.lo, ..self }
    }
}

impl std::ops::Add for Wide {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (a, b) =
            if self.exponent() >= other.exponent() { (self, other) } else { (other, self) };
        if b.hi == 0.0 {
            // Of a 0 that is not exact the size is unknown.
            return if b.error > 0.0 { Self::UNKNOWN } else { a };
        }
        let apart = a.exponent - b.exponent;
        if apart > 300 {
            return a.with_error(UNIT);
        }
        let (bh, bl) = (libm::ldexp(b.hi, -apart as i32), libm::ldexp(b.lo, -apart as i32));
        let (s, rest) = two_sum(a.hi, bh);
        let (t, last) = two_sum(a.lo, bl);
        let (s, rest) = two_sum(s, rest + t);
        let (hi, lo) = two_sum(s, rest + last);
        let sum = Self::sum(hi, lo, a.exponent, 0.0);
        let exact = a.lo == 0.0 && b.lo == 0.0 && a.error == 0.0 && b.error == 0.0;
        if exact {
            return sum;
        }
        let inherited = a.hi.abs() * a.error + bh.abs() * b.error;
        let error = if hi == 0.0 { f64::INFINITY } else { inherited / hi.abs() + UNIT };
        sum.with_error(error)
    }
}

impl std::ops::Sub for Wide {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl std::ops::Mul for Wide {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (hi, rest) = two_product(self.hi, other.hi);
        let exact = self.lo == 0.0 && other.lo == 0.0;
        let lo = rest + (self.hi * other.lo + self.lo * other.hi);
        let error = self.error + other.error + if exact { 0.0 } else { UNIT };
        // Exactly 0 times anything that is a number is 0.
        let zero = [self, other].iter().any(|x| x.hi == 0.0 && x.error == 0.0);
        let error = if zero && (self.error + other.error).is_finite() { 0.0 } else { error };
        Self::sum(hi, lo, self.exponent + other.exponent, error)
    }
}

impl std::ops::Div for Wide {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        if other.hi == 0.0 {
            return Self::UNKNOWN;
        }
        let first = self.hi / other.hi;
        let (p, rest) = two_product(first, other.hi);
        let left = (self.hi - p) - rest + self.lo - first * other.lo;
        let second = left / other.hi;
        let (hi, lo) = two_sum(first, second);
        let exact = self.hi == 0.0 && self.error == 0.0;
        let error =
            if exact && other.error.is_finite() { 0.0 } else { self.error + other.error + UNIT };
        Self::sum(hi, lo, self.exponent - other.exponent, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_have_a_hundred_bits() {
        let third = Wide::new(1.0) / Wide::new(3.0);
        let one = third * Wide::new(3.0) - Wide::new(1.0);
        assert!(one.exponent() < -100, "1/3·3 − 1 is about 2^{}", one.exponent());
        let root = Wide::new(2.0).sqrt();
        let two = root * root - Wide::new(2.0);
        assert!(two.exponent() < -99, "√2² − 2 is about 2^{}", two.exponent());
        let huge = Wide::new(1e300) * Wide::new(1e300) * Wide::new(1e-300) * Wide::new(1e-300);
        assert!((huge.value() - 1.0).abs() < 1e-15, "{huge:?}");
        assert_eq!((Wide::new(1e300) * Wide::new(1e300)).value(), f64::INFINITY);
        assert_eq!(Wide::new(9.0).shifted(-4000).sqrt().shifted(2000).value(), 3.0);
    }

    #[test]
    fn errors_are_bounded_and_grow_where_digits_cancel() {
        let exact = Wide::new(1.5) - Wide::new(1.25);
        assert_eq!((exact.value(), exact.error()), (0.25, 0.0));
        let third = Wide::new(1.0) / Wide::new(3.0);
        let close = third - Wide::new(1.0 / 3.0);
        assert!(close.error() > 1e-16 && close.error() < 1e-13, "{close:?}");
        assert_eq!((third - third).sign(), None, "nothing is left");
        assert_eq!(Wide::new(0.0).sign(), Some(0));
        assert_eq!(Wide::new(-1.0).sqrt().sign(), None);
        assert_eq!((Wide::new(1.0) / Wide::new(0.0)).sign(), None);
        assert_eq!((Wide::ZERO * third).sign(), Some(0));
    }
}
