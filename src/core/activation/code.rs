//! A function as code: puts the values of its parameters into the texts of `content/code.html`.

use crate::activation::{Activation, Language};
use crate::numeric::format::shortest;

/// `template` with the values `p` in place of the parameters' names, `{alpha}`.
///
/// Numbers are the shortest that read back exactly, written as the language wants them, and so
/// that they keep their sign: `x - {a}` becomes `x + 2.0` for a = −2, and a factor is put in
/// parentheses. A template may have variants: lines `?1.5 2` start what is right for these values
/// alone, a line `?` what is right for all others.
#[must_use]
pub fn filled(template: &str, act: &Activation, p: &[f64], language: Language) -> String {
    let mut rest = variant(template, p);
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match placeholder(after, act, p) {
            Some((value, after)) => {
                push_number(&mut out, value, after, language);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The parameter values as the first line of a variant has them.
#[must_use]
pub fn values(p: &[f64]) -> String {
    let mut line = String::new();
    for (i, value) in p.iter().enumerate() {
        if i > 0 {
            line.push(' ');
        }
        line.push_str(&shortest(*value));
    }
    line
}

/// The text for these values.
fn variant<'a>(template: &'a str, p: &[f64]) -> &'a str {
    let Some(mut rest) = template.strip_prefix('?') else { return template };
    let wanted = values(p);
    loop {
        let (one, others) = rest.split_once("\n?").unwrap_or((rest, ""));
        let (at, text) = one.split_once('\n').unwrap_or((one, ""));
        if at.is_empty() || at == wanted || others.is_empty() {
            return text;
        }
        rest = others;
    }
}

/// The value of the parameter whose name `after` starts with, and what follows the name.
fn placeholder<'a>(after: &'a str, act: &Activation, p: &[f64]) -> Option<(f64, &'a str)> {
    let (name, after) = after.split_once('}')?;
    Some((*p.get(act.param_index(name)?)?, after))
}

/// Adds a number; `next` is what will follow it.
fn push_number(out: &mut String, mut value: f64, next: &str, language: Language) {
    let latex = language == Language::Latex;
    if value < 0.0 && take_sign(out) {
        value = -value;
    }
    let number = if latex { latex_number(value) } else { code_number(value) };
    let before = out.trim_end();
    let factor = if latex {
        is_latex_factor(before)
    } else {
        before.ends_with(['*', '/']) || next.starts_with('.')
    };
    if latex && factor {
        out.push_str(r"\cdot ");
    }
    let is_power = latex && number.contains('\\');
    let apart = (value < 0.0 && factor) || (is_power && before_slash(out));
    if apart {
        out.push('(');
    }
    out.push_str(&number);
    if apart {
        out.push(')');
    }
}

/// Turns a plus or minus at the end of `out` round, if there is one, for the negative number that
/// follows; true if it did.
fn take_sign(out: &mut String) -> bool {
    let sign = out.trim_end().len();
    let spaces = out.len() - sign;
    let (text, flipped) = match out.as_bytes()[..sign].last() {
        Some(b'-') => (sign - 1, '+'),
        Some(b'+') => (sign - 1, '-'),
        _ => return false,
    };
    let binary =
        out[..text].trim_end().ends_with(|c: char| c.is_alphanumeric() || ")]}".contains(c));
    out.truncate(text);
    if binary {
        out.push(flipped);
        out.extend(std::iter::repeat_n(' ', spaces));
    }
    true
}

fn before_slash(out: &str) -> bool {
    out.trim_end().ends_with('/')
}

/// `2.0`, `1e-5`.
fn code_number(value: f64) -> String {
    let mut number = shortest(value);
    if !number.contains(['.', 'e']) {
        number.push_str(".0");
    }
    number
}

/// `2`, `1 \times 10^{-5}`.
fn latex_number(value: f64) -> String {
    let number = shortest(value);
    let Some((mantissa, exponent)) = number.split_once('e') else { return number };
    [mantissa, r" \times 10^{", exponent, "}"].concat()
}

