//! The repetition of a formula, by that of its parts: sines and cosines of lines, and what is made of
//! them.

use super::operation::{Binary, Unary};
use super::tree::{Formula, Node, Place};
use crate::activation::{self, Period};
use std::f64::consts::TAU;

/// How a node changes with x.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Course {
    /// Not at all.
    Constant,
    /// A line of this slope.
    Line(f64),
    /// It repeats.
    Repeats(Period),
    /// Otherwise, or it is not known.
    Other,
}

impl Formula {
    /// Its repetition with parameters `p`, if its parts show one; the shortest to a factor of 2.
    #[must_use]
    pub fn period(&self, p: &[f64]) -> Option<Period> {
        let mut values = Vec::new();
        self.values(0.0, p, &mut values);
        let moving = self.moving();
        let mut courses: Vec<Course> = Vec::with_capacity(self.nodes().len());
        for (node, moves) in self.nodes().iter().zip(moving) {
            let course = if moves { course(*node, &courses, &values) } else { Course::Constant };
            courses.push(course);
        }
        let Some(Course::Repeats(mut period)) = courses.pop() else { return None };
        for _ in 0..3 {
            let half = Period { length: 0.5 * period.length, rise: 0.5 * period.rise };
            if !self.repeats(half, p) {
                break;
            }
            period = half;
        }
        let usable = period.length.is_finite() && period.rise.is_finite() && period.length > 0.0;
        (usable && self.repeats(period, p)).then_some(period)
    }

    /// Whether f repeats so, but for rounding, at points all over a period.
    fn repeats(&self, period: Period, p: &[f64]) -> bool {
        (0..40).all(|i| {
            let x = period.length * (f64::from(i) / 37.0 - 0.5);
            let (here, there) = (self.value(x, p), self.value(x + period.length, p));
            let size = here.abs().max(there.abs()).max(1e-3);
            (there - here - period.rise).abs() <= 1e-9 * size
        })
    }
}

fn course(node: Node, courses: &[Course], values: &[f64]) -> Course {
    let of = |place: Place| courses[usize::from(place)];
    let value = |place: Place| values[usize::from(place)];
    match node {
        Node::X => Course::Line(1.0),
        Node::Negate(u) => scaled(of(u), -1.0),
        Node::Binary(Binary::Add, a, b) => sum(of(a), of(b)),
        Node::Binary(Binary::Subtract, a, b) => sum(of(a), scaled(of(b), -1.0)),
        Node::Binary(Binary::Multiply, a, b) if of(a) == Course::Constant => {
            scaled(of(b), value(a))
        }
        Node::Binary(Binary::Multiply, a, b) if of(b) == Course::Constant => {
            scaled(of(a), value(b))
        }
        Node::Binary(Binary::Divide, a, b) if of(b) == Course::Constant => {
            scaled(of(a), 1.0 / value(b))
        }
        Node::Unary(Unary::Sin | Unary::Cos, u) => match of(u) {
            Course::Line(slope) => Course::Repeats(Period { length: TAU / slope.abs(), rise: 0.0 }),
            other => level(other),
        },
        Node::Call(call) => match of(call.input) {
            Course::Line(slope) => {
                let own = call.parameters(value);
                let own = own.and_then(|own| {
                    activation::structure(call.act, &own[..call.act.params.len()]).period
                });
                own.map_or(Course::Other, |own| {
                    let length = own.length / slope.abs();
                    Course::Repeats(Period { length, rise: own.rise * slope.signum() })
                })
            }
            other => level(other),
        },
        _ => node.operands().map(of).fold(Course::Constant, |all, one| match (all, one) {
            (Course::Constant, one) => level(one),
            (all, Course::Constant) => all,
            (all, one) => level(sum(all, level(one))),
        }),
    }
}

/// A function of what repeats repeats, if that does so without a rise.
fn level(course: Course) -> Course {
    match course {
        Course::Repeats(period) if period.rise == 0.0 => course,
        Course::Constant => course,
        _ => Course::Other,
    }
}

fn scaled(course: Course, by: f64) -> Course {
    match course {
        Course::Line(slope) => Course::Line(slope * by),
        Course::Repeats(period) => {
            Course::Repeats(Period { length: period.length, rise: period.rise * by })
        }
        other => other,
    }
}

fn sum(a: Course, b: Course) -> Course {
    match (a, b) {
        (Course::Constant, other) | (other, Course::Constant) => other,
        (Course::Line(a), Course::Line(b)) => Course::Line(a + b),
        (Course::Line(slope), Course::Repeats(period))
        | (Course::Repeats(period), Course::Line(slope)) => Course::Repeats(Period {
            length: period.length,
            rise: period.rise + slope * period.length,
        }),
        (Course::Repeats(a), Course::Repeats(b)) => {
            // The longer one, if it is a few times the other.
            let (long, short) = if a.length >= b.length { (a, b) } else { (b, a) };
            let times = libm::round(long.length / short.length);
            let fits = (long.length - times * short.length).abs() <= 1e-12 * long.length;
            if !fits || times > 32.0 {
                return Course::Other;
            }
            let rise = long.rise + times * short.rise;
            Course::Repeats(Period { length: long.length, rise })
        }
        _ => Course::Other,
    }
}

#[cfg(test)]
mod tests {
    use crate::formula::parse::parse;
    use std::f64::consts::{PI, TAU};

    #[test]
    fn repetitions_are_found_in_the_parts() {
        for (text, want) in [
            ("sin(x)", Some((TAU, 0.0))),
            ("sin(a*x+1)", Some((TAU / 2.5, 0.0))),
            ("sin(x)^2", Some((PI, 0.0))),
            ("x+sin(x)^2", Some((PI, PI))),
            ("2*x-cos(3*x)", Some((TAU / 3.0, 2.0 * TAU / 3.0))),
            ("snake(x,a)", Some((PI / 2.5, PI / 2.5))),
            ("exp(sin(x)+cos(2*x))", Some((TAU, 0.0))),
            ("max(sin(x),0)*cos(x/2)", Some((2.0 * TAU, 0.0))),
            ("sin(x)*x", None),
            ("sin(x^2)", None),
            ("sin(x)+sin(pi*x)", None),
            ("tanh(x)", None),
            ("x", None),
            ("exp(x+sin(x))", None),
        ] {
            let found = parse(text).unwrap().period(&[2.5]).map(|p| (p.length, p.rise));
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs();
            let same = match (found, want) {
                (None, None) => true,
                (Some(a), Some(b)) => near(a.0, b.0) && near(a.1, b.1),
                _ => false,
            };
            assert!(same, "{text}: {found:?}, want {want:?}");
        }
    }
}
