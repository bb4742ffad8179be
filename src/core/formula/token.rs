//! The tokens of a formula: numbers, names, signs, each with its place in the text.

use super::fault::{Fault, FaultKind};
use super::operation::Relation;
use crate::numeric::decimal;

/// A token with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The number of characters before it.
    pub at: usize,
    /// Its number of characters.
    pub length: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// The kinds of tokens.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenKind {
    /// A number.
    Number(f64),
    /// A word of letters, digits and underscores.
    Name(String),
    /// `+ - * / ^ ( ) ,`
    Sign(char),
    /// A comparison.
    Relation(Relation),
}

/// The tokens of a text; spaces between them mean nothing.
///
/// Beside the signs of the keyboard it reads those of print: `−`, `×`, `·`, `÷`, `≤`, `≥`, `≠`, `π`,
/// and `**` as `^`.
///
/// # Errors
/// At the first character that begins no token, and at numbers that float64 cannot hold.
pub fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let (kind, length) = token(&chars, at)?;
        tokens.push(Token { at, length, kind });
        at += length;
    }
    Ok(tokens)
}

/// The token that begins at a character, and its length.
fn token(chars: &[char], at: usize) -> Result<(TokenKind, usize), Fault> {
    let (c, next) = (chars[at], chars.get(at + 1).copied());
    let relation = |relation, length| Ok((TokenKind::Relation(relation), length));
    let fault = |length, kind| Err(Fault { at, length, kind });
    match (c, next) {
        ('0'..='9', _) | ('.', Some('0'..='9')) => number(chars, at),
        ('a'..='z' | 'A'..='Z' | '_', _) => {
            let length = run(&chars[at..], |c| c.is_ascii_alphanumeric() || c == '_');
            Ok((TokenKind::Name(chars[at..at + length].iter().collect()), length))
        }
        ('π', _) => Ok((TokenKind::Name("pi".into()), 1)),
        ('*', Some('*')) => Ok((TokenKind::Sign('^'), 2)),
        ('+' | '-' | '*' | '/' | '^' | '(' | ')' | ',', _) => Ok((TokenKind::Sign(c), 1)),
        ('−', _) => Ok((TokenKind::Sign('-'), 1)),
        ('×' | '·', _) => Ok((TokenKind::Sign('*'), 1)),
        ('÷', _) => Ok((TokenKind::Sign('/'), 1)),
        ('<', Some('=')) => relation(Relation::AtMost, 2),
        ('>', Some('=')) => relation(Relation::AtLeast, 2),
        ('=', Some('=')) => relation(Relation::Equal, 2),
        ('!', Some('=')) => relation(Relation::Unequal, 2),
        ('<', _) => relation(Relation::Less, 1),
        ('>', _) => relation(Relation::More, 1),
        ('≤', _) => relation(Relation::AtMost, 1),
        ('≥', _) => relation(Relation::AtLeast, 1),
        ('≠', _) => relation(Relation::Unequal, 1),
        _ => fault(1, FaultKind::Character(c, meant(c))),
    }
}

/// What a character without meaning was probably meant to be.
fn meant(c: char) -> Option<&'static str> {
    Some(match c {
        '=' => "==",
        '[' | '{' | '（' | '⟨' => "(",
        ']' | '}' | '）' | '⟩' => ")",
        ';' | '，' | '、' => ",",
        '|' => "abs(x)",
        '²' => "^2",
        '³' => "^3",
        '√' => "sqrt(x)",
        '∞' => "1e300",
        '＋' => "+",
        '－' | '–' | '—' => "-",
        '＊' | '×' | '∗' | '⋅' => "*",
        '／' | '∕' => "/",
        '＾' => "^",
        'α' => "a",
        'β' => "b",
        'γ' => "c",
        'λ' => "l",
        'θ' => "t",
        'ω' => "w",
        'σ' => "sigmoid(x)",
        _ => return None,
    })
}

/// The number at a digit or a point: `2`, `.5`, `1.5e-3`.
fn number(chars: &[char], at: usize) -> Result<(TokenKind, usize), Fault> {
    let digits = |from: usize| run(&chars[from..], |c| c.is_ascii_digit());
    let mut end = at + digits(at);
    if chars.get(end) == Some(&'.') {
        end += 1 + digits(end + 1);
    }
    if let Some('e' | 'E') = chars.get(end) {
        let signed = usize::from(matches!(chars.get(end + 1), Some('+' | '-' | '−')));
        let exponent = digits((end + 1 + signed).min(chars.len()));
        if exponent > 0 {
            end += 1 + signed + exponent;
        }
    }
    let spelled = chars[at..end].iter().map(|c| if *c == '−' { '-' } else { *c });
    let text: String = spelled.collect();
    let fault = |kind| Err(Fault { at, length: end - at, kind });
    match decimal::parse(&text) {
        Some(value) => {
            let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
            let nothing = mantissa.chars().all(|c| c == '0' || c == '.');
            if value == 0.0 && !nothing {
                return fault(FaultKind::NumberTooSmall);
            }
            Ok((TokenKind::Number(value), end - at))
        }
        // Digits, a point and an exponent are a number; what has no finite value is too large.
        None => fault(FaultKind::NumberTooLarge),
    }
}

/// How many characters from the first are of a kind.
fn run(chars: &[char], is: impl Fn(char) -> bool) -> usize {
    chars.iter().position(|c| !is(*c)).unwrap_or(chars.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(text).unwrap().into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn numbers_end_where_they_stop_being_numbers() {
        use TokenKind::{Name, Number, Sign};
        assert_eq!(kinds("2e3"), [Number(2000.0)]);
        assert_eq!(kinds("2e"), [Number(2.0), Name("e".into())]);
        assert_eq!(kinds("2e-x"), [Number(2.0), Name("e".into()), Sign('-'), Name("x".into())]);
        assert_eq!(kinds("1.5e−3 .5 5."), [Number(0.0015), Number(0.5), Number(5.0)]);
        assert_eq!(kinds("1..5"), [Number(1.0), Number(0.5)]);
    }

    #[test]
    fn signs_of_print_are_read() {
        assert_eq!(kinds("−×·÷**π"), kinds("-**/^pi".replace("**", "* *").as_str()));
        assert_eq!(kinds("≤ ≥ ≠ <= >= !="), {
            let half = kinds("<= >= !=");
            [half.clone(), half].concat()
        });
    }

    #[test]
    fn what_is_no_token_is_told_with_its_place() {
        for (text, at, length, kind) in [
            ("x + $", 4, 1, FaultKind::Character('$', None)),
            ("|x|", 0, 1, FaultKind::Character('|', Some("abs(x)"))),
            ("x = 1", 2, 1, FaultKind::Character('=', Some("=="))),
            ("π + 1e999", 4, 5, FaultKind::NumberTooLarge),
            ("1e-999", 0, 6, FaultKind::NumberTooSmall),
            ("x + .", 4, 1, FaultKind::Character('.', None)),
        ] {
            assert_eq!(tokens(text), Err(Fault { at, length, kind }), "{text}");
        }
        assert!(tokens("0e-999 + 0.000").is_ok());
    }
}
