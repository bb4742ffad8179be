//! Rust, with the crate libm for the error function.

use super::target::{Piece, Target, indented, words};
use crate::formula::operation::{Binary, Relation, Unary};
use crate::formula::print::Binding;
use crate::numeric::format::shortest;

/// Rust.
pub struct Rust;

impl Target for Rust {
    fn number(&self, value: f64) -> Piece {
        if value.is_nan() {
            return Piece::operand("f64::NAN");
        }
        if value.is_infinite() {
            return Piece::operand(if value > 0.0 { "f64::INFINITY" } else { "f64::NEG_INFINITY" });
        }
        let mut text = shortest(value.abs());
        if !text.contains(['.', 'e']) {
            text.push_str(".0");
        }
        let number = Piece::operand(text);
        if value.is_sign_negative() { Piece::negative(&number) } else { number }
    }

    fn pi(&self) -> Piece {
        Piece::operand("PI")
    }

    fn e(&self) -> Piece {
        Piece::operand("E")
    }

    fn parameter(&self, letter: char) -> Piece {
        Piece::operand(letter.to_ascii_uppercase())
    }

    fn parameter_line(&self, letter: char, value: f64) -> String {
        format!("const {}: f64 = {};", letter.to_ascii_uppercase(), self.number(value).text)
    }

    fn unary(&self, unary: Unary, u: &Piece, _: bool) -> Piece {
        let name = match unary {
            Unary::Expm1 => "f64::exp_m1",
            Unary::Log1p => "f64::ln_1p",
            Unary::Sign => "sign",
            Unary::Step => "step",
            Unary::Erf => "libm::erf",
            Unary::Erfc => "libm::erfc",
            other => return Piece::operand(format!("f64::{}({})", other.name(), u.text)),
        };
        Piece::operand(format!("{name}({})", u.text))
    }

    fn power(&self, a: &Piece, b: &Piece, whole: Option<i32>) -> Piece {
        Piece::operand(match whole {
            Some(n) => format!("f64::powi({}, {n})", a.text),
            None => format!("f64::powf({}, {})", a.text, b.text),
        })
    }

    fn extreme(&self, op: Binary, a: (&Piece, bool), b: (&Piece, bool)) -> Piece {
        let name = if op == Binary::Min { "min" } else { "max" };
        Piece::operand(format!("{name}({}, {})", a.0.text, b.0.text))
    }

    fn choice(
        &self,
        (left, relation, right): (&Piece, Relation, &Piece),
        _: bool,
        yes: &Piece,
        no: &Piece,
    ) -> Piece {
        let sign = relation.sign();
        Piece {
            text: format!(
                "if {} {sign} {} {{ {} }} else {{ {} }}",
                left.held(Binding::Sum),
                right.held(Binding::Sum),
                yes.text,
                no.text
            ),
            binding: Binding::Choice,
        }
    }

    fn everywhere(&self, value: &Piece) -> Piece {
        Piece {
            text: format!("if x.is_nan() {{ x }} else {{ {} }}", value.text),
            binding: Binding::Choice,
        }
    }

    fn function(&self, name: &str, lines: &[(String, Piece)], value: &Piece) -> String {
        let mut text = format!("fn {name}(x: f64) -> f64 {{\n");
        for (name, piece) in lines {
            text.push_str(&format!("    let {name} = {};\n", piece.text));
        }
        text + &format!("    {}\n}}", value.text)
    }

    fn own_name(&self, _: &str) -> Option<&'static str> {
        None
    }

    fn helper(&self, name: &str, code: &str, d: bool) -> String {
        let code = code.replace("fn f(", "pub fn f(").replace("fn df(", "pub fn df(");
        let unused = if d { "" } else { "#[allow(dead_code)]\n" };
        format!("{unused}mod {name} {{\n{}\n}}", indented(&code))
    }

    fn helper_call(&self, name: &str, d: bool, u: &Piece) -> Piece {
        Piece::operand(format!("{name}::{}({})", if d { "df" } else { "f" }, u.text))
    }

    fn preamble(&self, own: &str, helpers: &[String], _: &[String]) -> String {
        let words = words(own);
        let mut parts: Vec<String> = Vec::new();
        let told = helpers.iter().any(|text| text.contains("cargo add libm"));
        if words.contains(&"libm") && !told {
            parts.push(
                "// The error function is not in the standard library: cargo add libm".into(),
            );
        }
        match (words.contains(&"E"), words.contains(&"PI")) {
            (true, true) => parts.push("use std::f64::consts::{E, PI};".into()),
            (true, false) => parts.push("use std::f64::consts::E;".into()),
            (false, true) => parts.push("use std::f64::consts::PI;".into()),
            (false, false) => {}
        }
        let calls = |name: &str| {
            own.match_indices(&format!("{name}(")).any(|(at, _)| {
                let before = own[..at].chars().next_back();
                !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
            })
        };
        let used = FUNCTIONS.iter().filter(|(name, _)| calls(name));
        parts.extend(used.map(|(_, text)| (*text).to_owned()));
        parts.join("\n\n")
    }
}

/// The functions that the standard library does not have, or not with NaN kept.
const FUNCTIONS: [(&str, &str); 4] = [
    (
        "max",
        "/// The larger; NaN if either is.
fn max(a: f64, b: f64) -> f64 {
    if a > b || a.is_nan() { a } else { b }
}",
    ),
    (
        "min",
        "/// The smaller; NaN if either is.
fn min(a: f64, b: f64) -> f64 {
    if a < b || a.is_nan() { a } else { b }
}",
    ),
    (
        "sign",
        "fn sign(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() { x } else { x.signum() }
}",
    ),
    (
        "step",
        "fn step(x: f64) -> f64 {
    if x.is_nan() {
        x
    } else if x >= 0.0 {
        1.0
    } else {
        0.0
    }
}",
    ),
];
