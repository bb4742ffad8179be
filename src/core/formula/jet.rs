//! One-sided limits of f, f′ and f″ at a point: derivatives to second order carried along every node,
//! each switch turned the way that its operands come from.
//!
//! Right of 0, `abs(x)` is x whatever it is at 0; the way a node comes from is the sign of its first
//! derivative, or where that is 0 of its second.

use super::local::{chained, first, scaled, second};
use super::operation::{Binary, Unary};
use super::tree::{Call, Choice, Formula, Node, Place};
use crate::activation;

/// The side of a point from which it is approached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From smaller x.
    Left,
    /// From larger x.
    Right,
}

/// The limits of f, f′ and f″ from one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jet {
    /// f.
    pub f: f64,
    /// f′.
    pub d1: f64,
    /// f″.
    pub d2: f64,
}

impl Jet {
    const NAN: Self = Self { f: f64::NAN, d1: f64::NAN, d2: f64::NAN };

    const fn constant(f: f64) -> Self {
        Self { f, d1: 0.0, d2: 0.0 }
    }

    /// 1 where the limit is reached from above, −1 from below, 0 if it stays there or is unknown.
    fn way(self, side: Side) -> f64 {
        let first = if side == Side::Left { -self.d1 } else { self.d1 };
        let way = if first == 0.0 { self.d2 } else { first };
        if way > 0.0 {
            1.0
        } else if way < 0.0 {
            -1.0
        } else {
            0.0
        }
    }

    /// `g(u)` for the derivatives of `g` at this u.
    fn through(self, g: f64, g1: f64, g2: f64, flat: bool) -> Self {
        let bent = chained(g2, flat, self.d1);
        Self {
            f: g,
            d1: chained(g1, flat, self.d1),
            d2: chained(bent, flat, self.d1) + chained(g1, flat, self.d2),
        }
    }
}

impl std::ops::Neg for Jet {
    type Output = Self;

    fn neg(self) -> Self {
        Self { f: -self.f, d1: -self.d1, d2: -self.d2 }
    }
}

impl std::ops::Add for Jet {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { f: self.f + other.f, d1: self.d1 + other.d1, d2: self.d2 + other.d2 }
    }
}

impl Formula {
    /// f″(x), at kinks and jumps the limit from the right; NaN where f is.
    #[must_use]
    pub fn second(&self, x: f64, p: &[f64]) -> f64 {
        self.jet(x, p, Side::Right).d2
    }

    /// The limits at x from one side with parameters `p`; NaN where f is.
    #[must_use]
    pub fn jet(&self, x: f64, p: &[f64], side: Side) -> Jet {
        let mut jets: Vec<Jet> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let at = |place: Place| jets[usize::from(place)];
            let jet = match *node {
                Node::Number(value) => Jet::constant(value),
                Node::X => Jet { f: x, d1: 1.0, d2: 0.0 },
                Node::Pi => Jet::constant(std::f64::consts::PI),
                Node::E => Jet::constant(std::f64::consts::E),
                Node::Parameter(i) => {
                    Jet::constant(p.get(usize::from(i)).copied().unwrap_or(f64::NAN))
                }
                Node::Negate(u) => -at(u),
                Node::Binary(op, a, b) => binary(op, at(a), at(b), side),
                Node::Unary(unary, u) => elementary(unary, at(u), side),
                Node::Where(choice) => at(branch(choice, at, side)),
                Node::Call(call) => catalogue(call, at, side),
            };
            jets.push(jet);
        }
        jets.pop().filter(|jet| !x.is_nan() && !jet.f.is_nan()).unwrap_or(Jet::NAN)
    }
}

