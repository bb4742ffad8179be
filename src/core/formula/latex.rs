//! A formula in LaTeX with amsmath.

use super::operation::Relation;
use super::tree::Formula;
use super::typeset::{Name, Notation, typeset};

/// The formula in LaTeX, its parameters as letters.
#[must_use]
pub fn latex(formula: &Formula) -> String {
    typeset(formula, &Latex { template: false })
}

/// The formula in LaTeX with `{a}` for the value of a parameter, which
/// [`filled`](crate::activation::code::filled) puts in.
#[must_use]
pub fn template(formula: &Formula) -> String {
    typeset(formula, &Latex { template: true })
}

struct Latex {
    template: bool,
}

impl Notation for Latex {
    fn number(&self, digits: &str, exponent: Option<&str>) -> String {
        exponent.map_or_else(
            || digits.to_owned(),
            |exponent| [digits, r" \times 10^{", exponent, "}"].concat(),
        )
    }

    fn letter(&self, letter: char) -> String {
        match letter {
            'π' => r"\pi".into(),
            'x' | 'e' => letter.into(),
            // Two pairs of braces where LaTeX takes an argument: the inner one is replaced.
            _ if self.template => format!("{{{letter}}}"),
            _ => letter.into(),
        }
    }

    fn negative(&self, u: &str) -> String {
        format!("-{u}")
    }

    fn beside(&self, a: &str, sign: Option<char>, b: &str) -> String {
        match sign {
            None => format!("{a} {b}"),
            Some('·') => format!(r"{a} \cdot {b}"),
            Some(sign) => format!("{a} {sign} {b}"),
        }
    }

    fn fraction(&self, above: &str, below: &str) -> String {
        format!(r"\frac{{{above}}}{{{below}}}")
    }

    fn power(&self, base: &str, exponent: &str) -> String {
        format!("{base}^{{{exponent}}}")
    }

    fn root(&self, u: &str) -> String {
        format!(r"\sqrt{{{u}}}")
    }

    fn bars(&self, u: &str) -> String {
        format!(r"\left|{u}\right|")
    }

    fn brackets(&self, u: &str) -> String {
        format!(r"\left({u}\right)")
    }

    fn call(&self, name: &Name, index: &[String], arguments: &[String]) -> String {
        let name = match name {
            Name::Known(name) => format!(r"\{name}"),
            Name::Upright(name) => format!(r"\operatorname{{{}}}", upright(name)),
            Name::Sigma => r"\sigma".into(),
        };
        let index = match index {
            [] => String::new(),
            all => format!("_{{{}}}", all.join(", ")),
        };
        format!(r"{name}{index}\left({}\right)", arguments.join(", "))
    }

    fn cases(&self, yes: &str, no: &str, left: &str, relation: Relation, right: &str) -> String {
        let (sign, other) = (sign(relation), sign(relation.opposite()));
        format!(
            r"\begin{{cases}} {yes} & {left} {sign} {right} \\ {no} & {left} {other} {right} \end{{cases}}"
        )
    }
}

/// A name as the text of an operator, in which a space is `\ `.
fn upright(name: &str) -> String {
    name.replace(' ', r"\ ").replace('α', r"\alpha").replace('β', r"\beta")
}

const fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Less => "<",
        Relation::AtMost => r"\le",
        Relation::More => ">",
        Relation::AtLeast => r"\ge",
        Relation::Equal => "=",
        Relation::Unequal => r"\ne",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    #[test]
    fn formulas_are_set_as_in_a_book() {
        for (text, want) in [
            ("x/(1+exp(-a*x))", r"\frac{x}{1 + e^{-a x}}"),
            ("2*x^2-3*4", r"2 x^{2} - 3 \cdot 4"),
            ("(x+1)^2/2", r"\frac{\left(x + 1\right)^{2}}{2}"),
            ("(x/2)^a", r"\left(\frac{x}{2}\right)^{a}"),
            ("(-x)*(x-1)", r"-x \left(x - 1\right)"),
            ("-x*2", r"-x \cdot 2"),
            ("x-(-x*2)", r"x - \left(-x \cdot 2\right)"),
            ("x*-2", r"x \left(-2\right)"),
            ("--x", r"-\left(-x\right)"),
            ("(-x)^2", r"\left(-x\right)^{2}"),
            ("x-(a-1)", r"x - \left(a - 1\right)"),
            ("sqrt(2/pi)", r"\sqrt{\frac{2}{\pi}}"),
            ("abs(x)+log1p(x+1)", r"\left|x\right| + \ln\left(1 + \left(x + 1\right)\right)"),
            ("1e-9*x", r"1 \times 10^{-9} x"),
            ("expm1(x)*2", r"\left(e^{x} - 1\right) \cdot 2"),
            ("sigmoid(x)*elu(x,a)", r"\sigma\left(x\right) \operatorname{ELU}_{a}\left(x\right)"),
            ("where(x>0,x,0)", r"\begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"),
            ("2*where(x!=0,1,0)", {
                r"2 \left(\begin{cases} 1 & x \ne 0 \\ 0 & x = 0 \end{cases}\right)"
            }),
            ("max(x,-1)", r"\max\left(x, -1\right)"),
        ] {
            assert_eq!(latex(&parse(text).unwrap()), want, "{text}");
        }
        assert_eq!(template(&parse("a*x+b^2").unwrap()), "{a} x + {b}^{2}");
    }
}
