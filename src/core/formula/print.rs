//! Writes a formula down in its own grammar, with no bracket too many: what is written is read as
//! the same tree.

use super::operation::Binary;
use super::tree::{Formula, Node};
use crate::numeric::format::shortest;

/// How strongly what is written holds together, from sums to single operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binding {
    /// One of two by a comparison, written without brackets.
    Choice,
    /// Terms with plus and minus between them.
    Sum,
    /// Factors.
    Product,
    /// A sign and what it stands before.
    Signed,
    /// A power.
    Power,
    /// A number, a letter, a bracket, a call.
    Operand,
}

/// The text of a formula as an address has it, without spaces.
#[must_use]
pub fn compact(formula: &Formula) -> String {
    written(formula, false)
}

/// The text of a formula for people, with spaces around what is added and compared.
#[must_use]
pub fn spaced(formula: &Formula) -> String {
    written(formula, true)
}

impl Node {
    /// How strongly it holds together.
    #[must_use]
    pub const fn binding(&self) -> Binding {
        match self {
            Self::Binary(Binary::Add | Binary::Subtract, ..) => Binding::Sum,
            Self::Binary(Binary::Multiply | Binary::Divide, ..) => Binding::Product,
            Self::Negate(_) => Binding::Signed,
            Self::Binary(Binary::Power, ..) => Binding::Power,
            _ => Binding::Operand,
        }
    }
}

fn written(formula: &Formula, spaces: bool) -> String {
    // Each operand is used once: its text is taken, so that a long sum is written in linear time.
    let mut texts: Vec<String> = Vec::with_capacity(formula.nodes.len());
    let comma = if spaces { ", " } else { "," };
    for node in &formula.nodes {
        let mut take = |place: u16| std::mem::take(&mut texts[usize::from(place)]);
        let at_least = |place: u16, binding: Binding, text: String| {
            let weak = formula.nodes[usize::from(place)].binding() < binding;
            if weak { ["(", &text, ")"].concat() } else { text }
        };
        let call =
            |name: &str, arguments: &[String]| [name, "(", &arguments.join(comma), ")"].concat();
        let text = match *node {
            Node::Number(value) => shortest(value),
            Node::X => "x".to_owned(),
            Node::Pi => "pi".to_owned(),
            Node::E => "e".to_owned(),
            Node::Parameter(place) => formula.letters[usize::from(place)].to_string(),
            Node::Negate(u) => ["-", &at_least(u, Binding::Signed, take(u))].concat(),
            Node::Binary(Binary::Min, a, b) => call("min", &[take(a), take(b)]),
            Node::Binary(Binary::Max, a, b) => call("max", &[take(a), take(b)]),
            Node::Binary(op, a, b) => {
                let (sign, left, right) = match op {
                    Binary::Add => ("+", Binding::Sum, Binding::Product),
                    Binary::Subtract => ("-", Binding::Sum, Binding::Product),
                    Binary::Divide => ("/", Binding::Product, Binding::Signed),
                    Binary::Power => ("^", Binding::Operand, Binding::Signed),
                    _ => ("*", Binding::Product, Binding::Signed),
                };
                let mut text = at_least(a, left, take(a));
                let apart = spaces && op != Binary::Power;
                text.push_str(if apart { " " } else { "" });
                text.push_str(sign);
                text.push_str(if apart { " " } else { "" });
                text.push_str(&at_least(b, right, take(b)));
                text
            }
            Node::Unary(unary, u) => call(unary.name(), &[take(u)]),
            Node::Where(choice) => {
                let (left, right) = (take(choice.left), take(choice.right));
                let space = if spaces { " " } else { "" };
                let sign = choice.relation.sign();
                let comparison = [&left, space, sign, space, &right].concat();
                call("where", &[comparison, take(choice.yes), take(choice.no)])
            }
            Node::Call(c) => {
                let places = [Some(c.input), c.parameters[0], c.parameters[1]];
                let arguments: Vec<String> = places.into_iter().flatten().map(&mut take).collect();
                call(c.act.id, &arguments)
            }
        };
        texts.push(text);
    }
    texts.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    #[test]
    fn formulas_are_written_with_the_brackets_they_need() {
        for (text, compact_text, spaced_text) in [
            ("((x))", "x", "x"),
            ("x + (1 + a)", "x+(1+a)", "x + (1 + a)"),
            ("(x + 1) + a", "x+1+a", "x + 1 + a"),
            ("x*(-2)", "x*-2", "x * -2"),
            ("(-x)^2", "(-x)^2", "(-x)^2"),
            ("-(x^2)", "-x^2", "-x^2"),
            ("(2^3)^2", "(2^3)^2", "(2^3)^2"),
            ("2^(-x)", "2^-x", "2^-x"),
            ("a/(b*c)", "a/(b*c)", "a / (b * c)"),
            ("-(a+b)", "-(a+b)", "-(a + b)"),
            ("where( x>=0 , silu(x,2), - x )", "where(x>=0,swish(x,2),-x)", {
                "where(x >= 0, swish(x, 2), -x)"
            }),
            ("100000 + 1e-7", "1e5+1e-7", "1e5 + 1e-7"),
        ] {
            let formula = parse(text).unwrap();
            assert_eq!(compact(&formula), compact_text);
            assert_eq!(spaced(&formula), spaced_text);
            assert_eq!(parse(compact_text).as_ref(), Ok(&formula), "{text}");
            assert_eq!(parse(spaced_text).as_ref(), Ok(&formula), "{text}");
        }
    }
}
