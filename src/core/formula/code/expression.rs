//! The expression of f in a language.

use super::helper::Helpers;
use super::target::{Piece, Target};
use crate::formula::operation::{Binary, Unary};
use crate::formula::tree::{Formula, Node};

/// What is known about the nodes of a formula when code is written.
pub struct Known {
    /// Which depend on x.
    pub moving: Vec<bool>,
    /// The values of those that do not, at the parameters.
    pub values: Vec<f64>,
    /// Which of those are written as expressions: all of their parts are finite, and arithmetic or
    /// elementary functions.
    plain: Vec<bool>,
}

impl Known {
    /// What is known with parameters `p`.
    pub fn new(formula: &Formula, p: &[f64]) -> Self {
        let moving = formula.moving();
        let mut values = Vec::new();
        formula.values(0.0, p, &mut values);
        let mut plain: Vec<bool> = Vec::with_capacity(values.len());
        for (node, value) in formula.nodes().iter().zip(&values) {
            let simple = !matches!(
                node,
                Node::Where(_) | Node::Call(_) | Node::Unary(Unary::Sign | Unary::Step, _)
            );
            let parts = node.operands().all(|place| plain[usize::from(place)]);
            plain.push(simple && value.is_finite() && parts);
        }
        Self { moving, values, plain }
    }

    /// The number that stands for a node which does not depend on x, if one does.
    pub fn number(&self, place: usize) -> Option<f64> {
        (!self.moving[place] && !self.plain[place]).then_some(self.values[place])
    }
}

/// The expression of the whole formula.
pub fn value(formula: &Formula, p: &[f64], target: &dyn Target, helpers: &Helpers) -> Piece {
    let known = Known::new(formula, p);
    let mut pieces: Vec<Piece> = Vec::with_capacity(formula.nodes().len());
    for place in 0..formula.nodes().len() {
        let piece = node(formula, place, &pieces, &known, target, helpers);
        pieces.push(piece);
    }
    let moves = known.moving.last().copied().unwrap_or_default();
    let whole = pieces.pop().unwrap_or_else(|| target.number(f64::NAN));
    if moves { whole } else { target.everywhere(&whole) }
}

/// The expression of a node, given those of its operands.
pub fn node(
    formula: &Formula,
    place: usize,
    pieces: &[Piece],
    known: &Known,
    target: &dyn Target,
    helpers: &Helpers,
) -> Piece {
    if let Some(value) = known.number(place) {
        return target.number(value);
    }
    let at = |place: u16| &pieces[usize::from(place)];
    let moves = |place: u16| known.moving[usize::from(place)];
    match formula.nodes()[place] {
        Node::Number(value) => target.number(value),
        Node::X => Piece::operand("x"),
        Node::Pi => target.pi(),
        Node::E => target.e(),
        Node::Parameter(i) => target.parameter(formula.letters()[usize::from(i)]),
        Node::Negate(u) => Piece::negative(at(u)),
        Node::Binary(Binary::Power, a, b) => target.power(at(a), at(b), whole(formula, b)),
        Node::Binary(op @ (Binary::Min | Binary::Max), a, b) => {
            target.extreme(op, (at(a), moves(a)), (at(b), moves(b)))
        }
        Node::Binary(op, a, b) => Piece::infix(at(a), sign(op), at(b)),
        Node::Unary(unary, u) => target.unary(unary, at(u), moves(u)),
        Node::Where(c) => target.choice(
            (at(c.left), c.relation, at(c.right)),
            moves(c.left) || moves(c.right),
            at(c.yes),
            at(c.no),
        ),
        Node::Call(call) => match helpers.name(place) {
            Some(name) => target.helper_call(name, false, at(call.input)),
            None => target.everywhere(&target.number(f64::NAN)),
        },
    }
}

/// The exponent of a node as a whole number, if it is written as one.
pub fn whole(formula: &Formula, place: u16) -> Option<i32> {
    let number = |place: u16| match formula.nodes()[usize::from(place)] {
        Node::Number(value) if value <= 64.0 && value == f64::from(value as i32) => {
            Some(value as i32)
        }
        _ => None,
    };
    match formula.nodes()[usize::from(place)] {
        Node::Negate(inner) => number(inner).map(|n| -n),
        _ => number(place),
    }
}

const fn sign(op: Binary) -> &'static str {
    match op {
        Binary::Add => "+",
        Binary::Subtract => "-",
        Binary::Divide => "/",
        _ => "*",
    }
}
