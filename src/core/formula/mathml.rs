//! A formula in MathML Core.

use super::operation::Relation;
use super::tree::Formula;
use super::typeset::{Name, Notation, typeset};

/// The formula as a `<math>` element, in a line of its own if `block`.
#[must_use]
pub fn mathml(formula: &Formula, block: bool) -> String {
    let display = if block { " display=\"block\"" } else { "" };
    format!("<math{display}>{}</math>", typeset(formula, &MathMl))
}

struct MathMl;

/// The operator that means "applied to" and takes no room.
const APPLY: &str = "<mo>\u{2061}</mo>";

fn row(inside: &str) -> String {
    format!("<mrow>{inside}</mrow>")
}

impl Notation for MathMl {
    fn number(&self, digits: &str, exponent: Option<&str>) -> String {
        let Some(exponent) = exponent else { return format!("<mn>{digits}</mn>") };
        let power = match exponent.strip_prefix('-') {
            Some(size) => format!("<mrow><mo>−</mo><mn>{size}</mn></mrow>"),
            None => format!("<mn>{exponent}</mn>"),
        };
        row(&format!("<mn>{digits}</mn><mo>×</mo><msup><mn>10</mn>{power}</msup>"))
    }

    fn letter(&self, letter: char) -> String {
        format!("<mi>{letter}</mi>")
    }

    fn negative(&self, u: &str) -> String {
        row(&format!("<mo>−</mo>{u}"))
    }

    fn beside(&self, a: &str, sign: Option<char>, b: &str) -> String {
        let sign = match sign {
            None => "\u{2062}", // an invisible times
            Some('+') => "+",
            Some('-') => "−",
            Some(_) => "·",
        };
        row(&format!("{a}<mo>{sign}</mo>{b}"))
    }

    fn fraction(&self, above: &str, below: &str) -> String {
        format!("<mfrac>{above}{below}</mfrac>")
    }

    fn power(&self, base: &str, exponent: &str) -> String {
        format!("<msup>{base}{exponent}</msup>")
    }

    fn root(&self, u: &str) -> String {
        format!("<msqrt>{u}</msqrt>")
    }

    fn bars(&self, u: &str) -> String {
        row(&format!("<mo>|</mo>{u}<mo>|</mo>"))
    }

    fn brackets(&self, u: &str) -> String {
        bracketed(u)
    }

    fn call(&self, name: &Name, index: &[String], arguments: &[String]) -> String {
        let name = match name {
            Name::Known(name) | Name::Upright(name) => format!("<mi>{name}</mi>"),
            Name::Sigma => "<mi>σ</mi>".into(),
        };
        let name = match index {
            [] => name,
            all => format!("<msub>{name}{}</msub>", row(&all.join("<mo>,</mo>"))),
        };
        let arguments = arguments.join("<mo>,</mo>");
        row(&format!("{name}{APPLY}{}", bracketed(&arguments)))
    }

    fn cases(&self, yes: &str, no: &str, left: &str, relation: Relation, right: &str) -> String {
        let line = |value: &str, relation: Relation| {
            let sign = sign(relation);
            format!("<mtr><mtd>{value}</mtd><mtd>{left}<mo>{sign}</mo>{right}</mtd></mtr>")
        };
        let lines = line(yes, relation) + &line(no, relation.opposite());
        row(&format!("<mo>{{</mo><mtable>{lines}</mtable>"))
    }
}

/// In brackets, which are as high as what is in them, and have room around them, only where that is
/// higher than a line.
fn bracketed(u: &str) -> String {
    let high = ["<mfrac", "<mtable", "<msqrt"].iter().any(|part| u.contains(part));
    let stretchy = if high { "" } else { " stretchy=\"false\"" };
    row(&format!("<mo{stretchy}>(</mo>{u}<mo{stretchy}>)</mo>"))
}

const fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Less => "&lt;",
        Relation::AtMost => "≤",
        Relation::More => "&gt;",
        Relation::AtLeast => "≥",
        Relation::Equal => "=",
        Relation::Unequal => "≠",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, typed};
    use crate::formula::parse::parse;

    /// The number of elements that each element may have inside, if that is fixed.
    fn children(name: &str) -> Option<usize> {
        match name {
            "mfrac" | "msup" | "msub" => Some(2),
            "mi" | "mn" | "mo" => Some(0),
            _ => None,
        }
    }

    /// Checks that elements are closed in order and have as many inside as they must.
    fn well_formed(markup: &str) {
        let mut open: Vec<(&str, usize)> = Vec::new();
        let mut rest = markup;
        while let Some(start) = rest.find('<') {
            let end = rest[start..].find('>').unwrap() + start;
            let tag = &rest[start + 1..end];
            if let Some(name) = tag.strip_prefix('/') {
                let (opened, inside) = open.pop().unwrap();
                assert_eq!(opened, name, "{markup}");
                assert!(children(name).is_none_or(|n| n == inside), "{name} {inside}: {markup}");
            } else {
                if let Some((_, inside)) = open.last_mut() {
                    *inside += 1;
                }
                open.push((tag.split(' ').next().unwrap(), 0));
            }
            rest = &rest[end + 1..];
        }
        assert!(open.is_empty(), "{markup}");
    }

    #[test]
    fn every_function_of_the_catalogue_is_well_formed() {
        for act in ALL {
            let own = typed(act);
            let called = format!("{}(x)^2", act.id);
            for text in [own, &called, "where(x<1e-5,1/x,sqrt(x)*2)", "max(a,elu(x,b))"] {
                if let Ok(formula) = parse(text) {
                    well_formed(&mathml(&formula, true));
                }
            }
        }
    }

    #[test]
    fn formulas_are_set_as_in_a_book() {
        for (text, want) in [
            ("x/2", "<mfrac><mi>x</mi><mn>2</mn></mfrac>"),
            ("a*x", "<mrow><mi>a</mi><mo>\u{2062}</mo><mi>x</mi></mrow>"),
            ("exp(x)", "<msup><mi>e</mi><mi>x</mi></msup>"),
            (
                "tanh(1/x)",
                "<mrow><mi>tanh</mi><mo>\u{2061}</mo><mrow><mo>(</mo><mfrac><mn>1</mn><mi>x</mi></mfrac><mo>)</mo></mrow></mrow>",
            ),
            (
                "sign(x)",
                "<mrow><mi>sign</mi><mo>\u{2061}</mo><mrow><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow></mrow>",
            ),
            ("abs(x)", "<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow>"),
        ] {
            let formula = parse(text).unwrap();
            assert_eq!(mathml(&formula, false), format!("<math>{want}</math>"));
        }
        let cases = mathml(&parse("where(x<0,1,2)").unwrap(), false);
        assert!(cases.contains("<mo>&lt;</mo>") && cases.contains("<mo>≥</mo>"), "{cases}");
    }
}
