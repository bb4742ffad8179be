//! The code of f′: a line for each step of the formula and for its derivative, by the chain rule.

use super::expression::{Known, node, whole};
use super::helper::Helpers;
use super::target::{Piece, Target, used};
use crate::formula::operation::{Binary, Relation, Unary};
use crate::formula::tree::{Formula, Node, Place};

/// The lines, each a name and its value, and the expression of f′.
pub fn derivative(
    formula: &Formula,
    p: &[f64],
    target: &dyn Target,
    helpers: &Helpers,
) -> (Vec<(String, Piece)>, Piece) {
    let known = Known::new(formula, p);
    let mut chain = Chain { target, lines: Vec::new(), pieces: Vec::new(), slopes: Vec::new() };
    for place in 0..formula.nodes().len() {
        let piece = node(formula, place, &chain.pieces, &known, target, helpers);
        let slope = chain.slope(formula, place, &known, helpers);
        chain.push(place, formula.nodes()[place], known.moving[place], piece, slope);
    }
    let slope = match chain.slopes.pop().flatten() {
        None => target.everywhere(&target.number(0.0)),
        Some(slope) if slope.moves => slope.piece,
        Some(slope) => target.everywhere(&slope.piece),
    };
    let mut lines = used(chain.lines, &slope);
    // What the last line says is what is returned.
    match lines.last() {
        Some((name, _)) if *name == slope.text => {
            let whole = lines.pop().map_or(slope, |(_, piece)| piece);
            (lines, whole)
        }
        _ => (lines, slope),
    }
}

/// A derivative that is not 0.
#[derive(Clone)]
struct Slope {
    piece: Piece,
    /// Whether it depends on x.
    moves: bool,
    /// Whether it is 1.
    one: bool,
}

struct Chain<'a> {
    target: &'a dyn Target,
    lines: Vec<(String, Piece)>,
    pieces: Vec<Piece>,
    slopes: Vec<Option<Slope>>,
}

