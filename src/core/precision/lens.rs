//! A formula in a format against its exact value over x: the error in units of the last place, and the
//! ranges in which it overflows, vanishes, is NaN or has no right digit.

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

/// A range of numbers of the format, ends included, at which a formula has a fault.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The fault.
    pub fault: Fault,
    /// The smallest x; −∞ if it goes on to the end of the search, or as far as anything is known.
    pub from: f64,
    /// The largest x; ∞ likewise.
    pub to: f64,
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

    /// The ranges with faults, from left to right, with ends that are neighbours of numbers without
    /// the fault. Ranges narrower than the steps of the search, a sixteenth near 0 and a quarter of
    /// x further out, may be missed. Digits come and go with the luck of rounding: ranges with few of
    /// them that are near each other are one.
    #[must_use]
    pub fn faults(&self) -> Vec<Range> {
        let places = self.places();
        let found: Vec<Option<Option<Fault>>> = places.iter().map(|x| self.fault(*x)).collect();
        let mut ranges: Vec<Range> = Vec::new();
        for (i, fault) in found.iter().enumerate() {
            let before = i.checked_sub(1).and_then(|i| found[i]);
            if i > 0 && *fault == before {
                continue;
            }
            // A border between two places: the last number with what was before.
            let border = (i > 0).then(|| self.border(places[i - 1], places[i], before));
            if let (Some(Some(_)), Some(last), Some(range)) = (before, border, ranges.last_mut()) {
                // What nothing is known about on to the end goes on.
                let nothing_more = found[i..].iter().all(Option::is_none);
                range.to = if nothing_more { f64::INFINITY } else { last };
            }
            if let Some(Some(fault)) = *fault {
                let nothing_before = found[..i].iter().all(Option::is_none);
                let from = border.filter(|_| !nothing_before);
                let from = from.map_or(f64::NEG_INFINITY, |last| self.next(last));
                ranges.push(Range { fault, from, to: f64::INFINITY });
            }
        }
        let mut merged: Vec<Range> = Vec::new();
        for range in ranges {
            match merged.last_mut() {
                Some(last)
                    if last.fault == range.fault
                        && range.fault == Fault::FewDigits
                        && range.from - last.to <= 0.25 * range.from.abs() =>
                {
                    last.to = range.to;
                }
                _ => merged.push(range),
            }
        }
        merged
    }

    /// The places of the search, numbers of the format from −2²⁹, or its most negative, to 2²⁹, or its
    /// largest: beyond, exponentials are larger than any number that is known.
    fn places(&self) -> Vec<f64> {
        let largest = self.format.largest().min(libm::ldexp(1.0, 29));
        let mut right: Vec<f64> = (1..512).map(|i| f64::from(i) / 16.0).collect();
        let mut x = 32.0;
        while x < largest {
            right.push(x);
            x *= if x < 2000.0 { 1.25 } else { 16.0 };
        }
        right.push(largest);
        let tiny = (1..=20).map(|i| libm::ldexp(1.0, -3 * i)).filter(|x| *x < 1.0 / 16.0);
        right.extend(tiny.filter(|x| *x > self.format.smallest()));
        let mut places: Vec<f64> =
            right.iter().flat_map(|x| [self.format.round(*x), -self.format.round(*x)]).collect();
        places.push(0.0);
        places.sort_by(f64::total_cmp);
        places.dedup();
        places
    }

    /// The last number of the format between two that has the fault which the first one has.
    fn border(&self, low: f64, high: f64, fault: Option<Option<Fault>>) -> f64 {
        let (mut low, mut high) = (low, high);
        loop {
            let middle = self.format.round(low + 0.5 * (high - low));
            if middle <= low || middle >= high {
                return low;
            }
            if self.fault(middle) == fault { low = middle } else { high = middle }
        }
    }

    /// The next number of the format.
    fn next(&self, x: f64) -> f64 {
        let step = self.format.ulp(x);
        let next = self.format.round(x + step);
        // Below a power of two the numbers are half as far apart towards 0.
        let half = self.format.round(x + 0.5 * step);
        if half > x { half } else { next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    fn faults(text: &str, other: Option<&str>, format: Format) -> Vec<Range> {
        let (formula, other) = (parse(text).unwrap(), other.map(|text| parse(text).unwrap()));
        let reference = other.as_ref().map_or(Reference::Own, Reference::Formula);
        Lens { formula: &formula, reference, p: &[], format }.faults()
    }

    /// The range of a fault that reaches to an end of the line.
    fn outer(ranges: &[Range], fault: Fault) -> Vec<(f64, f64)> {
        ranges.iter().filter(|range| range.fault == fault).map(|r| (r.from, r.to)).collect()
    }

    /// Overflow and the lost tail are where the exponents and digits of the formats end.
    #[test]
    fn softplus_of_the_textbook_breaks_where_its_parts_do() {
        for format in Format::ALL {
            let ranges = faults("ln(1+exp(x))", None, format);
            let infinite = outer(&ranges, Fault::Infinite);
            // e^x is ∞ from half an ulp beyond the largest number on.
            let ends = libm::log(format.largest()) + libm::ldexp(0.5, -format.digits());
            let [(from, to)] = infinite[..] else { panic!("{format:?}: {ranges:?}") };
            assert!(to.is_infinite() && (from - ends).abs() <= 2.0 * format.ulp(ends), "{from}");
            // 1 + e^x is 1 up to half an ulp of 1.
            let tail = -libm::log(2.0) * f64::from(format.digits());
            let zero = outer(&ranges, Fault::Zero);
            let [(from, to)] = zero[..] else { panic!("{format:?}: {ranges:?}") };
            // In float16 the function itself is soon below the normal numbers.
            let subnormal = libm::log(2.0) * f64::from(format.least_exponent());
            let wide = from == f64::NEG_INFINITY || (from - subnormal).abs() < 0.01;
            assert!(wide, "{format:?}: {from}");
            assert!((to - tail).abs() <= 2.0 * format.ulp(tail), "{format:?}: {to} {tail}");
        }
    }

    #[test]
    fn the_stable_softplus_breaks_nowhere() {
        for format in Format::ALL {
            let ranges = faults("max(x,0)+log1p(exp(-abs(x)))", None, format);
            assert_eq!(ranges, [], "{format:?}");
        }
    }

    #[test]
    fn a_quotient_of_infinities_is_nan_and_a_difference_loses_its_digits() {
        let nan = outer(&faults("exp(x)/(1+exp(x))", None, Format::Float32), Fault::NotANumber);
        let [(from, to)] = nan[..] else { panic!("{nan:?}") };
        assert!(to.is_infinite() && (from - 88.722_84).abs() < 1e-4, "{from}");
        let lost = faults("x-tanh(x)", None, Format::Float32);
        // tanh x is x as soon as x³/3 is less than half an ulp of x.
        let end = (3.0 * libm::ldexp(1.0, -25)).sqrt();
        let zero = outer(&lost, Fault::Zero);
        assert_eq!(zero.len(), 2, "{lost:?}");
        for end_found in [-zero[0].0, zero[1].1] {
            assert!(end_found > end / 1.5 && end_found < end * 1.5, "{end_found} {end}");
        }
    }

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
