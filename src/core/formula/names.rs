//! The names of a formula: what each is, and the one that was probably meant by one that there is not.

use super::operation::{Binary, Unary};
use crate::activation::{ALL, Activation, Kind, by_id};
use crate::search::edits;

/// What a name is followed by arguments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Function {
    /// An elementary function.
    Unary(Unary),
    /// `min` or `max`.
    Extreme(Binary),
    /// `where`.
    Where,
    /// A scalar function of the catalogue.
    Catalogue(&'static Activation),
    /// A function of the catalogue that takes a vector or two inputs.
    NotScalar(&'static Activation),
}

/// The function of a name.
#[must_use]
pub fn function(name: &str) -> Option<Function> {
    if let Some(unary) = Unary::ALL.into_iter().find(|unary| unary.name() == name) {
        return Some(Function::Unary(unary));
    }
    match name {
        "min" => Some(Function::Extreme(Binary::Min)),
        "max" => Some(Function::Extreme(Binary::Max)),
        "where" => Some(Function::Where),
        _ => by_id(name).map(|act| match act.kind {
            Kind::Scalar => Function::Catalogue(act),
            Kind::Vector(_) | Kind::Gated(_) => Function::NotScalar(act),
        }),
    }
}

impl Function {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unary(unary) => unary.name(),
            Self::Extreme(Binary::Min) => "min",
            Self::Extreme(_) => "max",
            Self::Where => "where",
            Self::Catalogue(act) | Self::NotScalar(act) => act.id,
        }
    }

    /// The fewest and the most arguments it takes.
    #[must_use]
    pub const fn arguments(self) -> (usize, usize) {
        match self {
            Self::Unary(_) => (1, 1),
            Self::Extreme(_) => (2, 2),
            Self::Where => (3, 3),
            Self::Catalogue(act) => (1, 1 + act.params.len()),
            Self::NotScalar(_) => (1, usize::MAX),
        }
    }
}

/// Whether a letter is a parameter: any but those of the grammar, `e` and `x`, and `f`, the key of
/// the formula in an address.
#[must_use]
pub fn is_parameter(name: &str) -> Option<char> {
    let mut chars = name.chars();
    let letter = chars.next().filter(|c| c.is_ascii_lowercase() && !"efx".contains(*c))?;
    chars.next().is_none().then_some(letter)
}

/// Other names of what the grammar has.
const OTHERS: &[(&str, &str)] = &[
    ("log", "ln"),
    ("logistic", "sigmoid"),
    ("heaviside", "step"),
    ("unit_step", "step"),
    ("sgn", "sign"),
    ("signum", "sign"),
    ("maximum", "max"),
    ("minimum", "min"),
    ("if", "where"),
    ("iif", "where"),
    ("select", "where"),
    ("clip", "hardtanh"),
    ("clamp", "hardtanh"),
    ("power", "^"),
    ("pow", "^"),
    ("square", "^2"),
    ("cbrt", "^(1/3)"),
    ("alpha", "a"),
    ("beta", "b"),
    ("gamma", "c"),
    ("lambda", "l"),
    ("theta", "t"),
    ("omega", "w"),
    ("inf", "1e300"),
    ("infinity", "1e300"),
    ("f", "a"),
];

/// The name that was probably meant by one that there is not: another name of the same, the nearest
/// with at most a third of its letters wrong, or a product of letters written without `*`.
#[must_use]
pub fn meant(written: &str) -> Option<String> {
    let small = written.to_ascii_lowercase();
    if let Some((_, name)) = OTHERS.iter().find(|(other, _)| *other == small) {
        return Some((*name).to_owned());
    }
    let elementary = Unary::ALL.iter().map(|unary| unary.name());
    let scalar = ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)).map(|act| act.id);
    let names = elementary.chain(["min", "max", "where", "pi", "x", "e"]).chain(scalar);
    let count = small.chars().count();
    let mut best = (count / 3 + 1, None);
    for name in names {
        // One that lacks its end alone is as near as one with a letter wrong.
        let begins = count >= 3 && name.starts_with(&small);
        let apart = if begins { 1 } else { edits(&small, name) };
        if apart < best.0 {
            best = (apart, Some(name));
        }
    }
    best.1.map(str::to_owned).or_else(|| product(&small))
}

/// `ax` and `2x`-like products of two or three letters, with the signs they lack.
fn product(small: &str) -> Option<String> {
    let letters: Vec<char> = small.chars().collect();
    let known = |c: &char| is_parameter(&c.to_string()).is_some() || "ex".contains(*c);
    if !(2..=3).contains(&letters.len()) || !letters.iter().all(known) {
        return None;
    }
    let mut text = String::new();
    for (i, letter) in letters.iter().enumerate() {
        if i > 0 {
            text.push('*');
        }
        text.push(*letter);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scalar_function_is_known_by_its_id_and_no_name_is_two() {
        for act in ALL {
            let found = function(act.id);
            match act.kind {
                Kind::Scalar if act.id == "abs" => {
                    assert_eq!(found, Some(Function::Unary(Unary::Abs)));
                }
                Kind::Scalar => assert_eq!(found, Some(Function::Catalogue(act))),
                _ => assert_eq!(found, Some(Function::NotScalar(act))),
            }
        }
    }

    #[test]
    fn near_names_are_found() {
        for (written, name) in [
            ("sigmod", Some("sigmoid")),
            ("Sigmoid", Some("sigmoid")),
            ("softplsu", Some("softplus")),
            ("log", Some("ln")),
            ("tan", Some("tanh")),
            ("alpha", Some("a")),
            ("ax", Some("a*x")),
            ("X", Some("x")),
            ("hard_swich", Some("hardswish")),
            ("leakyrelu", Some("leaky_relu")),
            ("zzzzzz", None),
        ] {
            assert_eq!(meant(written).as_deref(), name, "{written}");
        }
    }

    #[test]
    fn letters_of_the_grammar_are_no_parameters() {
        for letter in 'a'..='z' {
            let is = is_parameter(&letter.to_string());
            assert_eq!(is.is_none(), "efx".contains(letter), "{letter}");
        }
        assert_eq!(is_parameter("ab"), None);
        assert_eq!(is_parameter("A"), None);
        assert_eq!(is_parameter(""), None);
    }
}