fn binary(op: Binary, a: Jet, b: Jet, side: Side) -> Jet {
    match op {
        Binary::Add => a + b,
        Binary::Subtract => a + -b,
        Binary::Multiply => Jet {
            f: a.f * b.f,
            d1: scaled(b.f, a.d1) + scaled(a.f, b.d1),
            d2: scaled(b.f, a.d2) + 2.0 * scaled(a.d1, b.d1) + scaled(a.f, b.d2),
        },
        Binary::Divide if b.f.is_infinite() && a.f.is_finite() => Jet::constant(a.f / b.f),
        Binary::Divide => {
            // A denominator of 0 has the sign of the side it comes from.
            let under = if b.f == 0.0 { 0f64.copysign(b.way(side)) } else { b.f };
            let f = a.f / under;
            let d1 = (a.d1 - scaled(f, b.d1)) / under;
            Jet { f, d1, d2: (a.d2 - 2.0 * scaled(d1, b.d1) - scaled(f, b.d2)) / under }
        }
        Binary::Power if b.d1 == 0.0 && b.d2 == 0.0 => {
            let n = b.f;
            if a.f == 0.0 && n != libm::floor(n) && a.way(side) < 0.0 {
                return Jet::NAN;
            }
            let falling = |k: f64, times: f64| {
                if times == 0.0 { 0.0 } else { times * libm::pow(a.f, n - k) }
            };
            a.through(libm::pow(a.f, n), falling(1.0, n), falling(2.0, n * (n - 1.0)), false)
        }
        Binary::Power => {
            // a^b = e^(b·ln a)
            let ln = a.through(libm::log(a.f), 1.0 / a.f, -1.0 / a.f / a.f, false);
            let exponent = binary(Binary::Multiply, b, ln, side);
            let f = libm::pow(a.f, b.f);
            exponent.through(f, f, f, false)
        }
        Binary::Min if below(a, b, side) => a,
        Binary::Max if below(b, a, side) => a,
        Binary::Min | Binary::Max => b,
    }
}

/// Whether `a` is below `b` on a side of the point, or NaN.
fn below(a: Jet, b: Jet, side: Side) -> bool {
    if a.f == b.f { (a + -b).way(side) < 0.0 } else { a.f < b.f || a.f.is_nan() }
}

fn elementary(unary: Unary, u: Jet, side: Side) -> Jet {
    let way = if u.f == 0.0 { u.way(side) } else { u.f.signum() };
    match unary {
        Unary::Abs if u.f == 0.0 && way == 0.0 => Jet::constant(0.0),
        Unary::Abs if way < 0.0 => -u,
        Unary::Abs => u,
        Unary::Sign if u.f == 0.0 => Jet::constant(way),
        Unary::Step if u.f == 0.0 => Jet::constant(f64::from(way >= 0.0)),
        Unary::Sqrt | Unary::Ln if u.f == 0.0 && way < 0.0 => Jet::NAN,
        Unary::Log1p if u.f == -1.0 && u.way(side) < 0.0 => Jet::NAN,
        _ => {
            let g = unary.value(u.f);
            let flat = u.f.is_infinite() || matches!(unary, Unary::Sign | Unary::Step);
            u.through(g, first(unary, u.f, g), second(unary, u.f, g), flat)
        }
    }
}

/// The branch that is taken on a side of the point.
fn branch(choice: Choice, at: impl Fn(Place) -> Jet, side: Side) -> Place {
    let (left, right) = (at(choice.left), at(choice.right));
    let way = if left.f == right.f { (left + -right).way(side) } else { 0.0 };
    let holds = if way == 0.0 {
        choice.relation.holds(left.f, right.f)
    } else {
        choice.relation.holds(way, 0.0)
    };
    if holds { choice.yes } else { choice.no }
}

