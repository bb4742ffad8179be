//! Numbers as text: shortest exact forms for machines, typographic forms for people.

use std::fmt;

/// The shortest text that parses back to exactly `x`: plain or with an exponent.
#[must_use]
pub fn shortest(x: f64) -> String {
    let plain = plain(x);
    // Here the exponent never makes it shorter.
    if (0.01..1000.0).contains(&x.abs()) || has(&plain, b'e') {
        return plain;
    }
    let scientific = with_exponent(&plain);
    if scientific.len() < plain.len() { scientific } else { plain }
}

/// The shortest digits of `x`, plain from 10⁻⁶ to 10²¹.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn plain(x: f64) -> String {
    x.to_string()
}

/// The shortest digits of `x`, plain from 10⁻⁶ to 10²¹.
///
/// In the page the JavaScript engine writes every number, since the standard library's code for
/// that is heavy: nothing that the page needs may format a float.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn plain(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let text =
        js_sys::Number::from(x).to_string_with_radix(10).map(String::from).unwrap_or_default();
    // JavaScript drops the sign of zero.
    if x == 0.0 && x.is_sign_negative() { format!("-{text}") } else { without_plus(text) }
}

/// A plain number, `-0.0015`, with an exponent, `-1.5e-3`.
fn with_exponent(plain: &str) -> String {
    let (sign, number) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let all = format!("{whole}{part}");
    let digits = all.trim_start_matches('0');
    let exponent = whole.len() as i64 - 1 - (all.len() - digits.len()) as i64;
    let digits = digits.trim_end_matches('0');
    match digits.split_at_checked(1) {
        // Zero, or no number at all.
        None => plain.to_owned(),
        Some((first, "")) => format!("{sign}{first}e{exponent}"),
        Some((first, rest)) => format!("{sign}{first}.{rest}e{exponent}"),
    }
}

/// `x` in scientific notation, `1.50e-7`, with so many decimals.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn scientific(x: f64, decimals: usize) -> String {
    format!("{x:.decimals$e}")
}

/// `x` with so many decimals.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn fixed(x: f64, decimals: usize) -> String {
    format!("{x:.decimals$}")
}

/// `x` in scientific notation, `1.50e-7`, with so many decimals.
///
/// In the page the JavaScript engine writes it: the standard library's code for that is heavy.
/// They differ only in which way an exact half is rounded.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn scientific(x: f64, decimals: usize) -> String {
    let text = js_sys::Number::from(x).to_exponential(decimals.min(100) as u8);
    without_plus(text.map(String::from).unwrap_or_default())
}

/// A number with the exponent as Rust writes it, `1e21`, and not as JavaScript does, `1e+21`.
#[cfg(target_arch = "wasm32")]
fn without_plus(mut number: String) -> String {
    number.retain(|c| c != '+');
    number
}

/// Whether a number has this mark.
///
/// `str::contains` would bring the search for whole strings into the first module: 1.5 kB.
fn has(number: &str, mark: u8) -> bool {
    number.bytes().any(|byte| byte == mark)
}

/// `x` with so many decimals.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn fixed(x: f64, decimals: usize) -> String {
    let text = js_sys::Number::from(x).to_fixed(decimals.min(100) as u8);
    text.map(String::from).unwrap_or_default()
}

/// A number in a format string, `{}` or `{:.2}`, in the page written as [`plain`] and [`fixed`] do.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub f64);

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match out.precision() {
            Some(decimals) => out.write_str(&fixed(self.0, decimals)),
            None => out.write_str(&plain(self.0)),
        }
    }
}

/// A length in CSS pixels.
#[must_use]
pub fn pixels(length: f64) -> String {
    plain(length) + "px"
}

/// A percentage in CSS.
#[must_use]
pub fn percent(x: f64) -> String {
    plain(x) + "%"
}

