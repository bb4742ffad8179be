//! f, f′ and the derivatives by parameters, exact: forward-mode differentiation, which carries the
//! derivative of every node along with its value.
//!
//! Where kinks of parts leave none in the whole, as in `relu(x) - relu(-x)`, f′ is the slope of both
//! sides. At a kink of the whole each part has the value of the house: `abs`, `max` and `min` the slope
//! between those of both sides that is nearest to 0, `sign`, `step` and `where` that of the branch taken
//! there, a function of the catalogue its own. Source: Griewank & Walther 2008, "Evaluating Derivatives".

use super::jet::Side;
use super::local::{chained, first, nearest_to_zero, power, scaled};
use super::operation::{Binary, Unary};
use super::tree::{Call, Formula, Node, PARAMETERS, Place};

/// A value with its derivatives by N variables.
#[derive(Clone, Copy, Debug)]
struct Dual<const N: usize> {
    value: f64,
    by: [f64; N],
    /// Whether a switch is just at its point of turning, here or before.
    turns: bool,
}

impl Formula {
    /// f(x) with parameters `p`, a value for each letter; NaN for NaN.
    #[must_use]
    pub fn value(&self, x: f64, p: &[f64]) -> f64 {
        let mut values = Vec::with_capacity(self.nodes.len());
        self.values(x, p, &mut values);
        values.last().copied().filter(|_| !x.is_nan()).unwrap_or(f64::NAN)
    }

    /// The values of all nodes, in place of what is in `values`.
    pub fn values(&self, x: f64, p: &[f64], values: &mut Vec<f64>) {
        values.clear();
        for node in &self.nodes {
            let at = |place: Place| values[usize::from(place)];
            let value = match *node {
                Node::Number(value) => value,
                Node::X => x,
                Node::Pi => std::f64::consts::PI,
                Node::E => std::f64::consts::E,
                Node::Parameter(i) => p.get(usize::from(i)).copied().unwrap_or(f64::NAN),
                Node::Negate(u) => -at(u),
                Node::Binary(op, a, b) => op.value(at(a), at(b)),
                Node::Unary(unary, u) => unary.value(at(u)),
                Node::Where(c) => {
                    at(if c.relation.holds(at(c.left), at(c.right)) { c.yes } else { c.no })
                }
                Node::Call(call) => call
                    .parameters(at)
                    .map_or(f64::NAN, |p| call.act.f(at(call.input), &p[..call.act.params.len()])),
            };
            values.push(value);
        }
    }

    /// `(f(x), f′(x))`; NaN for NaN, and f′ is NaN where f is.
    #[must_use]
    pub fn pair(&self, x: f64, p: &[f64]) -> (f64, f64) {
        let dual = self.dual(x, p, [1.0], |_| [0.0]);
        let house = (dual.value, dual.by[0]);
        if !dual.turns || dual.value.is_nan() {
            return house;
        }
        let [left, right] = [Side::Left, Side::Right].map(|side| self.jet(x, p, side));
        let near = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-12 * a.abs().min(b.abs());
        let smooth =
            near(left.f, dual.value) && near(right.f, dual.value) && near(left.d1, right.d1);
        if smooth { (dual.value, right.d1) } else { house }
    }

    /// `∂f/∂pᵢ` at x for each letter, 0 past the last; NaN where f is.
    #[must_use]
    pub fn by_parameters(&self, x: f64, p: &[f64]) -> [f64; PARAMETERS] {
        let seed = |i: usize| {
            let mut by = [0.0; PARAMETERS];
            by[i] = 1.0;
            by
        };
        self.dual(x, p, [0.0; PARAMETERS], seed).by
    }

