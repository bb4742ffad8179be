//! A formula evaluated as it is written in a format: every number, letter and operation rounded, and
//! what goes wrong on the way told.
//!
//! `+ − × ÷ √` of numbers of a format are exact to half an ulp, since float64 has more than twice its
//! digits (Figueroa 1995); `exp`, `tanh` and the rest, and calls of functions of the catalogue, are the
//! value in float64, rounded: what a library gives at its best.

use super::format::Format;
use crate::formula::operation::Binary;
use crate::formula::tree::{Formula, Node, Place};

/// A value with what happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The value of the formula in the format.
    pub value: f64,
    /// What went wrong, in the order of evaluation, each with the node where it did.
    pub events: Vec<(Place, Event)>,
}

/// What can go wrong in an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// ±∞ of finite operands: too large for the format, or a quotient by 0.
    Overflow,
    /// 0 or a subnormal where the result is neither.
    Underflow,
    /// A sum of which one part changes nothing: `1 + e⁻⁴⁰` is 1.
    Absorption,
    /// A difference of rounded numbers so close that only so many bits of it are left.
    Cancellation {
        /// The bits left; 0 if the difference is 0.
        left: i32,
    },
    /// NaN of numbers: ∞ − ∞, 0·∞, the logarithm of a negative number.
    Invalid,
}

