//! The element of a lane: f32 or f64.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A floating-point type.
pub trait Real:
    Copy
    + Debug
    + Default
    + PartialOrd
    + Send
    + Sync
    + 'static
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
{
    /// The number nearest to `x`.
    fn of(x: f64) -> Self;

    /// The same number as f64.
    fn wide(self) -> f64;

    /// The square root, correctly rounded; NaN below 0.
    #[must_use]
    fn root(self) -> Self;
}

macro_rules! real {
    ($($type:ty)*) => {
        $(impl Real for $type {
            #[inline]
            fn of(x: f64) -> Self {
                x as Self
            }

            #[inline]
            fn wide(self) -> f64 {
                f64::from(self)
            }

            #[inline]
            fn root(self) -> Self {
                self.sqrt()
            }
        })*
    };
}

real!(f32 f64);
