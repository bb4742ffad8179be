//! Four f32 in a register of 128 bits: the numbers that networks train with.

use super::exp;
use super::lane::Lane;
use super::sin;
use wide::f32x4;

impl Lane for f32x4 {
    type Real = f32;

    const LANES: usize = 4;

    #[inline]
    fn splat(x: f32) -> Self {
        f32x4::splat(x)
    }

    #[inline]
    fn from_fn(at: impl FnMut(usize) -> f32) -> Self {
        f32x4::new(std::array::from_fn(at))
    }

    #[inline]
    fn lane(self, at: usize) -> f32 {
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
        f32x4::any(self)
    }

    #[inline]
    fn magnitude(self) -> Self {
        self.abs()
    }

    #[inline]
    fn with_sign(self, sign: Self) -> Self {
        let bit = f32x4::splat(-0.0);
        self.abs() | (sign & bit)
    }

    #[inline]
    fn exponential(self) -> Self {
        exp::exp(self)
    }

    #[inline]
    fn exponential_pair(self) -> (Self, Self) {
        exp::exp_pair(self)
    }

    #[inline]
    fn log_1p_unit(self) -> Self {
        exp::log_1p_unit(self)
    }

    #[inline]
    fn normal_tail(self, bell: Self) -> Self {
        exp::normal_tail(self, bell)
    }

    #[inline]
    fn sin_cos_product(self, omega: f64) -> (Self, Self) {
        sin::sin_cos_product(omega, self)
    }

    // In the order of `sum`, all four at once.
    #[inline]
    fn sums(registers: [Self; 4]) -> [f32; 4] {
        let [a, b, c, d] = f32x4::transpose(registers);
        (((a + b) + c) + d).to_array()
    }
}
