//! The arithmetic of a SIMD register of floats.

use super::real::Real;
use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// The most lanes of any type.
const WIDEST: usize = 4;

/// A register of [`LANES`](Self::LANES) numbers, on which every operation works number by number.
///
/// A comparison gives a mask, all bits of a lane set or none, which only
/// [`pick`](Self::pick), [`both`](Self::both) and [`any`](Self::any) take. Comparisons with NaN are
/// false.
pub trait Lane:
    Copy
    + Debug
    + Send
    + Sync
    + 'static
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
{
    /// The type of one number.
    type Real: Real;

    /// How many numbers there are.
    const LANES: usize;

    /// `x` in every lane.
    #[must_use]
    fn splat(x: Self::Real) -> Self;

    /// The numbers that `at` gives for the lanes 0, 1, ….
    #[must_use]
    fn from_fn(at: impl FnMut(usize) -> Self::Real) -> Self;

    /// The number in a lane below [`LANES`](Self::LANES).
    #[must_use]
    fn lane(self, at: usize) -> Self::Real;

    /// The mask of `self > other`.
    #[must_use]
    fn above(self, other: Self) -> Self;

    /// The mask of `self ≤ other`.
    #[must_use]
    fn at_most(self, other: Self) -> Self;

    /// The mask of `self == other`.
    #[must_use]
    fn equals(self, other: Self) -> Self;

    /// The mask of both masks.
    #[must_use]
    fn both(self, other: Self) -> Self;

    /// `yes` where this mask is set, `no` elsewhere.
    #[must_use]
    fn pick(self, yes: Self, no: Self) -> Self;

    /// Whether this mask is set in some lane.
    #[must_use]
    fn any(self) -> bool;

    /// `|self|`.
    #[must_use]
    fn magnitude(self) -> Self;

    /// `|self|` with the sign of `sign`, −0 and NaN included.
    #[must_use]
    fn with_sign(self, sign: Self) -> Self;

    /// The natural exponential e^x: 0 at −∞, ∞ at ∞, NaN for NaN.
    #[must_use]
    fn exponential(self) -> Self;

    /// `(e^x, e^x − 1)` for x ≤ 0, the second without cancellation at 0: NaN for NaN; e^x may stop at
    /// the smallest normal number.
    #[must_use]
    fn exponential_pair(self) -> (Self, Self);

    /// ln(1 + x) for 0 ≤ x ≤ 1 without cancellation at 0, 0 at 0; NaN for NaN.
    #[must_use]
    fn log_1p_unit(self) -> Self;

    /// 1 − Φ(x), the upper tail of the normal distribution, for x ≥ 0, given `bell` = e^(−x²/2); NaN for
    /// NaN.
    #[must_use]
    fn normal_tail(self, bell: Self) -> Self;

    /// `(sin ωx, cos ωx)` for |ωx| ≤ 10⁶, whose product is not rounded to a lane's number first; NaN
    /// for NaN.
    #[must_use]
    fn sin_cos_product(self, omega: f64) -> (Self, Self);

    /// `x`, rounded, in every lane.
    #[inline]
    #[must_use]
    fn of(x: f64) -> Self {
        Self::splat(Self::Real::of(x))
    }

    /// 0 in every lane.
    #[inline]
    #[must_use]
    fn zero() -> Self {
        Self::splat(Self::Real::default())
    }

    /// The larger of two numbers, `other` where one is NaN.
    #[inline]
    #[must_use]
    fn larger(self, other: Self) -> Self {
        self.above(other).pick(self, other)
    }

    /// The smaller of two numbers, `self` where one is NaN.
    #[inline]
    #[must_use]
    fn smaller(self, other: Self) -> Self {
        self.above(other).pick(other, self)
    }

    /// The end of `[low, high]` that the number is beyond, else the number; NaN stays NaN.
    #[inline]
    #[must_use]
    fn within(self, low: f64, high: f64) -> Self {
        let (low, high) = (Self::of(low), Self::of(high));
        low.above(self).pick(low, self.above(high).pick(high, self))
    }

    /// The sum over the lanes, in their order.
    #[inline]
    #[must_use]
    fn sum(self) -> Self::Real {
        let mut sum = self.lane(0);
        for at in 1..Self::LANES {
            sum += self.lane(at);
        }
        sum
    }

    /// The [`sum`](Self::sum) of each of four registers.
    #[inline]
    #[must_use]
    fn sums(registers: [Self; 4]) -> [Self::Real; 4] {
        registers.map(Self::sum)
    }

    /// The two numbers that an f64 function gives for each lane.
    #[inline]
    #[must_use]
    fn each(self, function: impl Fn(f64) -> (f64, f64)) -> (Self, Self) {
        let mut seconds = [Self::Real::default(); WIDEST];
        let first = Self::from_fn(|at| {
            let (f, df) = function(self.lane(at).wide());
            seconds[at] = Self::Real::of(df);
            Self::Real::of(f)
        });
        (first, Self::from_fn(|at| seconds[at]))
    }
}
