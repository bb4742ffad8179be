//! Numbers of the page in the signs that other programs read.

/// A text with its numbers as programs write them: `−0.5` becomes `-0.5`, `1.2×10⁻⁷` becomes
/// `1.2e-7`. All else stays.
#[must_use]
pub fn ascii(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let after = &rest[sign.len_utf8()..];
        rest = after;
        let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '∞');
        if sign == '−' && begins(after) {
            out.push('-');
            continue;
        }
        if sign == '×' && out.ends_with(|c: char| c.is_ascii_digit()) {
            let raised = after.strip_prefix("10").unwrap_or_default();
            let power: String = raised.chars().map_while(lowered).collect();
            if !power.is_empty() {
                out.push('e');
                out += &power;
                // Every raised digit is of another length: as many signs as were read.
                rest = raised.char_indices().nth(power.len()).map_or("", |(at, _)| &raised[at..]);
                continue;
            }
        }
        out.push(sign);
    }
    out
}

/// A raised sign on the line.
fn lowered(sign: char) -> Option<char> {
    Some(match sign {
        '⁻' => '-',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(sign as u32 - 0x2070, 10)?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::decimal;
    use crate::numeric::format::{brief, pretty, scientific};

    #[test]
    fn numbers_change_and_nothing_else_does() {
        for (text, want) in [
            ("−0.5", "-0.5"),
            ("x\t−2\nf\t−0.86466", "x\t-2\nf\t-0.86466"),
            ("1.2×10⁻⁷", "1.2e-7"),
            ("−1.0444×10⁻¹²³ and 1×10³⁰⁰.", "-1.0444e-123 and 1e300."),
            ("(−∞, 2]", "(-∞, 2]"),
            ("x − 1, 2×3, 5×10, 10⁻⁷, ×10⁻⁷", "x − 1, 2×3, 5×10, 10⁻⁷, ×10⁻⁷"),
            ("减去 −3", "减去 -3"),
            ("", ""),
        ] {
            assert_eq!(ascii(text), want, "{text}");
        }
    }

    #[test]
    fn what_the_page_writes_is_read_by_programs() {
        for x in [-1.5, 0.25, -1.044_425_935e-7, 6.02e23, -1e300, 5e-324, 123_456.7, -9.999_96e-5] {
            for digits in [3, 5, 17] {
                let want = decimal::parse(&scientific(x, digits - 1)).unwrap_or(f64::NAN);
                for text in [pretty(x, digits), brief(x, digits)] {
                    let read: f64 = ascii(&text).parse().unwrap_or(f64::NAN);
                    let whole = x.abs() >= 1e3 && read == x.round();
                    assert!(whole || (read - want).abs() <= 1e-15 * want.abs(), "{text}: {read:e}");
                }
            }
        }
    }
}
