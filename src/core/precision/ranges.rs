//! The ranges of x in which a formula in a format overflows, vanishes, is NaN, or has few right digits
//! or none.

use super::lens::{Fault, Lens};

/// The most borders between two places of the search.
const MOST_BORDERS: usize = 8;

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
    /// The ranges with faults, from left to right, with ends that are neighbours of numbers without
    /// the fault. Ranges narrower than the steps of the search, a sixteenth near 0 and a quarter of
    /// x further out, may be missed. Digits come and go with the luck of rounding: ranges with few of
    /// them that are near each other are one.
    #[must_use]
    pub fn faults(&self) -> Vec<Range> {
        let places = self.places();
        let found: Vec<Option<Option<Fault>>> = places.iter().map(|x| self.fault(*x)).collect();
        // The first number of each stretch with one answer, with that answer.
        let mut starts = vec![(f64::NEG_INFINITY, found[0])];
        for (pair, answers) in places.windows(2).zip(found.windows(2)) {
            let (mut low, mut answer) = (pair[0], answers[0]);
            // Between two places there may be more answers than theirs.
            for _ in 0..MOST_BORDERS {
                if answer == answers[1] {
                    break;
                }
                low = self.next(self.border(low, pair[1], answer));
                answer = self.fault(low);
                starts.push((low, answer));
            }
        }
        // What nothing is known about on to an end goes on as before.
        while starts.len() > 1 && starts.last().is_some_and(|(_, answer)| answer.is_none()) {
            starts.pop();
        }
        if starts.len() > 1 && starts[0].1.is_none() {
            starts.remove(0);
            starts[0].0 = f64::NEG_INFINITY;
        }
        let ends = starts.iter().skip(1).map(|(next, _)| self.before(*next));
        let ends = ends.chain([f64::INFINITY]);
        let ranges = starts.iter().zip(ends).filter_map(|((from, answer), to)| {
            answer.flatten().map(|fault| Range { fault, from: *from, to })
        });
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

    /// The number of the format before.
    fn before(&self, x: f64) -> f64 {
        -self.next(-x)
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
    use crate::precision::format::Format;
    use crate::precision::lens::Reference;

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

    /// To the right the exact value of the mirror image is soon unknown, and it is 0 all the same.
    #[test]
    fn ranges_go_on_where_nothing_more_is_known() {
        let zero = outer(&faults("ln(1+exp(-x))", None, Format::Float64), Fault::Zero);
        let [(from, to)] = zero[..] else { panic!("{zero:?}") };
        assert!(to == f64::INFINITY && (from - 53.0 * 2f64.ln()).abs() < 1e-13, "{from} {to}");
    }

    #[test]
    fn the_next_number_of_a_format_is_its_neighbour() {
        let formula = parse("x").unwrap();
        let next = |format, x| {
            Lens { formula: &formula, reference: Reference::Own, p: &[], format }.next(x)
        };
        for x in [0.0, 1.0, -1.0, -2.0, 1.5, -1.5, 1e-310, -1e300, 4.0] {
            assert_eq!(next(Format::Float64, x), x.next_up(), "{x}");
        }
        for x in [0.0f32, 1.0, -1.0, -2.0, 1e-40, -3.5] {
            assert_eq!(next(Format::Float32, f64::from(x)), f64::from(x.next_up()), "{x}");
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
}
