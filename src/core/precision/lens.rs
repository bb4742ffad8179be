//! A formula in a format against its exact value at an x: the error in units of the last place, and
//! what is wrong with the value.

use super::exact::{exact, ulps};
use super::format::Format;
use super::wide::Wide;
use super::written::{Event, written};
use crate::formula::tree::Formula;

/// What a formula is measured with.
#[derive(Clone, Copy)]
pub enum Reference<'a> {
    /// Its own exact value.
    Own,
    /// Another formula of the same function, whose exact value is known where its own is not.
    Formula(&'a Formula),
}

/// A formula in a format, with what it is measured with.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The formula as it is written.
    pub formula: &'a Formula,
    /// What it is measured with.
    pub reference: Reference<'a>,
    /// The values of its parameters.
    pub p: &'a [f64],
    /// The format.
    pub format: Format,
}

/// A point of the error over x.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The input, a number of the format.
    pub x: f64,
    /// The value of the formula as written.
    pub value: f64,
    /// The exact value, as far as float64 has it.
    pub exact: f64,
    /// The distance in units of the last place; `None` where the exact value is not known well enough.
    pub ulps: Option<f64>,
    /// The first thing that went wrong on the way.
    pub event: Option<Event>,
}

/// The kinds of wrong values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// ±∞ where the exact value is a number of the format.
    Infinite,
    /// 0 where the exact value is not.
    Zero,
    /// NaN where the exact value is a number.
    NotANumber,
    /// Not a digit is right: an error of half the value and more.
    NoDigit,
    /// Less than half of the digits are right.
    FewDigits,
}

impl Lens<'_> {
    /// The point at the number of the format that is nearest to `x`.
    #[must_use]
    pub fn point(&self, x: f64) -> Point {
        let x = self.format.round(x);
        let result = written(self.formula, x, self.p, self.format);
        let exact = self.exact(x);
        let known = exact.error() < 0.01;
        Point {
            x,
            value: result.value,
            exact: if known { exact.value() } else { f64::NAN },
            ulps: ulps(result.value, exact, self.format),
            event: result.events.first().map(|(_, event)| *event),
        }
    }

    fn exact(&self, x: f64) -> Wide {
        match self.reference {
            Reference::Own => exact(self.formula, x, self.p),
            Reference::Formula(formula) => exact(formula, x, self.p),
        }
    }

    /// The fault at a number of the format, `Some(None)` if there is none, and `None` where the exact
    /// value is not known well enough to say so.
    #[must_use]
    pub fn fault(&self, x: f64) -> Option<Option<Fault>> {
        let point = self.point(x);
        let error = point.ulps?;
        if error <= 1.0 {
            return Some(None);
        }
        if point.value.is_nan() {
            return Some(Some(Fault::NotANumber));
        }
        if point.value.is_infinite() {
            return Some(Some(Fault::Infinite));
        }
        // Below the smallest normal number every format has but some digits.
        if point.exact.abs() < libm::ldexp(1.0, self.format.least_exponent()) {
            return Some(None);
        }
        let digits = self.format.digits();
        let size = point.exact.abs() / self.format.ulp(point.exact);
        Some(if point.value == 0.0 {
            Some(Fault::Zero)
        } else if error >= 0.5 * size {
            Some(Fault::NoDigit)
        } else {
            (error >= libm::ldexp(1.0, digits - digits / 2)).then_some(Fault::FewDigits)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    #[test]
    fn a_point_tells_its_error_and_what_caused_it() {
        let formula = parse("x/2*(1+erf(x/sqrt(2)))").unwrap();
        let lens =
            Lens { formula: &formula, reference: Reference::Own, p: &[], format: Format::Float64 };
        let point = lens.point(-8.0);
        let left = 53 + libm::ilogb(1.0 + libm::erf(-8.0 / 2f64.sqrt()));
        assert_eq!(point.event, Some(Event::Cancellation { left }), "{point:?}");
        assert!(point.ulps.is_some_and(|ulps| ulps > 1e13), "{point:?}");
        assert_eq!(lens.fault(-9.0), Some(Some(Fault::Zero)));
        assert_eq!(lens.fault(3.0), Some(None));
        assert_eq!(lens.fault(-40.0), None, "its own exact value is lost too");
    }
}
