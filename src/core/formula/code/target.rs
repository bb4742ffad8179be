//! What a language has to say for itself: its spelling of numbers, operations and functions.

use crate::formula::operation::{Binary, Relation, Unary};
use crate::formula::print::Binding;

/// An expression, and how strongly it holds together; an operand by default.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// How strongly it holds together.
    pub binding: Binding,
}

impl Piece {
    /// One that needs no brackets anywhere.
    pub fn operand(text: impl Into<String>) -> Self {
        Self { text: text.into(), binding: Binding::Operand }
    }

    /// The text, in brackets if it holds together less than that.
    pub fn held(&self, least: Binding) -> String {
        if self.binding < least { format!("({})", self.text) } else { self.text.clone() }
    }

    /// `a sign b`.
    pub fn infix(a: &Self, sign: &str, b: &Self) -> Self {
        let (left, right, binding) = match sign {
            "+" | "-" => (Binding::Sum, Binding::Product, Binding::Sum),
            _ => (Binding::Product, Binding::Signed, Binding::Product),
        };
        // A sign after an operation is legal and hard to read.
        let mut after = b.held(right);
        if after.starts_with('-') {
            after = format!("({after})");
        }
        Self { text: format!("{} {sign} {after}", a.held(left)), binding }
    }

    /// `-a`.
    pub fn negative(a: &Self) -> Self {
        let mut text = a.held(Binding::Signed);
        if text.starts_with('-') {
            text = format!("({text})");
        }
        Self { text: format!("-{text}"), binding: Binding::Signed }
    }
}

/// A language.
pub trait Target {
    /// A number, NaN and ∞ included.
    fn number(&self, value: f64) -> Piece;
    /// π.
    fn pi(&self) -> Piece;
    /// e.
    fn e(&self) -> Piece;
    /// A parameter.
    fn parameter(&self, letter: char) -> Piece;
    /// The line that gives a parameter its value.
    fn parameter_line(&self, letter: char, value: f64) -> String;
    /// An elementary function, of what depends on x or of what does not.
    fn unary(&self, unary: Unary, u: &Piece, moves: bool) -> Piece;
    /// A power; with a whole number as exponent if it is one.
    fn power(&self, a: &Piece, b: &Piece, whole: Option<i32>) -> Piece;
    /// The smaller or larger of two, of which each depends on x or does not.
    fn extreme(&self, op: Binary, a: (&Piece, bool), b: (&Piece, bool)) -> Piece;
    /// One of two by a comparison, which depends on x or does not.
    fn choice(
        &self,
        comparison: (&Piece, Relation, &Piece),
        moves: bool,
        yes: &Piece,
        no: &Piece,
    ) -> Piece;
    /// A number that is the same for every x but NaN, which stays NaN.
    fn everywhere(&self, value: &Piece) -> Piece;
    /// The definition of a function of x: lines, each a name and its value, then what it returns.
    fn function(&self, name: &str, lines: &[(String, Piece)], value: &Piece) -> String;
    /// The function of the catalogue that is called so in this language, without any helper.
    fn own_name(&self, id: &str) -> Option<&'static str>;
    /// The helper `name`, and its derivative if `d`, from the code of a function of the catalogue, which
    /// defines `f`, and in NumPy and Rust `df`.
    fn helper(&self, name: &str, code: &str, d: bool) -> String;
    /// A call of the helper or of its derivative.
    fn helper_call(&self, name: &str, d: bool, u: &Piece) -> Piece;
    /// What stands before the code of the formula itself and its helpers, which import something
    /// themselves.
    fn preamble(&self, own: &str, helpers: &[String], imports: &[String]) -> String;
}

/// Lines, each four spaces further in.
pub fn indented(code: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("    {line}") };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The names in a text.
pub fn words(text: &str) -> Vec<&str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split(|c| !in_word(c)).filter(|word| !word.is_empty()).collect()
}

/// The lines that what is returned needs, directly or through others.
pub fn used(lines: Vec<(String, Piece)>, slope: &Piece) -> Vec<(String, Piece)> {
    let owned = |text: &str| words(text).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let mut needed = owned(&slope.text);
    let mut kept = Vec::new();
    for (name, piece) in lines.into_iter().rev() {
        if needed.contains(&name) {
            needed.extend(owned(&piece.text));
            kept.push((name, piece));
        }
    }
    kept.reverse();
    kept
}
