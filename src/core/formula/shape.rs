//! The structure of a typed formula: its parity by the signs of its parts, its straight pieces, the
//! length over which it changes, and its breaks.

use super::breaks::BreakKind;
use super::operation::{Binary, Relation, Unary};
use super::tree::{Formula, Node, Place};
use crate::activation::{self, Parity, Structure};

/// The breaks of a formula, as the page takes them, and its structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The points where f or f′ is not continuous, in increasing order.
    pub breaks: Vec<f64>,
    /// The structure.
    pub structure: Structure,
}

impl Formula {
    /// Its breaks and structure with parameters `p`.
    #[must_use]
    pub fn shape(&self, p: &[f64]) -> Shape {
        let found = self.breaks(p).points;
        let of = |kinds: &[BreakKind]| -> Vec<f64> {
            found.iter().filter(|b| kinds.contains(&b.kind)).map(|b| b.x).collect()
        };
        let jumps = of(&[BreakKind::Jump, BreakKind::Pole, BreakKind::Edge]);
        let bends = of(&[BreakKind::Bend]);
        let breaks = of(&[BreakKind::Jump, BreakKind::Pole, BreakKind::Edge, BreakKind::Kink]);
        let ends: Vec<f64> = std::iter::once(f64::NEG_INFINITY)
            .chain(found.iter().map(|b| b.x))
            .chain([f64::INFINITY])
            .collect();
        let pieces = ends.windows(2).map(|pair| (pair[0], pair[1]));
        let straight = pieces.filter(|piece| self.is_straight(*piece, p)).collect();
        let unit = self.unit(p, &ends);
        let parity = self.parity(p);
        // The page reads breaks and bends as all there are.
        let period = if found.is_empty() { self.period(p) } else { None };
        let structure = Structure { unit, parity, straight, jumps, bends, period };
        Shape { breaks, structure }
    }

    /// Whether f is a number anywhere: `ln(-1)` is a formula, and nothing to draw.
    #[must_use]
    pub fn has_values(&self, p: &[f64]) -> bool {
        let near = (-100..=100).map(|i| f64::from(i) * 0.1);
        let far = (-60..60).flat_map(|k| [1.37, -1.37].map(|x| libm::ldexp(x, k)));
        near.chain(far).any(|x| self.value(x, p).is_finite())
    }

    /// Whether f″ is exactly 0 at points all over an open interval, near and far.
    fn is_straight(&self, (from, to): (f64, f64), p: &[f64]) -> bool {
        let inside = |x: f64| from < x && x < to;
        let mut points: Vec<f64> = Vec::new();
        if from.is_finite() && to.is_finite() {
            points.extend((1..32).map(|i| from + (to - from) * f64::from(i) / 32.0));
        }
        for end in [from, to, 0.0].into_iter().filter(|end| end.is_finite()) {
            for i in -20..=6 {
                let away = libm::ldexp(1.37, i);
                points.extend([end - away, end + away]);
            }
        }
        let mut seen = points.into_iter().filter(|x| inside(*x)).peekable();
        seen.peek().is_some() && seen.all(|x| self.second(x, p) == 0.0)
    }

    /// The length over which f changes: the ratio of the largest f′ to the largest f″ near 0 and the
    /// breaks; 1 if that is no number.
    fn unit(&self, p: &[f64], ends: &[f64]) -> f64 {
        let (mut slope, mut bend) = (0.0f64, 0.0f64);
        let centres = ends.iter().copied().filter(|end| end.is_finite()).take(8).chain([0.0]);
        for centre in centres {
            for i in -20..=8 {
                // Twice as far at every step, both ways.
                let away = libm::ldexp(1.03, i);
                for x in [centre - away, centre + away] {
                    let (d1, d2) = (self.pair(x, p).1.abs(), self.second(x, p).abs());
                    if d1.is_finite() && d2.is_finite() && x.abs() <= 32.0 {
                        (slope, bend) = (slope.max(d1), bend.max(d2));
                    }
                }
            }
        }
        let unit = slope / bend;
        if unit.is_finite() && unit > 0.0 { unit.clamp(1e-6, 1e6) } else { 1.0 }
    }