    /// The value of the formula with the derivatives that `x` and the parameters start with.
    fn dual<const N: usize>(
        &self,
        x: f64,
        p: &[f64],
        by_x: [f64; N],
        by_parameter: impl Fn(usize) -> [f64; N],
    ) -> Dual<N> {
        let constant = |value| Dual { value, by: [0.0; N], turns: false };
        let mut duals: Vec<Dual<N>> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let at = |place: Place| duals[usize::from(place)];
            let dual = match *node {
                Node::Number(value) => constant(value),
                Node::X => Dual { value: x, by: by_x, turns: false },
                Node::Pi => constant(std::f64::consts::PI),
                Node::E => constant(std::f64::consts::E),
                Node::Parameter(i) => {
                    let i = usize::from(i);
                    let value = p.get(i).copied().unwrap_or(f64::NAN);
                    Dual { value, by: by_parameter(i), turns: false }
                }
                Node::Negate(u) => Dual { value: -at(u).value, by: at(u).by.map(|d| -d), ..at(u) },
                Node::Binary(op, a, b) => binary(op, at(a), at(b)),
                Node::Unary(unary, u) => unary_of(unary, at(u)),
                Node::Where(c) => {
                    let (left, right) = (at(c.left), at(c.right));
                    let branch =
                        at(if c.relation.holds(left.value, right.value) { c.yes } else { c.no });
                    let here = left.value == right.value || left.turns || right.turns;
                    Dual { turns: branch.turns || here, ..branch }
                }
                Node::Call(call) => catalogue(call, at),
            };
            duals.push(dual);
        }
        match duals.pop() {
            Some(dual) if !x.is_nan() && !dual.value.is_nan() => dual,
            _ => Dual::nowhere(),
        }
    }
}

impl<const N: usize> Dual<N> {
    const fn nowhere() -> Self {
        Self { value: f64::NAN, by: [f64::NAN; N], turns: false }
    }
}

fn binary<const N: usize>(op: Binary, a: Dual<N>, b: Dual<N>) -> Dual<N> {
    let value = op.value(a.value, b.value);
    let each = |f: &dyn Fn(f64, f64) -> f64| std::array::from_fn(|i| f(a.by[i], b.by[i]));
    let by = match op {
        Binary::Add => each(&|da, db| da + db),
        Binary::Subtract => each(&|da, db| da - db),
        Binary::Multiply => each(&|da, db| scaled(b.value, da) + scaled(a.value, db)),
        // A quotient by ±∞ is 0 around it too.
        Binary::Divide if b.value.is_infinite() && a.value.is_finite() => [0.0; N],
        Binary::Divide => each(&|da, db| (da - scaled(value, db)) / b.value),
        Binary::Power => {
            let (by_base, by_exponent) = power(a.value, b.value, value);
            each(&|da, db| scaled(by_base, da) + scaled(by_exponent, db))
        }
        Binary::Min | Binary::Max if a.value == b.value => each(&nearest_to_zero),
        // NaN is taken from either side, with its derivatives.
        Binary::Min | Binary::Max => {
            if value.to_bits() == a.value.to_bits() {
                a.by
            } else {
                b.by
            }
        }
    };
    let extreme = matches!(op, Binary::Min | Binary::Max);
    Dual { value, by, turns: a.turns || b.turns || (extreme && a.value == b.value) }
}

fn unary_of<const N: usize>(unary: Unary, u: Dual<N>) -> Dual<N> {
    let value = unary.value(u.value);
    let slope = first(unary, u.value, value);
    let flat = u.value.is_infinite() || matches!(unary, Unary::Sign | Unary::Step);
    let switch = matches!(unary, Unary::Abs | Unary::Sign | Unary::Step);
    let turns = u.turns || (switch && u.value == 0.0);
    Dual { value, by: u.by.map(|d| chained(slope, flat, d)), turns }
}

fn catalogue<const N: usize>(call: Call, at: impl Fn(Place) -> Dual<N>) -> Dual<N> {
    let Some(p) = call.parameters(|place| at(place).value) else {
        return Dual::nowhere();
    };
    let u = at(call.input);
    let p = &p[..call.act.params.len()];
    let (value, slope) = call.act.eval(u.value, p);
    let mut by = u.by.map(|d| chained(slope, u.value.is_infinite(), d));
    let given = call.parameters.iter().enumerate().filter_map(|(i, place)| Some((i, (*place)?)));
    for (i, place) in given {
        let parameter = at(place);
        if parameter.by.iter().any(|d| *d != 0.0) {
            let own = call.act.dparams(u.value, p).get(i).copied().unwrap_or_default();
            by.iter_mut().zip(parameter.by).for_each(|(sum, d)| *sum += scaled(own, d));
        }
    }
    Dual { value, by, turns: u.turns || call.act.breaks(p).contains(&u.value) }
}

#[cfg(test)]
mod tests {
    use crate::formula::parse::parse;

    fn at(text: &str, x: f64, p: &[f64]) -> (f64, f64) {
        parse(text).unwrap().pair(x, p)
    }

