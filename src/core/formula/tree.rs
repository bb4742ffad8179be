//! The syntax tree of a formula: its nodes in postfix order, operands before what uses them, so that
//! everything computed about a formula is a loop over a list.

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

/// The operations on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// The elementary functions of one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// The exponential function.
    Exp,
    /// `e^u − 1`.
    Expm1,
    /// The natural logarithm.
    Ln,
    /// `ln(1 + u)`.
    Log1p,
    /// The square root.
    Sqrt,
    /// The absolute value.
    Abs,
    /// −1, 0 or 1.
    Sign,
    /// The sine.
    Sin,
    /// The cosine.
    Cos,
    /// The error function.
    Erf,
    /// `1 − erf u`.
    Erfc,
    /// 1 for u ≥ 0, 0 otherwise.
    Step,
}

impl Unary {
    /// Every elementary function.
    pub const ALL: [Self; 12] = [
        Self::Exp,
        Self::Expm1,
        Self::Ln,
        Self::Log1p,
        Self::Sqrt,
        Self::Abs,
        Self::Sign,
        Self::Sin,
        Self::Cos,
        Self::Erf,
        Self::Erfc,
        Self::Step,
    ];

    /// Its name in formulas.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exp => "exp",
            Self::Expm1 => "expm1",
            Self::Ln => "ln",
            Self::Log1p => "log1p",
            Self::Sqrt => "sqrt",
            Self::Abs => "abs",
            Self::Sign => "sign",
            Self::Sin => "sin",
            Self::Cos => "cos",
            Self::Erf => "erf",
            Self::Erfc => "erfc",
            Self::Step => "step",
        }
    }

    /// Its value; NaN for NaN, and where it is not defined.
    #[must_use]
    pub fn value(self, u: f64) -> f64 {
        match self {
            Self::Exp => libm::exp(u),
            Self::Expm1 => libm::expm1(u),
            Self::Ln => libm::log(u),
            Self::Log1p => libm::log1p(u),
            Self::Sqrt => u.sqrt(),
            Self::Abs => u.abs(),
            Self::Sign if u == 0.0 || u.is_nan() => u,
            Self::Sign => u.signum(),
            Self::Sin => libm::sin(u),
            Self::Cos => libm::cos(u),
            Self::Erf => libm::erf(u),
            Self::Erfc => libm::erfc(u),
            Self::Step if u.is_nan() => u,
            Self::Step => f64::from(u >= 0.0),
        }
    }
}

impl Binary {
    /// Its value; NaN if an operand is NaN, but for the powers that IEEE 754 defines (`u^0 = 1`).
    #[must_use]
    pub fn value(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::Power => libm::pow(a, b),
            Self::Min if a < b || a.is_nan() => a,
            Self::Max if a > b || a.is_nan() => a,
            Self::Min | Self::Max => b,
        }
    }
}

/// The comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `==`
    Equal,
    /// `!=`
    Unequal,
}

impl Relation {
    /// Whether it holds; of the comparisons with NaN only `!=` does, as IEEE 754 has it.
    #[must_use]
    pub fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::More => a > b,
            Self::AtLeast => a >= b,
            Self::Equal => a == b,
            Self::Unequal => a != b,
        }
    }

    /// Its sign in formulas.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::Unequal => "!=",
        }
    }
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
    fn extremes_keep_nan_from_either_side_and_powers_are_those_of_ieee() {
        for op in [Binary::Min, Binary::Max] {
            assert!(op.value(f64::NAN, 1.0).is_nan());
            assert!(op.value(1.0, f64::NAN).is_nan());
        }
        assert_eq!(Binary::Max.value(-1.0, 2.0), 2.0);
        assert_eq!(Binary::Min.value(-1.0, 2.0), -1.0);
        assert_eq!(Binary::Power.value(f64::NAN, 0.0), 1.0);
        assert_eq!(Unary::Sign.value(-0.5), -1.0);
        assert_eq!(Unary::Step.value(-0.0), 1.0);
        assert!(Unary::Step.value(f64::NAN).is_nan() && Unary::Sign.value(f64::NAN).is_nan());
    }

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
