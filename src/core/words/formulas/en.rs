//! English: typed formulas.

use super::Words;
use crate::formula::breaks::GaveUp;
use crate::formula::fault::{DEEPEST, MOST_CHARACTERS, MOST_NODES};
use crate::formula::{FaultKind, Missing};
use crate::precision::lens::Fault;
use crate::precision::written::Event;

/// The words.
pub(super) const WORDS: Words = Words {
    lead: "Type a formula in x: its curve, its exact slope, its properties and its code follow.",
    field: "Formula of f(x)",
    made_of: "Numbers, x, pi, e and up to four letters, each of which gets a slider; + − * / ^ and brackets; \
              where(x > 0, …, …) with <, <=, >, >=, ==, !=; and these functions:",
    grammar: "What can be typed",
    catalogue: "and every function of one input in the list, such as",
    exact: "f′ and f″ are found by the rules of differentiation, so they are exact up to rounding.",
    looked: |own| if own { "as typed" } else { "as in textbooks" },
    stable: "stable",
    errors: |format| format!("Error of the formula in {format}"),
    scale: "Up: log₁₀ of the error, in units of the last place, every operation rounded. Along the top edge no \
            digit is right.",
    usual: "With the usual parameters.",
    format: "Format",
    kind: |kind| match kind {
        FaultKind::Empty => "Type a formula in x, such as x*sigmoid(a*x)".into(),
        FaultKind::TooLong => format!("A formula has at most {MOST_CHARACTERS} characters"),
        FaultKind::TooManyNodes => {
            format!("A formula has at most {MOST_NODES} numbers, letters and operations")
        }
        FaultKind::TooDeep => format!("Brackets are nested at most {DEEPEST} deep"),
        FaultKind::TooManyParameters(letter) => {
            format!("A formula has at most four parameters; {letter} is the fifth")
        }
        FaultKind::Character(c, _) => format!("“{c}” means nothing here"),
        FaultKind::NumberTooLarge => "No number of float64 is as large as this".into(),
        FaultKind::NumberTooSmall => "No number of float64 but 0 is as small as this".into(),
        FaultKind::Missing(what) => {
            let what = match what {
                Missing::Operand => "A number, a letter or a function",
                Missing::Operation => "An operation",
                Missing::Opening => "An opening bracket",
                Missing::Closing => "A closing bracket",
                Missing::Comparison => "A comparison such as x > 0",
            };
            format!("{what} is missing here")
        }
        FaultKind::Unopened(')') => "This bracket was never opened".into(),
        FaultKind::Unopened(_) => "A comma stands between the arguments of a function only".into(),
        FaultKind::Comparison => "A comparison stands in where(x > 0, …, …) only".into(),
        FaultKind::Unknown(name, _) => format!("There is no “{name}”"),
        FaultKind::Arguments { name, least: 1, most: 1 } => format!("{name} takes 1 argument"),
        FaultKind::Arguments { name, least, most } if least == most => {
            format!("{name} takes {most} arguments")
        }
        FaultKind::Arguments { name, least, most } => {
            format!("{name} takes {least} to {most} arguments")
        }
        FaultKind::NotScalar(name) => format!("{name} is not a function of one number"),
        FaultKind::MovingParameter(name) => {
            format!("A parameter of {name} cannot depend on x")
        }
    },
    meant: |meant| format!("; did you mean {meant}?"),
    stop: ".",
    convention: "At a kink f′ is, of the slopes on both sides and all between, the one nearest to 0; \
                 where a comparison decides, that of the branch taken there.",
    nowhere: "This formula is a number for no x.",
    gave_up: |gave_up| match gave_up {
        GaveUp::Outside => "Beyond ±32 there are more kinks or jumps than are searched for.",
        GaveUp::Everywhere => "There are more kinks or jumps than are searched for.",
    },
    event: |event| match event {
        Event::Overflow => "A result is too large for the format.".into(),
        Event::Underflow => "A result is too small for the format.".into(),
        Event::Absorption => "A sum does not notice its smaller part.".into(),
        Event::Cancellation { left: 0 } => "A difference loses all of its bits.".into(),
        Event::Cancellation { left: 1 } => "A difference has 1 right bit left.".into(),
        Event::Cancellation { left } => format!("A difference has {left} right bits left."),
        Event::Invalid => "An operation has no result.".into(),
    },
    wrong: |fault| match fault {
        Fault::Infinite => "It is ∞",
        Fault::Zero => "It is 0",
        Fault::NotANumber => "It is NaN",
        Fault::NoDigit => "No digit of it is right",
        Fault::FewDigits => "Less than half of its digits are right",
    },
    where_wrong: |wrong, from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("{wrong} at x = {from}."),
        (Some(from), Some(to)) => format!("{wrong} from x = {from} to {to}."),
        (Some(from), None) => format!("{wrong} from x = {from} on."),
        (None, Some(to)) => format!("{wrong} up to x = {to}."),
        (None, None) => format!("{wrong} everywhere."),
    },
    right: "More than half of its digits are right everywhere.",
    unknown: "The exact value is not known to enough digits here.",
};