    /// Its parity about 0: as the signs of its parts show it, or where they hide it, as in
    /// `sigmoid(x) - sigmoid(-x)`, as hundreds of values agree on it to the last bit.
    #[must_use]
    pub fn parity(&self, p: &[f64]) -> Parity {
        match self.parity_by_signs(p) {
            Parity::Neither => self.parity_by_values(p),
            known => known,
        }
    }

    fn parity_by_values(&self, p: &[f64]) -> Parity {
        let (mut odd, mut even) = (true, true);
        for i in -200..=200 {
            let x = libm::exp2(0.1 * f64::from(i)) * 1.01;
            let (right, left) = (self.value(x, p), self.value(-x, p));
            odd &= left == -right;
            even &= left == right;
        }
        match (odd, even) {
            (true, false) => Parity::Odd,
            (false, true) => Parity::Even,
            // All of them 0, or some of them NaN.
            _ => Parity::Neither,
        }
    }

    fn parity_by_signs(&self, p: &[f64]) -> Parity {
        let mut values = Vec::new();
        self.values(0.0, p, &mut values);
        let moving = self.moving();
        let mut signs: Vec<Sign> = Vec::with_capacity(self.nodes().len());
        for (place, node) in self.nodes().iter().enumerate() {
            let sign = if moving[place] {
                self.sign(*node, &signs, &values)
            } else if values[place] == 0.0 {
                Sign::Both
            } else {
                Sign::Even
            };
            signs.push(sign);
        }
        match signs.last() {
            Some(Sign::Odd) => Parity::Odd,
            Some(Sign::Even) => Parity::Even,
            Some(Sign::Both) => Parity::Both,
            _ => Parity::Neither,
        }
    }

    fn sign(&self, node: Node, signs: &[Sign], values: &[f64]) -> Sign {
        let of = |place: Place| signs[usize::from(place)];
        match node {
            Node::X => Sign::Odd,
            Node::Negate(u) => of(u),
            Node::Binary(Binary::Add | Binary::Subtract, a, b) => of(a).plus(of(b)),
            Node::Binary(Binary::Multiply | Binary::Divide, a, b) => of(a).times(of(b)),
            Node::Binary(Binary::Power, a, b) => {
                let n = values[usize::from(b)];
                match of(a) {
                    _ if of(b) != Sign::Even && of(b) != Sign::Both => Sign::Neither,
                    Sign::Odd if n % 2.0 == 0.0 => Sign::Even,
                    Sign::Odd if n % 2.0 == 1.0 || n % 2.0 == -1.0 => Sign::Odd,
                    Sign::Even => Sign::Even,
                    _ => Sign::Neither,
                }
            }
            Node::Binary(Binary::Min | Binary::Max, a, b) => {
                if of(a).is_even() && of(b).is_even() {
                    Sign::Even
                } else {
                    Sign::Neither
                }
            }
            Node::Unary(unary, u) => match (unary, of(u)) {
                (_, Sign::Even) => Sign::Even,
                (Unary::Abs | Unary::Cos, Sign::Odd) => Sign::Even,
                (Unary::Sign | Unary::Sin | Unary::Erf, sign @ (Sign::Odd | Sign::Both)) => sign,
                _ => Sign::Neither,
            },
            Node::Where(c) => {
                let even = of(c.left).is_even() && of(c.right).is_even();
                // Odd sides that are 0 together and differ otherwise.
                let apart = matches!(c.relation, Relation::Equal | Relation::Unequal)
                    && [c.left, c.right]
                        .iter()
                        .all(|side| matches!(of(*side), Sign::Odd | Sign::Both));
                if even || apart { of(c.yes).plus(of(c.no)) } else { Sign::Neither }
            }
            Node::Call(call) => {
                let own = call.parameters(|place| values[usize::from(place)]);
                let parity = own.map(|own| {
                    activation::structure(call.act, &own[..call.act.params.len()]).parity
                });
                match (parity, of(call.input)) {
                    (Some(Parity::Both), _) => Sign::Both,
                    (_, Sign::Even) => Sign::Even,
                    (Some(Parity::Odd), sign @ (Sign::Odd | Sign::Both)) => sign,
                    (Some(Parity::Even), Sign::Odd) => Sign::Even,
                    _ => Sign::Neither,
                }
            }
            _ => Sign::Neither,
        }
    }
}

