//! A formula as code: NumPy and Rust with f and f′, PyTorch, JAX and Keras with f, which they
//! differentiate themselves.
//!
//! Functions of the catalogue come with the code that their own files have, stable forms included. What
//! does not depend on x is an expression where its value is finite, and its value otherwise.

mod derivative;
mod expression;
mod helper;
mod python;
mod rust;
mod target;

use super::tree::Formula;
use crate::activation::Language;
use crate::formula::operation::Binary;
use crate::formula::tree::Node;
use helper::Helpers;
use target::{Piece, Target};

pub use helper::Catalogue;

/// The formula with parameters `p` in a language, LaTeX included.
#[must_use]
pub fn code(formula: &Formula, p: &[f64], language: Language, catalogue: &Catalogue<'_>) -> String {
    match language {
        Language::Latex => {
            format!("\\[\n  f(x) = {}\n\\]", super::latex::latex(formula))
        }
        Language::Rust => written(formula, p, language, &rust::Rust, catalogue),
        Language::NumPy | Language::PyTorch | Language::Jax | Language::Keras => {
            written(formula, p, language, &python::Python { language }, catalogue)
        }
    }
}

fn written(
    formula: &Formula,
    p: &[f64],
    language: Language,
    target: &dyn Target,
    catalogue: &Catalogue<'_>,
) -> String {
    let helpers = Helpers::new(formula, p, language, target, catalogue);
    let first = if language == Language::NumPy && divides(formula) {
        // A quotient or power of Python's own numbers raises errors, or is complex.
        vec![("x".to_owned(), Piece::operand("np.asarray(x)"))]
    } else {
        Vec::new()
    };
    let mut own = target.function("f", &first, &expression::value(formula, p, target, &helpers));
    if matches!(language, Language::NumPy | Language::Rust) {
        let (lines, slope) = derivative::derivative(formula, p, target, &helpers);
        own.push_str("\n\n");
        own.push_str(&target.function("df", &[first, lines].concat(), &slope));
    }
    // Of a parameter that only functions of the catalogue have, the value is in their code.
    let words = target::words(&own);
    let named = |letter: char| words.contains(&target.parameter(letter).text.as_str());
    let letters = formula.letters().iter().zip(p).filter(|(letter, _)| named(**letter));
    let lines: Vec<String> =
        letters.map(|(letter, value)| target.parameter_line(*letter, *value)).collect();
    if !lines.is_empty() {
        own = format!("{}\n\n{own}", lines.join("\n"));
    }
    let mut parts = helpers.texts(target, &own);
    let preamble = target.preamble(&own, &parts, helpers.imports());
    if !preamble.is_empty() {
        parts.insert(0, preamble);
    }
    parts.push(own);
    parts.join("\n\n")
}

/// Whether there is a quotient by x, or a power of or with it.
fn divides(formula: &Formula) -> bool {
    let moving = formula.moving();
    let moves = |place: u16| moving[usize::from(place)];
    formula.nodes().iter().any(|node| match *node {
        Node::Binary(Binary::Divide, _, b) => moves(b),
        Node::Binary(Binary::Power, a, b) => moves(a) || moves(b),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    fn written_in(text: &str, language: Language) -> String {
        let none = |_: &_, _: &[f64], _| "def f(x):\n    return x".to_owned();
        code(&parse(text).unwrap(), &[1.5, -0.5], language, &none)
    }

    #[test]
    fn code_reads_like_code() {
        let numpy = "import numpy as np

a = 1.5

def f(x):
    x = np.asarray(x)
    return x / (1.0 + np.exp(-a * x))";
        assert!(written_in("x/(1+exp(-a*x))", Language::NumPy).starts_with(numpy));
        let rust = "const A: f64 = 1.5;
const B: f64 = -0.5;

fn f(x: f64) -> f64 {
    A * x - B
}

fn df(x: f64) -> f64 {
    if x.is_nan() { x } else { A }
}";
        assert_eq!(written_in("a*x-b", Language::Rust), rust);
        let torch = "import torch

def f(x):
    return torch.clamp(x, min=0.0) + torch.where(x > 1.0, torch.sigmoid(x), 0.0)";
        let text = "max(x,0)+where(x>1,sigmoid(x),0)";
        assert_eq!(written_in(text, Language::PyTorch), torch);
        assert!(written_in(text, Language::Jax).contains("jnp.maximum(x, 0.0)"));
        assert!(written_in("2^x", Language::Latex).contains("f(x) = 2^{x}"));
    }

    #[test]
    fn what_does_not_depend_on_x_is_its_value_where_no_expression_has_it() {
        for (text, want) in [
            ("x+1/0", "return x + math.inf"),
            ("x+sqrt(2)", "return x + math.sqrt(2.0)"),
            ("x+step(2)", "return x + 1.0"),
            ("x*(-8)^(1/3)", "return x * math.nan"),
            ("2", "return np.where(x == x, 2.0, x)"),
        ] {
            let code = written_in(text, Language::NumPy);
            assert!(code.contains(want), "{text}: {code}");
        }
    }
}
