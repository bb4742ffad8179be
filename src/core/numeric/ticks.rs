//! The ticks of an axis: their places and their labels.

use super::format::superscript;

/// The most ticks on an axis, whatever is asked for.
const MOST: usize = 100;
/// Labels with more digits than this, or with [`MANTISSA`] and a power of ten, are too long.
const DIGITS: usize = 6;
/// Digits in front of a power of ten.
const MANTISSA: usize = 4;

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Position in data units.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// Ticks at multiples of 1, 2 or 5 times a power of ten, about `wanted` of them in `[min, max]` and
/// at most 100.
///
/// Labels are exact, all different, and of one notation on an axis: plain numbers; numbers with a
/// common power of ten below 10⁻⁵ and from 10⁶ on (`1.5×10⁻⁹`, so that neighbours compare at a
/// glance); or, where that would take too many digits because the window is far from 0, the
/// roundest mark in full and the others by what is to be added to it: `…−0.2`, `1×10⁶`, `…+0.2`.
///
/// Empty for anything but a proper interval of finite numbers, and for one so narrow, or so close
/// to the smallest numbers, that f64 cannot tell ticks apart.
#[must_use]
pub fn ticks(min: f64, max: f64, wanted: usize) -> Vec<Tick> {
    let span = max - min;
    if !(span > 0.0 && span.is_finite()) || wanted == 0 {
        return Vec::new();
    }
    let largest = min.abs().max(max.abs());
    // Ticks are at least a few roundings apart.
    let step = (span / wanted.min(MOST) as f64).max(4.0 * (largest.next_up() - largest));
    let (digit, power) = nice_step(step);
    let step = times_power(digit as f64, power);
    if !step.is_normal() {
        return Vec::new();
    }
    // In units of 10^power: whole numbers, below 2⁵⁴ because of the least step.
    let (first, last) = ((min / step).floor() as i64, (max / step).ceil() as i64);
    let marks: Vec<i64> = (first..=last)
        .map(|multiple| multiple * digit)
        .filter(|n| (min..=max).contains(&times_power(*n as f64, power)))
        .collect();
    let mark = |n: &i64, label| Tick { at: times_power(*n as f64, power), label };
    let notation = Notation::of(&marks, power);
    if !notation.is_long() {
        return marks.iter().map(|n| mark(n, notation.write(*n))).collect();
    }
    let roundest = marks.iter().copied().max_by_key(|n| zeros(*n)).unwrap_or_default();
    let from_there: Vec<i64> = marks.iter().map(|n| n - roundest).collect();
    let notation = Notation::of(&from_there, power);
    let label = |distance: &i64| match distance {
        0 => alone(roundest, power),
        d if *d > 0 => format!("…+{}", notation.write(*d)),
        d => format!("…{}", notation.write(*d)),
    };
    marks.iter().zip(&from_there).map(|(n, distance)| mark(n, label(distance))).collect()
}

/// The width of the widest label, in font sizes.
#[must_use]
pub fn widest(ticks: &[Tick]) -> f64 {
    ticks.iter().map(|tick| width(&tick.label)).fold(0.0, f64::max)
}

/// The width of a label, in font sizes: as in DejaVu Sans, of systems' own fonts the widest by far.
#[must_use]
pub fn width(label: &str) -> f64 {
    let one = |c: char| match c {
        '.' => 0.32,
        '−' | '×' | '+' => 0.84,
        '…' => 1.0,
        '⁻' => 0.53,
        c if c.is_ascii() => 0.64,
        _ => 0.41, // a digit or a sign of an exponent
    };
    label.chars().map(one).sum()
}

/// The step nearest above `raw`, as a digit and a power of ten.
fn nice_step(raw: f64) -> (i64, i32) {
    let power = raw.log10().floor() as i32;
    let fraction = raw / times_power(1.0, power);
    match fraction {
        f if f <= 1.0 => (1, power),
        f if f <= 2.0 => (2, power),
        f if f <= 5.0 => (5, power),
        _ => (1, power + 1),
    }
}

/// `x`·10^`power`, correctly rounded for powers up to 22.
fn times_power(x: f64, power: i32) -> f64 {
    if power < 0 { x / 10f64.powi(-power) } else { x * 10f64.powi(power) }
}

/// The notation of whole multiples of a power of ten.
struct Notation {
    /// The power of ten that they are multiples of.
    power: i32,
    /// The power of ten that is written out after each, 0 for none.
    written: i32,
    /// The number of digits of the longest.
    digits: usize,
}

impl Notation {
    /// One notation for all `numbers` of 10^`power`.
    fn of(numbers: &[i64], power: i32) -> Self {
        let largest = numbers.iter().map(|n| n.unsigned_abs()).max().unwrap_or_default();
        let digits = largest.to_string().len();
        let exponent = digits as i32 - 1 + power;
        let plain = exponent < 6 && power > -6;
        Self { power, written: if plain { 0 } else { exponent }, digits }
    }

    fn is_long(&self) -> bool {
        self.digits > if self.written == 0 { DIGITS } else { MANTISSA }
    }

    /// `n`·10^power.
    fn write(&self, n: i64) -> String {
        let number = plain(n, self.power - self.written);
        if n == 0 || self.written == 0 {
            return number;
        }
        format!("{number}×10{}", superscript(self.written))
    }
}