/// The formula at x with parameters `p` in a format; x itself is rounded to it first.
#[must_use]
pub fn written(formula: &Formula, x: f64, p: &[f64], format: Format) -> Written {
    let mut values: Vec<f64> = Vec::with_capacity(formula.nodes().len());
    // Whether a value is what it should be: a number as it was given, or of such by exact operations.
    let mut exact: Vec<bool> = Vec::with_capacity(formula.nodes().len());
    let mut events = Vec::new();
    for (place, node) in formula.nodes().iter().enumerate() {
        let at = |place: Place| values[usize::from(place)];
        let unrounded = match *node {
            Node::Number(value) => value,
            Node::X => format.round(x),
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
        let value = format.round(unrounded);
        let operands = || node.operands().map(|place| values[usize::from(place)]);
        let event = event(*node, &values, &exact, value, unrounded, format);
        if let Some(event) = event {
            events.push((place as Place, event));
        }
        let given = operands().next().is_none();
        let from_exact = node.operands().all(|place| exact[usize::from(place)]);
        exact
            .push(value == unrounded && (given || (from_exact && is_exact(*node, &values, value))));
        values.push(value);
    }
    Written { value: values.pop().unwrap_or(f64::NAN), events }
}

/// Whether an operation on exact operands has given its exact result: as far as float64 tells.
fn is_exact(node: Node, values: &[f64], value: f64) -> bool {
    let at = |place: Place| values[usize::from(place)];
    match node {
        Node::Negate(_) | Node::Where(_) | Node::Binary(Binary::Min | Binary::Max, ..) => true,
        // The rounding error of a sum is a number itself.
        Node::Binary(Binary::Add, a, b) => value - at(a) == at(b) && value - at(b) == at(a),
        Node::Binary(Binary::Subtract, a, b) => at(a) - value == at(b) && value + at(b) == at(a),
        Node::Binary(Binary::Multiply, a, b) => libm::fma(at(a), at(b), -value) == 0.0,
        Node::Binary(Binary::Divide, a, b) => libm::fma(value, at(b), -at(a)) == 0.0,
        _ => false,
    }
}

fn event(
    node: Node,
    values: &[f64],
    exact: &[bool],
    value: f64,
    unrounded: f64,
    format: Format,
) -> Option<Event> {
    let operands = || node.operands().map(|place| values[usize::from(place)]);
    if value.is_nan() {
        let new = !operands().any(f64::is_nan) && operands().next().is_some();
        return new.then_some(Event::Invalid);
    }
    if value.is_infinite() {
        return operands().all(f64::is_finite).then_some(Event::Overflow);
    }
    let normal = libm::ldexp(1.0, format.least_exponent());
    let is_where = matches!(node, Node::Where(_));
    // exp never is 0, a product and a quotient only of 0 or by ∞.
    let vanished = value == 0.0
        && match node {
            Node::Unary(crate::formula::operation::Unary::Exp, u) => {
                values[usize::from(u)].is_finite()
            }
            Node::Binary(Binary::Multiply, a, b) => {
                values[usize::from(a)] != 0.0 && values[usize::from(b)] != 0.0
            }
            Node::Binary(Binary::Divide, a, b) => {
                values[usize::from(a)] != 0.0 && values[usize::from(b)].is_finite()
            }
            _ => unrounded != 0.0,
        };
    let inexact = value != 0.0 && value.abs() < normal && value != unrounded && !is_where;
    if vanished || inexact {
        return Some(Event::Underflow);
    }
    let (a, b, places) = match node {
        Node::Binary(Binary::Add, a, b) => (values[usize::from(a)], values[usize::from(b)], [a, b]),
        Node::Binary(Binary::Subtract, a, b) => {
            (values[usize::from(a)], -values[usize::from(b)], [a, b])
        }
        _ => return None,
    };
    let size = a.abs().max(b.abs());
    if a != 0.0 && b != 0.0 && (value == a || value == b) {
        return Some(Event::Absorption);
    }
    let known = places.iter().all(|place| exact[usize::from(*place)]);
    if known || size == 0.0 {
        return None;
    }
    let lost = if value == 0.0 { format.digits() } else { libm::ilogb(size) - libm::ilogb(value) };
    let left = (format.digits() - lost).max(0);
    // Half of the digits may go unnoticed.
    (left <= format.digits() / 2).then_some(Event::Cancellation { left })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    fn at(text: &str, x: f64, format: Format) -> Written {
        written(&parse(text).unwrap(), x, &[], format)
    }

    /// The same formulas in Rust's own float32.
    #[test]
    fn float32_is_rust_s_bit_for_bit() {
        type Own = fn(f32) -> f32;
        let cases: [(&str, Own); 6] =
            [
                ("x*x*x-x/3+0.1", |x| x * x * x - x / 3.0 + 0.1),
                ("1/(1+x*x)", |x| 1.0 / (1.0 + x * x)),
                ("sqrt(x*x+2)*(x-1e-3)", |x| (x * x + 2.0).sqrt() * (x - 1e-3)),
                ("max(x,0)-min(x*0.1,1)", |x| {
                    // Rust's own extremes leave NaN out.
                    if x.is_nan() { x } else { x.max(0.0) - (x * 0.1).min(1.0) }
                }),
                ("where(x>0.3,x/7,-x*pi)", |x| {
                    if x > 0.3 { x / 7.0 } else { -x * std::f32::consts::PI }
                }),
                ("x/(1+abs(x))", |x| x / (1.0 + x.abs())),
            ];
        let mut seed = 1u64;
        for (text, own) in cases {
            let formula = parse(text).unwrap();
            for i in 0..4000 {
                seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
                let x = match i % 4 {
                    0 => f32::from_bits((seed >> 32) as u32),
                    1 => (seed >> 40) as f32 * 1e-6 - 8.0,
                    2 => (seed >> 40) as f32 * 1e-38,
                    _ => (seed >> 40) as f32 * -1e30,
                };
                let got = written(&formula, f64::from(x), &[], Format::Float32).value as f32;
                let want = own(x);
                let same = got.to_bits() == want.to_bits() || (got.is_nan() && want.is_nan());
                assert!(same, "{text} at {x:e}: {got:e}, Rust {want:e}");
            }
        }
    }

    #[test]
    fn softplus_as_in_the_textbook_ends_where_it_does() {
        let text = "ln(1+exp(x))";
        for (format, over, last) in [
            (Format::Float64, 709.79, 709.78),
            (Format::Float32, 88.73, 88.72),
            (Format::Float16, 11.1, 11.08),
        ] {
            assert_eq!(at(text, over, format).value, f64::INFINITY, "{format:?}");
            assert!(at(text, last, format).value.is_finite(), "{format:?}");
            assert_eq!(at(text, over, format).events[0].1, Event::Overflow);
        }
        let lost = at(text, -36.75, Format::Float64);
        assert_eq!((lost.value, lost.events[0].1), (0.0, Event::Absorption));
        assert!(at(text, -36.73, Format::Float64).value > 0.0);
        assert_eq!(at(text, -746.0, Format::Float64).events[0].1, Event::Underflow);
    }

    #[test]
    fn what_goes_wrong_is_told() {
        let first = |text, x, format| at(text, x, format).events.first().map(|(_, event)| *event);
        // x − tanh x is about x³/3.
        let left = 53 - (libm::ilogb(1e-5) - libm::ilogb(1e-15 / 3.0));
        let lost = Event::Cancellation { left };
        assert_eq!(first("x-tanh(x)", 1e-5, Format::Float64), Some(lost));
        assert_eq!(first("x-tanh(x)", 1e-3, Format::Float64), None, "more than half is left");
        assert_eq!(first("1-1", 0.0, Format::Float16), None, "exact numbers");
        assert_eq!(first("x-1", 1.001, Format::Float64), None, "an exact difference");
        assert_eq!(first("x-1", 1.001, Format::Float16), None, "of the x that float16 has");
        assert_eq!(first("exp(x)/(1+exp(x))", 800.0, Format::Float64), Some(Event::Overflow));
        let events = at("exp(x)/(1+exp(x))", 800.0, Format::Float64).events;
        assert_eq!(events.last().map(|(_, event)| *event), Some(Event::Invalid));
        assert_eq!(first("ln(x)", -1.0, Format::Float32), Some(Event::Invalid));
        assert_eq!(first("x*x", 1e-5, Format::Float16), Some(Event::Underflow));
        assert_eq!(first("1/x", 0.0, Format::Float32), Some(Event::Overflow));
    }
}
