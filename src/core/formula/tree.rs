//! The syntax tree of a formula: its nodes in postfix order, operands before what uses them, so that
//! everything computed about a formula is a loop over a list.

use super::operation::{Binary, Relation, Unary};
use crate::activation::Activation;

/// The most parameters of a formula.
pub const PARAMETERS: usize = 4;

/// The place of a node in the list.
pub type Place = u16;

/// A syntax tree; its last node is the whole formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The nodes, operands before what uses them.
    pub(super) nodes: Vec<Node>,
    /// The letters of its parameters, in alphabetical order.
    pub(super) letters: Vec<char>,
}

/// A node: a leaf, or an operation on nodes before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node {
    /// A number as it was written: finite, not negative.
    Number(f64),
    /// The input.
    X,
    /// π.
    Pi,
    /// e, the base of the natural logarithm.
    E,
    /// A parameter, by its place among the letters.
    Parameter(u8),
    /// The operand with the opposite sign.
    Negate(Place),
    /// An operation on two operands.
    Binary(Binary, Place, Place),
    /// An elementary function.
    Unary(Unary, Place),
    /// One of two operands, by a comparison of two others.
    Where(Choice),
    /// A scalar function of the catalogue.
    Call(Call),
}

/// `where(left ? right, yes, no)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The comparison.
    pub relation: Relation,
    /// Its left side.
    pub left: Place,
    /// Its right side.
    pub right: Place,
    /// The value where it holds.
    pub yes: Place,
    /// The value where it does not, or where a side is NaN.
    pub no: Place,
}

/// A call of a scalar function of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// The function.
    pub act: &'static Activation,
    /// Its input.
    pub input: Place,
    /// Its parameters, none of which depends on x; those left out have their defaults.
    pub parameters: [Option<Place>; 2],
}

impl Node {
    /// Its operands, in the order in which they are written.
    pub fn operands(&self) -> impl Iterator<Item = Place> {
        let all = match *self {
            Self::Number(_) | Self::X | Self::Pi | Self::E | Self::Parameter(_) => [None; 4],
            Self::Negate(u) | Self::Unary(_, u) => [Some(u), None, None, None],
            Self::Binary(_, a, b) => [Some(a), Some(b), None, None],
            Self::Where(c) => [Some(c.left), Some(c.right), Some(c.yes), Some(c.no)],
            Self::Call(c) => [Some(c.input), c.parameters[0], c.parameters[1], None],
        };
        all.into_iter().flatten()
    }
}

impl Node {
    /// The same operation on operands at other places.
    #[must_use]
    pub fn with_operands(&self, moved: impl Fn(Place) -> Place) -> Self {
        match *self {
            Self::Number(_) | Self::X | Self::Pi | Self::E | Self::Parameter(_) => *self,
            Self::Negate(u) => Self::Negate(moved(u)),
            Self::Unary(unary, u) => Self::Unary(unary, moved(u)),
            Self::Binary(op, a, b) => Self::Binary(op, moved(a), moved(b)),
            Self::Where(Choice { relation, left, right, yes, no }) => Self::Where(Choice {
                relation,
                left: moved(left),
                right: moved(right),
                yes: moved(yes),
                no: moved(no),
            }),
            Self::Call(Call { act, input, parameters }) => Self::Call(Call {
                act,
                input: moved(input),
                parameters: parameters.map(|place| place.map(&moved)),
            }),
        }
    }
}

impl Call {
    /// The values of its parameters: those given, and the defaults of the others; `None` if they
    /// are outside the domain of the function or contradict each other.
    #[must_use]
    pub fn parameters(&self, value: impl Fn(Place) -> f64) -> Option<[f64; 2]> {
        let mut p = [0.0; 2];
        for (i, param) in self.act.params.iter().enumerate() {
            p[i] = self.parameters[i].map_or(param.default, &value);
            if param.clamp(p[i]) != p[i] {
                return None;
            }
        }
        let given = p;
        (self.act.agree)(&mut p[..self.act.params.len()]);
        (p == given).then_some(p)
    }
}

impl Formula {
    /// The nodes, operands before what uses them; the last is the whole formula.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The letters of its parameters, in alphabetical order; values are given in this order.
    #[must_use]
    pub fn letters(&self) -> &[char] {
        &self.letters
    }

    /// Which nodes depend on x.
    #[must_use]
    pub fn moving(&self) -> Vec<bool> {
        let mut moving: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let own = matches!(node, Node::X);
            let moves = own || node.operands().any(|place| moving[usize::from(place)]);
            moving.push(moves);
        }
        moving
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    #[test]
    fn parameters_outside_the_domain_of_a_function_are_refused() {
        let act = by_id("celu").unwrap();
        let call =
            |value: f64| Call { act, input: 0, parameters: [Some(1), None] }.parameters(|_| value);
        assert_eq!(call(2.0), Some([2.0, 0.0]));
        assert_eq!(call(0.0), None);
        assert_eq!(call(f64::NAN), None);
        let act = by_id("hardtanh").unwrap();
        let call = Call { act, input: 0, parameters: [Some(1), None] };
        assert_eq!(call.parameters(|_| 0.5), Some([0.5, 1.0]));
        assert_eq!(call.parameters(|_| 1.5), None, "more than the maximum");
    }
}