/// A function of the catalogue; at its own breaks it is taken a trillionth further, where rounding does
/// not blur the pieces, and its limit is that of its
/// parabola there.
fn catalogue(call: Call, at: impl Fn(Place) -> Jet, side: Side) -> Jet {
    let Some(p) = call.parameters(|place| at(place).f) else { return Jet::NAN };
    let (u, p) = (at(call.input), &p[..call.act.params.len()]);
    let way = u.way(side);
    let turns = |u: f64| {
        call.act.breaks(p).contains(&u) || activation::structure(call.act, p).bends.contains(&u)
    };
    let bent = activation::second(call.act);
    if way == 0.0 || !turns(u.f) {
        let (f, d1) = call.act.eval(u.f, p);
        return u.through(f, d1, bent(u.f, p), u.f.is_infinite());
    }
    let step = if u.f == 0.0 { 1e-60 } else { 1e-12 * u.f.abs() };
    let beside = u.f + way * step;
    let (f, d1) = call.act.eval(beside, p);
    let (h, d2) = (beside - u.f, bent(beside, p));
    let (limit, at) = (f - scaled(h, d1) + scaled(0.5 * h * h, d2), call.act.f(u.f, p));
    // Where it is continuous but for rounding, the value itself.
    let continuous = (limit - at).abs() <= 1e-14 * at.abs() + 1e-90;
    u.through(if continuous { at } else { limit }, d1, d2, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    fn both(text: &str, x: f64) -> [[f64; 3]; 2] {
        let formula = parse(text).unwrap();
        [Side::Left, Side::Right].map(|side| {
            let jet = formula.jet(x, &[], side);
            [jet.f, jet.d1, jet.d2]
        })
    }

    #[test]
    fn sides_of_kinks_and_jumps_are_told_apart() {
        for (text, x, left, right) in [
            ("abs(x)", 0.0, [0.0, -1.0, 0.0], [0.0, 1.0, 0.0]),
            ("abs(x^3)", 0.0, [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]),
            ("abs(x^2)", 0.0, [0.0, 0.0, 2.0], [0.0, 0.0, 2.0]),
            ("max(0, x)^2", 0.0, [0.0, 0.0, 0.0], [0.0, 0.0, 2.0]),
            ("relu(-x)", 0.0, [0.0, -1.0, 0.0], [0.0, 0.0, 0.0]),
            ("relu(x^2 + x)", 0.0, [0.0, 0.0, 0.0], [0.0, 1.0, 2.0]),
            ("step(x)", 0.0, [0.0; 3], [1.0, 0.0, 0.0]),
            ("step(-x)", 0.0, [1.0, 0.0, 0.0], [0.0; 3]),
            ("sign(x)", 0.0, [-1.0, 0.0, 0.0], [1.0, 0.0, 0.0]),
            ("where(x > 1, x^2, 0)", 1.0, [0.0; 3], [1.0, 2.0, 2.0]),
            ("where(x >= 1, x^2, 0)", 1.0, [0.0; 3], [1.0, 2.0, 2.0]),
            ("where(x == 1, 7, x)", 1.0, [1.0, 1.0, 0.0], [1.0, 1.0, 0.0]),
            ("where(x != 1, 7, x)", 1.0, [7.0, 0.0, 0.0], [7.0, 0.0, 0.0]),
            ("hardshrink(x)", 0.5, [0.0; 3], [0.5, 1.0, 0.0]),
            ("min(x, x^2)", 1.0, [1.0, 2.0, 2.0], [1.0, 1.0, 0.0]),
            ("max(x, x^2)", 1.0, [1.0, 1.0, 0.0], [1.0, 2.0, 2.0]),
            ("softsign(x)", 0.0, [0.0, 1.0, 2.0], [0.0, 1.0, -2.0]),
        ] {
            assert_eq!(both(text, x), [left, right], "{text}");
        }
        assert_eq!(both("1/x", 0.0).map(|jet| jet[0]), [f64::NEG_INFINITY, f64::INFINITY]);
    }

    #[test]
    fn second_derivatives_are_the_limits_of_differences_of_first_ones() {
        for text in [
            "x*sigmoid(1.5*x)",
            "ln(1+exp(x))",
            "x^3 - 2^x/x",
            "x^x",
            "sin(x)*cos(x)/(1+x^2)",
            "erf(x/sqrt(2))*gelu(x)",
            "where(x>1,exp(-x^2),tanh(x)^3)",
            "elu(x-2, 0.5)+mish(x)*abs(x-3)",
        ] {
            let formula = parse(text).unwrap();
            for x in [0.31, 0.87, 2.53] {
                let df = |h: f64| formula.pair(x + h, &[]).1;
                let h = 1e-3;
                let want = (df(-2.0 * h) - 8.0 * df(-h) + 8.0 * df(h) - df(2.0 * h)) / (12.0 * h);
                let got = formula.second(x, &[]);
                assert!((got - want).abs() < 1e-8 * (1.0 + want.abs()), "{text} {x} {got} {want}");
            }
        }
    }
}
