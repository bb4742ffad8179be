//! Where an axis is marked and what the marks say.

use super::format::{superscript, typographic};

/// A marked position on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Position in data units.
    pub at: f64,
    /// What is written there.
    pub label: String,
}

/// Marks at multiples of 1, 2 or 5 times a power of ten, about `wanted` of them in `[min, max]`.
///
/// Empty for a window that is not a proper interval of finite numbers.
#[must_use]
pub fn ticks(min: f64, max: f64, wanted: usize) -> Vec<Tick> {
    let span = max - min;
    if !(span > 0.0 && span.is_finite()) || wanted == 0 {
        return Vec::new();
    }
    let (digit, power) = nice_step(span / wanted as f64);
    let step = digit * 10f64.powi(power);
    let first = (min / step).ceil();
    let count = ((max / step).floor() - first).clamp(-1.0, 200.0) as i64;
    let largest = min.abs().max(max.abs());
    (0..=count)
        .map(|i| first + i as f64)
        .map(|multiple| Tick {
            at: multiple * step,
            label: label(multiple * digit, power, largest),
        })
        .collect()
}

/// The step nearest above `raw`, as a digit and a power of ten.
fn nice_step(raw: f64) -> (f64, i32) {
    let power = raw.log10().floor() as i32;
    let fraction = raw / 10f64.powi(power);
    match fraction {
        f if f <= 1.0 => (1.0, power),
        f if f <= 2.0 => (2.0, power),
        f if f <= 5.0 => (5.0, power),
        _ => (1.0, power + 1),
    }
}

/// `digits`·10^`power` for an axis whose largest value is `largest`.
fn label(digits: f64, power: i32, largest: f64) -> String {
    if digits == 0.0 {
        return "0".into();
    }
    let exponent = largest.log10().floor() as i32;
    if power >= 0 && exponent < 6 {
        return typographic(&format!("{}", digits * 10f64.powi(power)));
    }
    if power < 0 && power > -6 && exponent < 6 {
        return typographic(&format!("{:.*}", (-power) as usize, digits / 10f64.powi(-power)));
    }
    // One exponent for the whole axis, so that neighbours compare at a glance.
    let decimals = (exponent - power).max(0) as usize;
    let mantissa = format!("{:.*}", decimals, digits / 10f64.powi(exponent - power));
    format!("{}×10{}", typographic(&mantissa), superscript(exponent))
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
        assert_eq!(
            labels(-0.5, 0.5, 5),
            ["−0.4", "−0.2", "0.0", "0.2", "0.4"].map(|s| if s == "0.0" { "0" } else { s })
        );
        assert_eq!(labels(0.0, 2e9, 2), ["0", "1×10⁹", "2×10⁹"]);
        assert_eq!(labels(-1e-9, 1e-9, 4), ["−1.0×10⁻⁹", "−0.5×10⁻⁹", "0", "0.5×10⁻⁹", "1.0×10⁻⁹"]);
    }

    #[test]
    fn degenerate_windows_have_no_ticks() {
        for (min, max) in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
            assert!(ticks(min, max, 5).is_empty());
        }
        assert!(ticks(-1e308, 1e308, 5).is_empty(), "a span beyond f64 has no step");
    }
}
