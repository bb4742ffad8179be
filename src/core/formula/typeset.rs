//! A formula in mathematical notation: fractions, powers, roots and cases instead of signs in a line,
//! in whatever format a [`Notation`] writes.

use super::operation::{Binary, Relation, Unary};
use super::print::Binding;
use super::tree::{Call, Choice, Formula, Node};
use crate::numeric::format::shortest;

/// A format for mathematics; its texts are put together from texts of its own.
pub trait Notation {
    /// A number, its digits and the power of ten that they are multiplied with.
    fn number(&self, digits: &str, exponent: Option<&str>) -> String;
    /// A letter: `x`, `e`, `π` or a parameter.
    fn letter(&self, letter: char) -> String;
    /// What has a minus before it.
    fn negative(&self, u: &str) -> String;
    /// Two texts with `+`, `-` or `·` between them, or nothing but their being side by side.
    fn beside(&self, a: &str, sign: Option<char>, b: &str) -> String;
    /// A fraction.
    fn fraction(&self, above: &str, below: &str) -> String;
    /// A power.
    fn power(&self, base: &str, exponent: &str) -> String;
    /// A square root.
    fn root(&self, u: &str) -> String;
    /// An absolute value.
    fn bars(&self, u: &str) -> String;
    /// What stands in brackets.
    fn brackets(&self, u: &str) -> String;
    /// A function by its name, with its parameters as an index.
    fn call(&self, name: &Name, index: &[String], arguments: &[String]) -> String;
    /// A value where a comparison holds and another where its opposite does.
    fn cases(&self, yes: &str, no: &str, left: &str, relation: Relation, right: &str) -> String;
}

