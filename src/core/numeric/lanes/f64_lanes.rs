//! Two f64 in a register of 128 bits: the numbers that check the engine, with `libm`'s functions.

use super::lane::Lane;
use crate::numeric::elementary::sin_cos_product;
use wide::f64x2;

/// A function of one number, lane by lane.
#[inline]
fn map(x: f64x2, function: fn(f64) -> f64) -> f64x2 {
    f64x2::new(x.to_array().map(function))
}

impl Lane for f64x2 {
    type Real = f64;

    const LANES: usize = 2;

    #[inline]
    fn splat(x: f64) -> Self {
        f64x2::splat(x)
    }

    #[inline]
    fn from_fn(at: impl FnMut(usize) -> f64) -> Self {
        f64x2::new(std::array::from_fn(at))
    }

    #[inline]
    fn lane(self, at: usize) -> f64 {
        self.to_array()[at]
    }

    #[inline]
    fn above(self, other: Self) -> Self {
        self.simd_gt(other)
    }

    #[inline]
    fn at_most(self, other: Self) -> Self {
        self.simd_le(other)
    }

    #[inline]
    fn equals(self, other: Self) -> Self {
        self.simd_eq(other)
    }

    #[inline]
    fn both(self, other: Self) -> Self {
        self & other
    }

    #[inline]
    fn pick(self, yes: Self, no: Self) -> Self {
        self.select(yes, no)
    }

    #[inline]
    fn any(self) -> bool {
        f64x2::any(self)
    }

    #[inline]
    fn magnitude(self) -> Self {
        self.abs()
    }

    #[inline]
    fn with_sign(self, sign: Self) -> Self {
        let bit = f64x2::splat(-0.0);
        self.abs() | (sign & bit)
    }

    #[inline]
    fn exponential(self) -> Self {
        map(self, libm::exp)
    }

    #[inline]
    fn exponential_pair(self) -> (Self, Self) {
        (map(self, libm::exp), map(self, libm::expm1))
    }

    #[inline]
    fn log_1p_unit(self) -> Self {
        map(self, libm::log1p)
    }

    #[inline]
    fn normal_tail(self, _: Self) -> Self {
        map(self, |x| 0.5 * libm::erfc(x * std::f64::consts::FRAC_1_SQRT_2))
    }

    #[inline]
    fn sin_cos_product(self, omega: f64) -> (Self, Self) {
        self.each(|x| sin_cos_product(omega, x))
    }
}