/// How a node changes where x changes its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Odd,
    Even,
    /// 0 everywhere.
    Both,
    Neither,
}

impl Sign {
    fn is_even(self) -> bool {
        matches!(self, Self::Even | Self::Both)
    }

    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Both, sign) | (sign, Self::Both) => sign,
            (a, b) if a == b => a,
            _ => Self::Neither,
        }
    }

    fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Neither, _) | (_, Self::Neither) => Self::Neither,
            (Self::Both, _) | (_, Self::Both) => Self::Both,
            (a, b) if a == b => Self::Even,
            _ => Self::Odd,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, Kind, typed};
    use crate::formula::parse::parse;

    #[test]
    fn formulas_without_values_are_known() {
        for (text, has) in [
            ("x", true),
            ("ln(-1)", false),
            ("x/0", false),
            ("sqrt(-1-x^2)", false),
            ("sqrt(x-1e15)", true),
            ("sqrt(a-x^2)", true),
        ] {
            assert_eq!(parse(text).unwrap().has_values(&[1.0]), has, "{text}");
        }
        assert!(!parse("sqrt(a-x^2)").unwrap().has_values(&[-1.0]));
    }

    #[test]
    fn parity_is_found_by_signs() {
        for (text, want) in [
            ("x^3-2*x", Parity::Odd),
            ("x^2+abs(x)", Parity::Even),
            ("x^3+1", Parity::Neither),
            ("x*tanh(x)", Parity::Even),
            ("sin(x)/x", Parity::Even),
            ("x-x", Parity::Odd),
            ("0*x", Parity::Both),
            ("exp(-x^2)*sign(x)", Parity::Odd),
            ("where(abs(x)>1,x,0)", Parity::Odd),
            ("where(x>0,x,0)", Parity::Neither),
            ("relu(x)", Parity::Neither),
            ("max(x^2,1)", Parity::Even),
            ("2", Parity::Even),
            ("sigmoid(x)-sigmoid(-x)", Parity::Odd),
            ("min(max(x,-2),2)", Parity::Odd),
            ("min(max(x,-2),2.000001)", Parity::Neither),
            ("ln(x)", Parity::Neither),
        ] {
            assert_eq!(parse(text).unwrap().parity(&[]), want, "{text}");
        }
    }

    /// What the catalogue declares about its functions is found in their formulas, typed in.
    #[test]
    fn the_structure_of_the_catalogue_is_found() {
        for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
            let p = act.defaults();
            let own = activation::structure(act, &p);
            for text in [typed(act).to_owned(), format!("{}(x)", act.id)] {
                let Shape { breaks, structure } = parse(&text).unwrap().shape(&p);
                assert_eq!(breaks, act.breaks(&p), "{text}");
                assert_eq!(structure.bends, own.bends, "{text}");
                assert_eq!(structure.jumps, own.jumps, "{text}");
                assert_eq!(structure.parity, own.parity, "{text}");
                let length = |structure: &Structure| structure.period.map(|period| period.length);
                assert_eq!(length(&structure), length(&own), "{text}");
                let straight = |structure: &Structure, x: f64| {
                    structure.straight.iter().any(|(from, to)| *from <= x && x <= *to)
                };
                for x in [-20.3, -2.2, -0.1, 0.1, 0.7, 2.2, 20.3] {
                    assert_eq!(straight(&structure, x), straight(&own, x), "{text} at {x}");
                }
                let far = (structure.unit / own.unit).log10().abs();
                let curved = own.straight.len() != 1 || own.straight[0].0.is_finite();
                assert!(!curved || far < 1.0, "{text}: {} {}", structure.unit, own.unit);
            }
        }
    }
}