impl Chain<'_> {
    /// Adds a node; what depends on x and is not a letter gets a name.
    fn push(&mut self, place: usize, node: Node, moves: bool, piece: Piece, slope: Option<Slope>) {
        if !moves || node == Node::X {
            self.pieces.push(piece);
            self.slopes.push(slope);
            return;
        }
        let value = Piece::operand(format!("u{place}"));
        self.lines.push((value.text.clone(), piece));
        self.pieces.push(value);
        let slope = slope.map(|slope| {
            // What is only passed on needs no line.
            let named = self.lines.iter().any(|(name, _)| *name == slope.piece.text);
            if slope.one || !slope.moves || named {
                return slope;
            }
            let name = Piece::operand(format!("d{place}"));
            self.lines.push((name.text.clone(), slope.piece));
            Slope { piece: name, ..slope }
        });
        self.slopes.push(slope);
    }

    fn at(&self, place: Place) -> &Piece {
        &self.pieces[usize::from(place)]
    }

    fn d(&self, place: Place) -> Option<Slope> {
        self.slopes[usize::from(place)].clone()
    }

    /// `factor · d`, where the factor depends on x or not.
    fn times(&self, factor: Piece, moves: bool, d: Slope) -> Slope {
        if d.one {
            return Slope { piece: factor, moves, one: false };
        }
        Slope { piece: Piece::infix(&factor, "*", &d.piece), moves: moves || d.moves, one: false }
    }

    fn negative(&self, d: Slope) -> Slope {
        Slope { piece: Piece::negative(&d.piece), moves: d.moves, one: false }
    }

    /// `a sign b`, either of which may be 0.
    fn joined(&self, a: Option<Slope>, sign: &str, b: Option<Slope>) -> Option<Slope> {
        match (a, b) {
            (None, None) => None,
            (Some(a), None) => Some(a),
            (None, Some(b)) if sign == "-" => Some(self.negative(b)),
            (None, Some(b)) => Some(b),
            (Some(a), Some(b)) => Some(Slope {
                piece: Piece::infix(&a.piece, sign, &b.piece),
                moves: a.moves || b.moves,
                one: false,
            }),
        }
    }

    /// One of two derivatives, either of which may be 0, by a comparison.
    fn choice(
        &self,
        comparison: (&Piece, Relation, &Piece),
        moves: bool,
        yes: Option<Slope>,
        no: Option<Slope>,
    ) -> Option<Slope> {
        if yes.is_none() && no.is_none() {
            return None;
        }
        let inner = [&yes, &no].iter().any(|d| d.as_ref().is_some_and(|d| d.moves));
        let zero = self.target.number(0.0);
        let piece = |d: Option<Slope>| d.map_or_else(|| zero.clone(), |d| d.piece);
        let piece = self.target.choice(comparison, moves, &piece(yes), &piece(no));
        Some(Slope { piece, moves: moves || inner, one: false })
    }

    /// The derivative of a node.
    fn slope(
        &self,
        formula: &Formula,
        place: usize,
        known: &Known,
        helpers: &Helpers,
    ) -> Option<Slope> {
        if !known.moving[place] {
            return None;
        }
        let moves = |place: Place| known.moving[usize::from(place)];
        let name = Piece::operand(format!("u{place}"));
        match formula.nodes()[place] {
            Node::X => Some(Slope { piece: self.target.number(1.0), moves: false, one: true }),
            Node::Negate(u) => self.d(u).map(|d| self.negative(d)),
            Node::Binary(Binary::Add, a, b) => self.joined(self.d(a), "+", self.d(b)),
            Node::Binary(Binary::Subtract, a, b) => self.joined(self.d(a), "-", self.d(b)),
            Node::Binary(Binary::Multiply, a, b) => {
                let left = self.d(a).map(|d| self.times(self.at(b).clone(), moves(b), d));
                let right = self.d(b).map(|d| self.times(self.at(a).clone(), moves(a), d));
                self.joined(left, "+", right)
            }
            Node::Binary(Binary::Divide, a, b) => {
                let less = self.d(b).map(|d| self.times(name, true, d));
                let above = self.joined(self.d(a), "-", less)?;
                Some(Slope {
                    piece: Piece::infix(&above.piece, "/", self.at(b)),
                    moves: above.moves || moves(b),
                    one: false,
                })
            }
            Node::Binary(Binary::Power, a, b) => self.power(formula, (a, b), known, &name),
            Node::Binary(op @ (Binary::Min | Binary::Max), a, b) => {
                // Where both are the same, the one that does not depend on x: ReLU is 0 at 0.
                let relation = match (op, moves(a)) {
                    (Binary::Max, true) => Relation::More,
                    (Binary::Max, false) => Relation::AtLeast,
                    (_, true) => Relation::Less,
                    (_, false) => Relation::AtMost,
                };
                self.choice((self.at(a), relation, self.at(b)), true, self.d(a), self.d(b))
            }
            Node::Where(c) => self.choice(
                (self.at(c.left), c.relation, self.at(c.right)),
                moves(c.left) || moves(c.right),
                self.d(c.yes),
                self.d(c.no),
            ),
            Node::Unary(unary, u) => {
                let d = self.d(u)?;
                match self.under(unary, self.at(u), &name) {
                    Some(below) => {
                        let piece = Piece::infix(&d.piece, "/", &below);
                        Some(Slope { piece, moves: true, one: false })
                    }
                    None => {
                        let factor = self.elementary(unary, self.at(u), &name)?;
                        Some(self.times(factor, true, d))
                    }
                }
            }
            Node::Call(call) => {
                let factor =
                    self.target.helper_call(helpers.name(place)?, true, self.at(call.input));
                self.d(call.input).map(|d| self.times(factor, true, d))
            }
            // Numbers and letters, which do not depend on x.
            _ => None,
        }
    }

    /// The derivative of the power `value` of two nodes.
    fn power(
        &self,
        formula: &Formula,
        (a, b): (Place, Place),
        known: &Known,
        value: &Piece,
    ) -> Option<Slope> {
        let (base, exponent) = (self.at(a), self.at(b));
        let log = |base: &Piece| {
            let still = !known.moving[usize::from(a)];
            let value = known.values[usize::from(a)];
            if still && (value <= 0.0 || !value.is_finite()) {
                return self.target.number(libm::log(value));
            }
            self.target.unary(Unary::Ln, base, !still)
        };
        let by_exponent = |d: Slope| {
            let factor = Piece::infix(value, "*", &log(base));
            self.times(factor, true, d)
        };
        if known.moving[usize::from(b)] {
            // By the base: b · a^b / a, which is the power with b − 1.
            let less = Piece::infix(exponent, "-", &self.target.number(1.0));
            let by_base = |d: Slope| {
                let power = self.target.power(base, &less, None);
                self.times(Piece::infix(exponent, "*", &power), true, d)
            };
            return self.joined(self.d(a).map(by_base), "+", self.d(b).map(by_exponent));
        }
        let n = known.values[usize::from(b)];
        if n == 0.0 {
            return None;
        }
        let d = self.d(a)?;
        let factor = match whole(formula, b) {
            Some(1) => return Some(d),
            Some(2) => Piece::infix(&self.target.number(2.0), "*", base),
            Some(n) => {
                let n = f64::from(n);
                let less = self.target.number(n - 1.0);
                let power = self.target.power(base, &less, Some(n as i32 - 1));
                Piece::infix(&self.target.number(n), "*", &power)
            }
            None => {
                let less = Piece::infix(exponent, "-", &self.target.number(1.0));
                Piece::infix(exponent, "*", &self.target.power(base, &less, None))
            }
        };
        Some(self.times(factor, true, d))
    }

    /// `1/g′(u)` for `g(u) = value`, where that is what g′ is written with.
    fn under(&self, unary: Unary, u: &Piece, value: &Piece) -> Option<Piece> {
        match unary {
            Unary::Ln => Some(u.clone()),
            Unary::Log1p => Some(Piece::infix(&self.target.number(1.0), "+", u)),
            Unary::Sqrt => Some(Piece::infix(&self.target.number(2.0), "*", value)),
            _ => None,
        }
    }

    /// `g′(u)` for `g(u) = value`; `None` where it is 0.
    fn elementary(&self, unary: Unary, u: &Piece, value: &Piece) -> Option<Piece> {
        let target = self.target;
        let number = |value: f64| target.number(value);
        let density = |sign: f64| {
            let factor = number(sign * std::f64::consts::FRAC_2_SQRT_PI);
            let square = Piece::infix(&Piece::negative(u), "*", u);
            Piece::infix(&factor, "*", &target.unary(Unary::Exp, &square, true))
        };
        Some(match unary {
            Unary::Exp => value.clone(),
            Unary::Expm1 => target.unary(Unary::Exp, u, true),
            // Quotients, which `under` has.
            Unary::Ln | Unary::Log1p | Unary::Sqrt => return None,
            Unary::Abs => target.unary(Unary::Sign, u, true),
            Unary::Sign | Unary::Step => return None,
            Unary::Sin => target.unary(Unary::Cos, u, true),
            Unary::Cos => Piece::negative(&target.unary(Unary::Sin, u, true)),
            Unary::Erf => density(1.0),
            Unary::Erfc => density(-1.0),
        })
    }
}
