//! The exact value of a formula to float64 and many digits beyond, with a bound of its error; it is
//! known to be unknown where even that is not enough.

use super::format::Format;
use super::functions::{erf, erfc, exp, expm1, ln, log1p, pi, pow, sin_cos};
use super::wide::Wide;
use crate::activation::typed;
use crate::formula::operation::{Binary, Relation, Unary};
use crate::formula::parse::parse;
use crate::formula::tree::{Call, Formula, Node, Place};

/// e in two parts.
const E: [f64; 2] = [std::f64::consts::E, 1.445_646_891_729_250_2e-16];

/// The exact value of a formula at x with parameters `p`; unknown where it is not defined.
#[must_use]
pub fn exact(formula: &Formula, x: f64, p: &[f64]) -> Wide {
    let parameters: Vec<Wide> = p.iter().map(|value| Wide::new(*value)).collect();
    at(formula, Wide::new(x), &parameters)
}

fn at(formula: &Formula, x: Wide, p: &[Wide]) -> Wide {
    let mut values: Vec<Wide> = Vec::with_capacity(formula.nodes().len());
    for node in formula.nodes() {
        let of = |place: Place| values[usize::from(place)];
        let value = match *node {
            Node::Number(value) => Wide::new(value),
            Node::X => x,
            Node::Pi => pi(),
            Node::E => Wide::constant(E[0], E[1]),
            Node::Parameter(i) => p.get(usize::from(i)).copied().unwrap_or(Wide::UNKNOWN),
            Node::Negate(u) => -of(u),
            Node::Binary(op, a, b) => binary(op, of(a), of(b)),
            Node::Unary(unary, u) => elementary(unary, of(u)),
            Node::Where(c) => match holds(c.relation, of(c.left) - of(c.right)) {
                Some(true) => of(c.yes),
                Some(false) => of(c.no),
                None => Wide::UNKNOWN,
            },
            Node::Call(call) => catalogue(call, of),
        };
        values.push(value);
    }
    values.pop().unwrap_or(Wide::UNKNOWN)
}

fn binary(op: Binary, a: Wide, b: Wide) -> Wide {
    let larger = || match (a - b).sign() {
        Some(-1) => Some((b, a)),
        Some(_) => Some((a, b)),
        None => None,
    };
    match op {
        Binary::Add => a + b,
        Binary::Subtract => a - b,
        Binary::Multiply => a * b,
        Binary::Divide => a / b,
        Binary::Power => pow(a, b),
        Binary::Max => larger().map_or(Wide::UNKNOWN, |(large, _)| large),
        Binary::Min => larger().map_or(Wide::UNKNOWN, |(_, small)| small),
    }
}

fn holds(relation: Relation, difference: Wide) -> Option<bool> {
    difference.sign().map(|sign| relation.holds(f64::from(sign), 0.0))
}

fn elementary(unary: Unary, u: Wide) -> Wide {
    let by_sign = |of: fn(i32) -> f64| u.sign().map_or(Wide::UNKNOWN, |sign| Wide::new(of(sign)));
    match unary {
        Unary::Exp => exp(u),
        Unary::Expm1 => expm1(u),
        Unary::Ln => ln(u),
        Unary::Log1p => log1p(u),
        Unary::Sqrt => u.sqrt(),
        Unary::Abs => match u.sign() {
            Some(-1) => -u,
            Some(_) => u,
            None => Wide::UNKNOWN,
        },
        Unary::Sign => by_sign(f64::from),
        Unary::Step => by_sign(|sign| f64::from(sign >= 0)),
        Unary::Sin => sin_cos(u).0,
        Unary::Cos => sin_cos(u).1,
        Unary::Erf => erf(u),
        Unary::Erfc => erfc(u),
    }
}

/// A function of the catalogue: the two that its formulas use are computed, the others are what their
/// own formulas say.
fn catalogue(call: Call, of: impl Fn(Place) -> Wide) -> Wide {
    let u = of(call.input);
    let one = Wide::new(1.0);
    match call.act.id {
        "sigmoid" if u.value() < 0.0 => exp(u) / (one + exp(u)),
        "sigmoid" => one / (one + exp(-u)),
        "tanh" => {
            let size = if u.value() < 0.0 { -u } else { u };
            let e = expm1(-size.shifted(1));
            let tanh = -e / (Wide::new(2.0) + e);
            if u.value() < 0.0 { -tanh } else { tanh }
        }
        _ => {
            if call.parameters(|place| of(place).value()).is_none() {
                return Wide::UNKNOWN;
            }
            let Ok(formula) = parse(typed(call.act)) else { return Wide::UNKNOWN };
            let given =
                |i: usize| call.parameters[i].map_or(Wide::new(call.act.params[i].default), &of);
            let p: Vec<Wide> = (0..call.act.params.len()).map(given).collect();
            at(&formula, u, &p)
        }
    }
}