    #[test]
    fn values_at_kinks_are_those_of_the_house() {
        for (text, id, x) in [
            ("max(0, x)", "relu", 0.0),
            ("min(max(0, x), 6)", "relu6", 0.0),
            ("min(max(0, x), 6)", "relu6", 6.0),
            ("max(x, 0.01*x)", "leaky_relu", 0.0),
            ("abs(x)", "abs", 0.0),
            ("max(-1, min(x, 1))", "hardtanh", -1.0),
            ("max(-1, min(x, 1))", "hardtanh", 1.0),
            ("x*min(max(x+3, 0), 6)/6", "hardswish", -3.0),
            ("x*min(max(x+3, 0), 6)/6", "hardswish", 3.0),
            ("sign(x)*max(abs(x)-0.5, 0)", "softshrink", 0.5),
            ("where(x > 1, x, 0)", "threshold", 1.0),
            ("step(x)", "binary_step", 0.0),
        ] {
            let act = crate::activation::by_id(id).unwrap();
            assert_eq!(at(text, x, &[]), act.eval(x, &act.defaults()), "{text} at {x}");
        }
    }

    #[test]
    fn kinks_of_parts_that_the_whole_does_not_have_are_no_kinks() {
        for (text, x, slope) in [
            ("relu(x)-relu(-x)", 0.0, 1.0),
            ("max(x,0)+log1p(exp(-abs(x)))", 0.0, 0.5),
            ("sign(x)*abs(x)", 0.0, 1.0),
            ("where(x>1,x^2,2*x-1)", 1.0, 2.0),
            ("abs(abs(x)-x)/2+relu(x)", 0.0, 0.0), // |x|
        ] {
            assert_eq!(at(text, x, &[]).1, slope, "{text}");
        }
        assert_eq!(at("2*relu(x)-relu(-x)", 0.0, &[]), (0.0, 0.0), "a kink");
        let beyond = at("where(x<exp(x),exp(x),1)", f64::INFINITY, &[]);
        assert_eq!(beyond, (1.0, 0.0), "∞ is not below ∞, and no limit is near 1");
    }

    #[test]
    fn powers_have_derivatives_where_they_have_values() {
        assert_eq!(at("x^2", -3.0, &[]), (9.0, -6.0));
        assert_eq!(at("x^2", 0.0, &[]), (0.0, 0.0));
        assert_eq!(at("x^0", 0.0, &[]), (1.0, 0.0));
        assert_eq!(at("x^a", -2.0, &[3.0]), (-8.0, 12.0));
        let (f, df) = at("2^x", 3.0, &[]);
        assert!(f == 8.0 && (df - 8.0 * 2f64.ln()).abs() < 1e-14);
        assert!(at("x^0.5", -1.0, &[]).1.is_nan());
        assert_eq!(at("sqrt(x)", 0.0, &[]), (0.0, f64::INFINITY));
        assert_eq!(at("1/(1+exp(-x))", -800.0, &[]), (0.0, 0.0), "by an infinite denominator");
    }

    #[test]
    fn derivatives_by_parameters_are_the_limits_of_differences() {
        for (text, p) in [
            ("a*x+b", vec![1.5, -2.0]),
            ("x^a", vec![1.7]),
            ("elu(x, a)", vec![0.7]),
            ("selu(-x, a*b, b)", vec![1.2, 0.9]),
            ("where(x>c, d/x, exp(-c*x))", vec![0.9, 2.0]),
            ("softplus(a*x, b)/max(a, b)", vec![1.5, 0.5]),
        ] {
            let formula = parse(text).unwrap();
            for x in [0.3, 0.8, 2.5] {
                let got = formula.by_parameters(x, &p);
                for (i, got) in got.into_iter().enumerate() {
                    let moved = |h: f64| {
                        let mut p = p.clone();
                        if let Some(value) = p.get_mut(i) {
                            *value += h;
                        }
                        formula.value(x, &p)
                    };
                    let h = 1e-4;
                    let want = (moved(-2.0 * h) - 8.0 * moved(-h) + 8.0 * moved(h)
                        - moved(2.0 * h))
                        / (12.0 * h);
                    assert!((got - want).abs() < 1e-9 * (1.0 + want.abs()), "{text} {i} {x}");
                }
            }
        }
    }

    #[test]
    fn nan_stays_nan_though_a_formula_would_lose_it() {
        for text in ["1", "where(x>0,1,0)", "x^0", "step(x)", "max(x, 1)"] {
            let (f, df) = at(text, f64::NAN, &[]);
            assert!(f.is_nan() && df.is_nan(), "{text}");
        }
        assert!(at("celu(x, a)", 1.0, &[0.0]).0.is_nan(), "no parameter of CELU");
    }
}