/// The name of a function in mathematics.
pub enum Name {
    /// One that every format knows as upright text: sin, ln, max.
    Known(&'static str),
    /// Upright text: ELU.
    Upright(&'static str),
    /// The logistic function, σ.
    Sigma,
}

/// A text, how strongly it holds together, and how it begins.
struct Piece {
    text: String,
    binding: Binding,
    lead: Lead,
}

/// What a text begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// A digit, which must not follow another number side by side.
    Digit,
    /// A minus, which must not follow an operation.
    Minus,
    /// Anything else.
    Other,
}

/// The formula in a notation.
#[must_use]
pub fn typeset(formula: &Formula, notation: &impl Notation) -> String {
    let mut pieces: Vec<Piece> = Vec::with_capacity(formula.nodes.len());
    for node in &formula.nodes {
        let piece = piece(formula, *node, &pieces, notation);
        pieces.push(piece);
    }
    pieces.pop().map(|piece| piece.text).unwrap_or_default()
}

fn piece(formula: &Formula, node: Node, pieces: &[Piece], notation: &impl Notation) -> Piece {
    let at = |place: u16| &pieces[usize::from(place)];
    let text = |place: u16| at(place).text.as_str();
    let held = |place: u16, least: Binding| {
        let piece = at(place);
        if piece.binding < least { notation.brackets(&piece.text) } else { piece.text.clone() }
    };
    // What follows another operand, or is a base.
    let later = |place: u16, least: Binding| {
        let text = held(place, least);
        let bare = at(place).binding >= least && at(place).lead == Lead::Minus;
        if bare { notation.brackets(&text) } else { text }
    };
    let operand = |text: String| Piece { text, binding: Binding::Operand, lead: Lead::Other };
    let call = |name: Name, arguments: &[String]| operand(notation.call(&name, &[], arguments));
    match node {
        Node::Number(value) => number(value, notation),
        Node::X => operand(notation.letter('x')),
        Node::Pi => operand(notation.letter('π')),
        Node::E => operand(notation.letter('e')),
        Node::Parameter(place) => operand(notation.letter(formula.letters[usize::from(place)])),
        Node::Negate(u) => Piece {
            text: notation.negative(&later(u, Binding::Product)),
            binding: Binding::Product,
            lead: Lead::Minus,
        },
        Node::Binary(op @ (Binary::Add | Binary::Subtract), a, b) => {
            let sign = if op == Binary::Add { '+' } else { '-' };
            let (left, right) = (held(a, Binding::Sum), later(b, Binding::Product));
            let text = notation.beside(&left, Some(sign), &right);
            Piece { text, binding: Binding::Sum, lead: at(a).lead }
        }
        Node::Binary(Binary::Multiply, a, b) => {
            let sign = (at(b).lead == Lead::Digit).then_some('·');
            let (left, right) = (held(a, Binding::Product), later(b, Binding::Product));
            let text = notation.beside(&left, sign, &right);
            Piece { text, binding: Binding::Product, lead: at(a).lead }
        }
        Node::Binary(Binary::Divide, a, b) => Piece {
            text: notation.fraction(text(a), text(b)),
            binding: Binding::Power,
            lead: Lead::Other,
        },
        Node::Binary(Binary::Power, a, b) => {
            let base = later(a, Binding::Operand);
            let lead = if at(a).lead == Lead::Digit { Lead::Digit } else { Lead::Other };
            Piece { text: notation.power(&base, text(b)), binding: Binding::Power, lead }
        }
        Node::Binary(Binary::Min, a, b) => {
            call(Name::Known("min"), &[text(a).into(), text(b).into()])
        }
        Node::Binary(Binary::Max, a, b) => {
            call(Name::Known("max"), &[text(a).into(), text(b).into()])
        }
        Node::Unary(unary, u) => elementary(unary, text(u), later(u, Binding::Product), notation),
        Node::Where(Choice { relation, left, right, yes, no }) => Piece {
            text: notation.cases(text(yes), text(no), text(left), relation, text(right)),
            // Without brackets the end of the cases could not be seen.
            binding: Binding::Choice,
            lead: Lead::Other,
        },
        Node::Call(Call { act, input, parameters }) => {
            let name = match act.id {
                "sigmoid" => Name::Sigma,
                "tanh" => Name::Known("tanh"),
                _ => Name::Upright(act.name),
            };
            let index: Vec<String> =
                parameters.iter().flatten().map(|place| text(*place).to_owned()).collect();
            operand(notation.call(&name, &index, &[text(input).to_owned()]))
        }
    }
}

fn number(value: f64, notation: &impl Notation) -> Piece {
    let spelled = shortest(value);
    match spelled.split_once('e') {
        Some((digits, exponent)) => Piece {
            text: notation.number(digits, Some(exponent)),
            binding: Binding::Product,
            lead: Lead::Digit,
        },
        None => Piece {
            text: notation.number(&spelled, None),
            binding: Binding::Operand,
            lead: Lead::Digit,
        },
    }
}

/// An elementary function of `u`, which `factor` is with the brackets of a term.
fn elementary(unary: Unary, u: &str, factor: String, notation: &impl Notation) -> Piece {
    let one = || notation.number("1", None);
    let known = |name: &'static str, u: String| Piece {
        text: notation.call(&Name::Known(name), &[], &[u]),
        binding: Binding::Operand,
        lead: Lead::Other,
    };
    let upright = |name: &'static str| Piece {
        text: notation.call(&Name::Upright(name), &[], &[u.to_owned()]),
        binding: Binding::Operand,
        lead: Lead::Other,
    };
    let power = || notation.power(&notation.letter('e'), u);
    match unary {
        Unary::Exp => Piece { text: power(), binding: Binding::Power, lead: Lead::Other },
        Unary::Expm1 => Piece {
            text: notation.beside(&power(), Some('-'), &one()),
            binding: Binding::Sum,
            lead: Lead::Other,
        },
        Unary::Ln => known("ln", u.to_owned()),
        Unary::Log1p => known("ln", notation.beside(&one(), Some('+'), &factor)),
        Unary::Sqrt => {
            Piece { text: notation.root(u), binding: Binding::Operand, lead: Lead::Other }
        }
        Unary::Abs => {
            Piece { text: notation.bars(u), binding: Binding::Operand, lead: Lead::Other }
        }
        Unary::Sin => known("sin", u.to_owned()),
        Unary::Cos => known("cos", u.to_owned()),
        Unary::Sign | Unary::Erf | Unary::Erfc | Unary::Step => upright(unary.name()),
    }
}