/// The distance of a value in a format from an exact one, in units of the last place at the exact one;
/// `None` where that is not known to a tenth of a unit or a thousandth of itself.
///
/// Beyond the largest number of the format the right value is ±∞: its distance is 0, and that of any
/// other value is counted from the largest number on.
#[must_use]
pub fn ulps(value: f64, exact: Wide, format: Format) -> Option<f64> {
    let near = exact.value();
    // Too small for any digit of the format, whatever its own digits are.
    let tiny = i64::from(format.least_exponent()) - 2 * i64::from(format.digits());
    let vanishes = exact.exponent() < tiny && exact.error() <= 1.0;
    if !vanishes && exact.error() > 0.01 {
        return None;
    }
    if value.is_nan() {
        return Some(f64::INFINITY);
    }
    if vanishes {
        return Some(value.abs() / format.smallest());
    }
    if format.round(near).is_infinite() || near.is_infinite() {
        let right = f64::INFINITY.copysign(near);
        let gap = if value == right { 0.0 } else { f64::INFINITY };
        return Some(gap);
    }
    if value.is_infinite() {
        return Some(f64::INFINITY);
    }
    let ulp = format.ulp(near);
    let gap = (Wide::new(value) - exact).value().abs() / ulp;
    let open = exact.error() * near.abs() / ulp;
    (open <= 0.1 + 1e-3 * gap).then_some(gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, Kind, by_id};

    const SCALAR: &str = include_str!("../../../tests/data/scalar.csv");

    /// A decimal number of up to 30 digits as an exact quotient.
    fn decimal(text: &str) -> Wide {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let mut exponent: i32 = exponent.parse().unwrap();
        let mut digits = Wide::ZERO;
        let mut after_point = false;
        for c in mantissa.trim_start_matches('-').chars() {
            if c == '.' {
                after_point = true;
                continue;
            }
            digits = digits * Wide::new(10.0) + Wide::new(f64::from(c.to_digit(10).unwrap()));
            exponent -= i32::from(after_point);
        }
        let ten = (0..exponent.abs()).fold(Wide::new(1.0), |power, _| power * Wide::new(10.0));
        let size = if exponent < 0 { digits / ten } else { digits * ten };
        if text.starts_with('-') { -size } else { size }
    }

    /// All rows of the reference values, which have 25 digits, of the functions whose formula is typed.
    #[test]
    fn values_agree_with_25_digits_of_mpmath() {
        let (mut seen, mut unknown, mut wrong) = (0, 0, Vec::new());
        for line in SCALAR.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let id = if fields[0] == "rrelu_eval" { "rrelu" } else { fields[0] };
            let act = by_id(id).unwrap();
            let text = typed(act);
            if text.is_empty() || fields[3].len() > 60 {
                continue;
            }
            let p: Vec<f64> = fields[1]
                .split(';')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap().1.parse().unwrap())
                .collect();
            let x: f64 = fields[2].parse().unwrap();
            let got = exact(&parse(text).unwrap(), x, &p);
            let want = decimal(fields[3]);
            if got.error() > 1e-22 {
                unknown += 1;
                continue;
            }
            seen += 1;
            let gap = got - want;
            let size = want.exponent().max(-2000);
            if gap.exponent() > size - 76 && gap.exponent() > -2000 {
                wrong.push(format!("{id} {p:?} at {x}: {} {}, {}", got.value(), want.value(), {
                    gap.exponent() - size
                }));
            }
        }
        let first: Vec<_> = wrong.iter().take(30).map(String::as_str).collect();
        assert!(wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), first.join("\n"));
        assert!(seen > 9000 && unknown < seen / 20, "{seen} seen, {unknown} unknown");
    }

    #[test]
    fn the_catalogue_is_within_some_ulps_of_its_own_formulas() {
        let mut known = 0;
        for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
            let (formula, p) = (parse(typed(act)).unwrap(), act.defaults());
            for i in -200..=200 {
                let x = f64::from(i) * 0.0371;
                let (f, df) = act.eval(x, &p);
                let gap = ulps(f, exact(&formula, x, &p), Format::Float64);
                // The acceptance rule of the reference values.
                let condition = if f == 0.0 { 0.0 } else { (x * df / f).abs() };
                let right = gap.is_none_or(|gap| gap <= 8.0 * (1.0 + condition));
                assert!(right, "{act:?} at {x}: {gap:?} ulp");
                known += usize::from(gap.is_some());
            }
        }
        assert!(known > 13_000, "only {known} known");
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let gap = |text: &str, x: f64| {
            let formula = parse(text).unwrap();
            ulps(formula.value(x, &[]), exact(&formula, x, &[]), Format::Float64)
        };
        assert_eq!(gap("x-x+exp(-x)-exp(-x)", 1.0), None);
        assert_eq!(gap("sin(x)", 1e20), None);
        // Of e^x − 1 at 10⁻¹⁶ not even 106 bits leave 53.
        let by_difference = |x: f64| {
            let exact = exact(&parse("exp(x)-1").unwrap(), x, &[]);
            ulps(libm::expm1(x), exact, Format::Float64)
        };
        assert_eq!(by_difference(1e-16), None);
        assert!(by_difference(1e-3).is_some_and(|gap| gap <= 1.0));
        assert_eq!(gap("ln(x)", -1.0), None);
        assert!(gap("x-tanh(x)", 1e-5).unwrap() > 1e4);
        assert!(gap("ln(1+exp(x))", 0.5).unwrap() < 4.0);
        assert_eq!(gap("ln(1+exp(x))", 800.0), Some(f64::INFINITY), "it is ∞, not 800");
        assert_eq!(gap("exp(x)", 800.0), Some(0.0), "∞ is right");
        let nothing = exact(&parse("-x/1e-300").unwrap(), 0.0, &[]);
        assert_eq!(ulps(f64::NAN, nothing, Format::Float32), Some(f64::INFINITY), "1e-300 is 0");
        assert!(gap("ln(1+exp(x))", -40.0).unwrap() > 1e15, "0, not 4·10⁻¹⁸");
    }
}