/// True if LaTeX that ends like `before` is a factor of whatever follows it.
fn is_latex_factor(before: &str) -> bool {
    const RELATIONS: [&str; 5] = [r"\begin{cases}", r"\le", r"\ge", r"\quad", r"\qquad"];
    before.ends_with(|c: char| c.is_alphanumeric() || ")]}".contains(c))
        && !RELATIONS.iter().any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    /// A function with the parameters `alpha` and `beta`.
    fn with(template: &str, p: [f64; 2], language: Language) -> String {
        filled(template, by_id("hard_sigmoid_ab").unwrap(), &p, language)
    }

    #[test]
    fn numbers_are_written_as_the_language_wants_them() {
        for (value, python, latex) in [
            (2.0, "2.0", "2"),
            (0.1, "0.1", "0.1"),
            (-1.5, "-1.5", "-1.5"),
            (1e-5, "1e-5", r"1 \times 10^{-5}"),
            (-2.5e300, "-2.5e300", r"-2.5 \times 10^{300}"),
            (0.0, "0.0", "0"),
            (1.0 / 3.0, "0.3333333333333333", "0.3333333333333333"),
        ] {
            for language in Language::ALL {
                let want = if language == Language::Latex { latex } else { python };
                assert_eq!(with("f({alpha})", [value, 0.0], language), format!("f({want})"));
            }
        }
    }

    #[test]
    fn negative_numbers_keep_their_meaning_in_code() {
        for (template, want) in [
            ("x + {alpha} * {beta}", "x - 1.5 * (-2.0)"),
            ("x - {alpha}", "x + 1.5"),
            ("x * 2 - {alpha}", "x * 2 + 1.5"),
            ("f(x) - {alpha}", "f(x) + 1.5"),
            ("x / {alpha}", "x / (-1.5)"),
            ("(-{alpha} * x).exp()", "(1.5 * x).exp()"),
            ("{alpha}.exp()", "(-1.5).exp()"),
            ("x < -{alpha}", "x < 1.5"),
            ("[{alpha}, {beta}]", "[-1.5, -2.0]"),
            ("{ {alpha} } else { {gamma} }", "{ -1.5 } else { {gamma} }"),
        ] {
            assert_eq!(with(template, [-1.5, -2.0], Language::Rust), want);
        }
    }

    #[test]
    fn numbers_keep_their_meaning_in_formulas() {
        let cases = [
            ("{alpha} x + {beta}", [-1.5, -2.0], "-1.5 x - 2"),
            ("e^{-{alpha} x}", [-1.5, 0.0], "e^{1.5 x}"),
            (r"\frac{1}{{alpha}} x", [-1.5, 0.0], r"\frac{1}{-1.5} x"),
            (r"\sin(2 {alpha} x)", [1.5, 0.0], r"\sin(2 \cdot 1.5 x)"),
            (r"\sin(2 {alpha} x)", [-1.5, 0.0], r"\sin(2 \cdot (-1.5) x)"),
            ("{alpha} {beta}", [1e-5, 2.0], r"1 \times 10^{-5} \cdot 2"),
            ("x / {alpha}", [1e-5, 0.0], r"x / (1 \times 10^{-5})"),
            (
                r"\begin{cases} {alpha} & x \le {beta} \\ {beta}",
                [-1.0, -2.0],
                r"\begin{cases} -1 & x \le -2 \\ -2",
            ),
            ("|x| > {alpha}", [0.5, 0.0], "|x| > 0.5"),
        ];
        for (template, p, want) in cases {
            assert_eq!(with(template, p, Language::Latex), want);
        }
    }

    #[test]
    fn a_variant_is_for_its_values_alone() {
        let template = "?1 0.5\nbare()\n?0.1 2\nother()\n?\nfull({alpha}, {beta})";
        for (p, want) in [
            ([1.0, 0.5], "bare()"),
            ([0.1, 2.0], "other()"),
            ([1.0, 0.5000000000000001], "full(1.0, 0.5000000000000001)"),
        ] {
            assert_eq!(with(template, p, Language::Jax), want);
        }
        assert_eq!(with("?", [1.0, 1.0], Language::Jax), "");
        assert_eq!(with("{alpha", [1.0, 1.0], Language::Jax), "{alpha");
    }
}