/// `n`·10^`power` by itself, in the shorter of two forms.
fn alone(n: i64, power: i32) -> String {
    let zeros = zeros(n);
    let (n, power) = (n / 10_i64.pow(zeros), power + zeros as i32);
    let digits = n.unsigned_abs().to_string().len() as i32;
    let written = digits - 1 + power;
    let scientific = Notation { power, written, digits: digits as usize }.write(n);
    let plain = if written.abs() < 20 { plain(n, power) } else { return scientific };
    if scientific.chars().count() < plain.chars().count() { scientific } else { plain }
}

/// `n`·10^`power` with a true minus sign and without a power of ten; a whole number without decimals.
fn plain(mut n: i64, mut power: i32) -> String {
    if n == 0 {
        return "0".into();
    }
    let whole = 10_i64.checked_pow((-power).max(0) as u32);
    if let Some(whole) = whole.filter(|whole| n % whole == 0) {
        (n, power) = (n / whole, power.max(0));
    }
    let mut digits = n.unsigned_abs().to_string();
    if power >= 0 {
        digits.push_str(&"0".repeat(power as usize));
    } else {
        let decimals = power.unsigned_abs() as usize;
        digits.insert_str(0, &"0".repeat((decimals + 1).saturating_sub(digits.len())));
        digits.insert(digits.len() - decimals, '.');
    }
    if n < 0 { format!("−{digits}") } else { digits }
}

/// The number of zeros at the end of `n`.
fn zeros(mut n: i64) -> u32 {
    let mut count = 0;
    while n != 0 && n % 10 == 0 {
        n /= 10;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(min: f64, max: f64, wanted: usize) -> Vec<String> {
        ticks(min, max, wanted).into_iter().map(|t| t.label).collect()
    }

    #[test]
    fn steps_are_round_and_minus_signs_true() {
        assert_eq!(labels(-5.0, 5.0, 5), ["−4", "−2", "0", "2", "4"]);
        assert_eq!(labels(-0.5, 0.5, 5), ["−0.4", "−0.2", "0", "0.2", "0.4"]);
        assert_eq!(labels(0.0, 3.0, 6), ["0", "0.5", "1", "1.5", "2", "2.5", "3"]);
        assert_eq!(labels(-100_000.0, 300_000.0, 2), ["0", "200000"]);
    }

    #[test]
    fn large_and_small_numbers_share_a_power_of_ten() {
        assert_eq!(labels(0.0, 2e9, 2), ["0", "1×10⁹", "2×10⁹"]);
        assert_eq!(labels(-1e-9, 1e-9, 4), ["−1×10⁻⁹", "−0.5×10⁻⁹", "0", "0.5×10⁻⁹", "1×10⁻⁹"]);
        assert_eq!(labels(0.0, 1e6, 2), ["0", "0.5×10⁶", "1×10⁶"]);
        assert_eq!(labels(-2e-5, 2e-5, 2), ["−0.00002", "0", "0.00002"]);
        assert_eq!(labels(0.0, 2.5e300, 3), ["0", "1×10³⁰⁰", "2×10³⁰⁰"]);
    }

    #[test]
    fn far_from_zero_marks_are_counted_from_the_roundest() {
        assert_eq!(
            labels(1e6, 1e6 + 1e-3, 6),
            ["1×10⁶", "…+0.0002", "…+0.0004", "…+0.0006", "…+0.0008", "…+0.0010"]
        );
        assert_eq!(labels(-1e6 - 1e-6, -1e6 + 1.1e-6, 3), ["…−1×10⁻⁶", "−1×10⁶", "…+1×10⁻⁶"]);
        assert_eq!(labels(999.9999, 1000.0001, 2), ["…−0.0001", "1000", "…+0.0001"]);
        assert_eq!(labels(1e9, 1e9 + 500.0, 3), ["1×10⁹", "…+200", "…+400"]);
        assert_eq!(labels(31.41578, 31.41615, 4), ["31.4158", "31.4159", "31.4160", "31.4161"]);
        assert_eq!(labels(31.41582, 31.41595, 3), ["…−0.00005", "31.4159", "…+0.00005"]);
        assert_eq!(labels(-31.41606, -31.41592, 3), ["…−0.00005", "−31.416", "…+0.00005"]);
    }

    #[test]
    fn degenerate_windows_have_no_ticks() {
        for (min, max) in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
            assert!(ticks(min, max, 5).is_empty());
        }
        assert!(ticks(-1e308, 1e308, 5).is_empty(), "a span beyond f64 has no step");
        assert!(ticks(0.0, 5e-324, 5).is_empty());
        assert!(ticks(0.0, 1.0, 0).is_empty());
        assert_eq!(ticks(0.0, 1.0, usize::MAX).len(), 101);
    }

    #[test]
    fn the_widest_label_is_measured() {
        assert_eq!(widest(&ticks(-1e-9, 1e-9, 4)), width("−0.5×10⁻⁹"));
        assert!(width("−0.5×10⁻⁹") > width("−0.5×10⁹"));
        assert_eq!(widest(&[]), 0.0);
    }
}