/// `x` for people: `significant` digits, a true minus sign, ×10ⁿ when very large or small.
///
/// Trailing zeros are kept, so that a column of changing numbers does not jitter.
#[must_use]
pub fn pretty(x: f64, significant: usize) -> String {
    if x.is_nan() {
        return "NaN".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "∞".into() } else { "−∞".into() };
    }
    if x == 0.0 {
        return "0".into();
    }
    // Rounding may carry into the next power of ten, so read the exponent from the rounded text.
    let scientific = scientific(x, significant.saturating_sub(1));
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..7).contains(&exponent) {
        let decimals = significant as i32 - 1 - exponent;
        return typographic(&fixed(x, decimals.max(0) as usize));
    }
    let mantissa = if has(mantissa, b'.') {
        mantissa.trim_end_matches('0').trim_end_matches('.')
    } else {
        mantissa
    };
    format!("{}×10{}", typographic(mantissa), superscript(exponent))
}

/// Like [`pretty`], without trailing zeros after the decimal point.
#[must_use]
pub fn brief(x: f64, significant: usize) -> String {
    let text = pretty(x, significant);
    if !has(&text, b'.') || text.split_once('×').is_some() {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `x` rounded to the power of ten at or below `unit`, so that it is short to write.
#[must_use]
pub fn rounded(x: f64, unit: f64) -> f64 {
    let decimals = -libm::floor(libm::log10(unit)) as i32;
    let power = 10f64.powi(decimals.abs().min(300));
    // Dividing by a power of ten is exact to the last bit; multiplying by its inverse is not.
    let y = if decimals >= 0 { (x * power).round() / power } else { (x / power).round() * power };
    if y.is_finite() { y + 0.0 } else { x }
}

/// Replaces the hyphen of a machine number with a true minus sign.
#[must_use]
pub fn typographic(number: &str) -> String {
    number.replace('-', "−")
}

/// `n` in superscript digits.
#[must_use]
pub fn superscript(n: i32) -> String {
    n.to_string()
        .chars()
        .map(|c| match c {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            '4'..='9' => char::from_u32('⁴' as u32 + (c as u32 - '4' as u32)).unwrap_or(c),
            _ => '⁰',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_minus_signs_and_powers() {
        assert_eq!(pretty(-1.25, 4), "−1.250");
        assert_eq!(pretty(0.429_76, 5), "0.42976");
        assert_eq!(pretty(-9.999_96, 5), "−10.000");
        assert_eq!(pretty(1.5e-22, 4), "1.5×10⁻²²");
        assert_eq!(pretty(1e300, 4), "1×10³⁰⁰");
        assert_eq!(pretty(-0.0, 4), "0");
        assert_eq!(pretty(f64::NEG_INFINITY, 4), "−∞");
        assert_eq!(pretty(123_456.7, 4), "123457");
        assert_eq!(brief(0.5, 4), "0.5");
        assert_eq!(brief(100.0, 3), "100");
        assert_eq!(superscript(-1_234_567_890), "⁻¹²³⁴⁵⁶⁷⁸⁹⁰");
    }

    #[test]
    fn machines_read_back_the_same_bits() {
        for x in [0.1, -0.0, 1e300, 5e-324, f64::MAX, 1.0 / 3.0, -123.0] {
            let back: f64 = shortest(x).parse().unwrap();
            assert_eq!(back.to_bits(), x.to_bits());
        }
        for x in [1.5e-9, -2.5e-300, 5e-324, 123_456_789.0, 1e21, -1e15, 0.001] {
            assert_eq!(with_exponent(&x.to_string()), format!("{x:e}"));
        }
        assert_eq!(shortest(1e300), "1e300");
        for x in [0.01, 0.012, 0.05, 100.0, 120.0, 999.999, -0.1, 1.0 / 3.0] {
            assert!(shortest(x).len() <= format!("{x:e}").len(), "{x}");
        }
        assert_eq!(shortest(1.5), "1.5");
    }
}
