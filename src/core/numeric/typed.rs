//! Reading numbers as people write and paste them.
//!
//! Beside what [`decimal`] reads: the signs of print (`−0.5`, `1.2×10⁻⁷`, `1.2·10^-7`), those of an
//! East Asian keyboard (`０．５`, `0。5`), a comma before the decimals (`0,5`), groups of three
//! (`1.234,5`, `1,234.5`, `1 234`, `1'234`) and fractions (`1/3`). A point alone is the decimal
//! sign, as everywhere on the page; a comma alone is it too, unless the digits around it could be
//! groups of three.

use super::decimal;

/// The reason why a text is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It spells none, or none that is finite.
    NoNumber,
    /// It spells two: `1,234` is a little more than one to some, more than a thousand to others.
    TwoNumbers,
}

/// The sign of a power of ten.
const TIMES: char = '×';

/// The number that a person means by a text.
///
/// # Errors
/// If it spells no finite number, one that is not 0 but too small for any, or two.
pub fn read(text: &str) -> Result<f64, Unread> {
    let text = plain(text);
    let number = match text.split_once('/') {
        None => one(&text)?,
        // A second stroke is in no number.
        Some((above, below)) => one(above)? / one(below)?,
    };
    if number.is_finite() { Ok(number) } else { Err(Unread::NoNumber) }
}

/// The numbers that a person means by a list: between semicolons, lines or cells of a table if there
/// are such, else between commas, else between spaces, as in `0,5 1,5`.
///
/// # Errors
/// If one of them is none.
pub fn list(text: &str) -> Result<Vec<f64>, Unread> {
    let by = |between: fn(char) -> bool| {
        let entries = text.split(between).filter(|entry| !entry.trim().is_empty());
        entries.map(read).collect::<Result<Vec<_>, _>>()
    };
    let strong = |sign: char| matches!(sign, ';' | '；' | '\n' | '\t');
    if text.contains(strong) {
        return by(strong);
    }
    by(|sign| matches!(sign, ',' | '，' | '、')).or_else(|_| by(char::is_whitespace))
}

/// The text in the signs of a program; the sign of a power stays, and spaces between digits.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut raised = false;
    let mut space = false;
    for sign in text.trim().chars() {
        let code = sign as u32;
        let up = match sign {
            '⁰' => Some('0'),
            '¹' => Some('1'),
            '²' => Some('2'),
            '³' => Some('3'),
            '⁴'..='⁹' => char::from_digit(code - 0x2070, 10),
            '⁻' => Some('-'),
            '⁺' => Some('+'),
            _ => None,
        };
        let sign = match sign {
            _ if up.is_some() => up.unwrap_or(sign),
            // The full-width signs stand in the order of ASCII.
            '！'..='～' => char::from_u32(code - 0xfee0).unwrap_or(sign),
            '−' | '‐' | '‑' | '–' | '﹣' => '-',
            '。' | '｡' | '﹒' => '.',
            '、' | '﹐' => ',',
            '·' | '⋅' | '∙' | '•' | '✕' => TIMES,
            '⁄' | '∕' => '/',
            '’' => '\'',
            _ => sign,
        };
        // Nothing to see between the signs.
        if matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        if sign.is_whitespace() {
            space = true;
            continue;
        }
        let sign = match sign {
            '*' | 'x' | 'X' => TIMES,
            'E' => 'e',
            other => other,
        };
        if space && sign.is_ascii_digit() && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push(' ');
        }
        space = false;
        // The power begins here, if it has no sign of its own.
        if up.is_some() && !raised {
            out.push('^');
        }
        raised = up.is_some();
        out.push(sign);
    }
    out
}

/// The number of a text without a fraction stroke.
fn one(text: &str) -> Result<f64, Unread> {
    let (sign, size) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, power) = if let Some((digits, power)) = size.split_once('e') {
        (digits, power)
    } else if let Some((digits, power)) = size.split_once("×10") {
        (digits, power_of_ten(power)?)
    } else if let Some(power) = size.strip_prefix("10^") {
        ("1", power)
    } else {
        (size, "0")
    };
    let number = number(digits)?;
    let whole = power.strip_prefix(['-', '+']).unwrap_or(power);
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Unread::NoNumber);
    }
    let read = decimal::parse(&format!("{sign}{number}e{power}")).ok_or(Unread::NoNumber)?;
    // A number too small for any is not 0.
    let lost = read == 0.0 && number.bytes().any(|b| (b'1'..=b'9').contains(&b));
    if lost { Err(Unread::NoNumber) } else { Ok(read) }
}

/// The power that follows `×10`. Where it has lost its height on the way, `×10-7` is still clear and
/// `×107` is not.
fn power_of_ten(power: &str) -> Result<&str, Unread> {
    let clear = power.strip_prefix('^').or_else(|| power.starts_with(['-', '+']).then_some(power));
    clear.ok_or(Unread::NoNumber)
}

/// Digits with a decimal sign and groups, as digits with a point at most.
fn number(text: &str) -> Result<String, Unread> {
    let last = text.rfind(['.', ',']);
    let decimal = last.filter(|at| text.matches(&text[*at..=*at]).count() == 1);
    let Some(at) = decimal else { return grouped(text) };
    let (whole, part) = (&text[..at], &text[at + 1..]);
    if text[at..].starts_with(',')
        && part.len() == 3
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && digits(whole)
        && digits(part)
    {
        return Err(Unread::TwoNumbers);
    }
    let whole = if whole.is_empty() { String::new() } else { grouped(whole)? };
    // Decimals are set in groups from the point on.
    let mut groups = part.split(' ').rev();
    let end = groups.next().unwrap_or_default();
    if !digits(end) || !groups.all(|group| group.len() == 3 && digits(group)) {
        return Err(Unread::NoNumber);
    }
    let part = part.replace(' ', "");
    if whole.is_empty() && part.is_empty() {
        return Err(Unread::NoNumber);
    }
    Ok(format!("{whole}.{part}"))
}

/// A whole number, its groups of three joined.
fn grouped(text: &str) -> Result<String, Unread> {
    let between = text.find(|c: char| !c.is_ascii_digit()).map_or(" ", |at| {
        // One sign between all of them; its length, as any may stand there.
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        &text[at..at + length]
    });
    let mut groups = text.split(between);
    let first = groups.next().unwrap_or_default();
    let alone = first.len() == text.len();
    let sound = matches!(between, "." | "," | " " | "'")
        && !first.is_empty()
        && digits(first)
        && (alone || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group));
    if sound { Ok(text.replace(between, "")) } else { Err(Unread::NoNumber) }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}
