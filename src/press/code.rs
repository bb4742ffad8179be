//! The functions as code: the catalogue's texts made whole and checked.
//!
//! Parameters stay `{alpha}`; the page puts in their values ([`explorer_core::activation::code`]).

use super::markdown::{Math, escaped};
use explorer_core::activation::code::{filled, values};
use explorer_core::activation::{Activation, Gated, Kind, Language};

/// One function in every language.
pub fn section(act: &Activation, math: &Math) -> Result<String, String> {
    let mut html = format!("<section id=\"{}\">", act.id);
    for language in Language::ALL {
        let text =
            template(act, language, math).map_err(|e| format!("{}: {e}", language.name()))?;
        html.push_str(&format!(
            "<pre data-code=\"{}\" translate=\"no\">{}</pre>",
            language.key(),
            escaped(&text)
        ));
    }
    html.push_str("</section>\n");
    Ok(html)
}

/// A formula with the parameters' symbols in place of their names.
pub fn symbolic(latex: &str, act: &Activation) -> String {
    act.params.iter().fold(latex.to_owned(), |latex, param| {
        let symbol = match param.symbol {
            "α" => r"\alpha",
            "β" => r"\beta",
            "θ" => r"\theta",
            "λ" => r"\lambda",
            "ω" => r"\omega",
            "w₁" => "w_1",
            "w₂" => "w_2",
            letter => letter,
        };
        latex.replace(&format!("{{{}}}", param.name), symbol)
    })
}

/// The text of one language, variants included.
fn template(act: &Activation, language: Language, math: &Math) -> Result<String, String> {
    if language == Language::Latex {
        return latex(act, math);
    }
    let composed = match &act.kind {
        Kind::Gated(gated) if matches!(language, Language::NumPy | Language::Rust) => {
            vec![(composed(gated, language)?, &[][..])]
        }
        _ => {
            let own = act.code.iter().filter(|snippet| snippet.language == language);
            own.map(|snippet| (dedented(snippet.text), snippet.at)).collect()
        }
    };
    let Some((_, [])) = composed.last() else {
        return Err("a text for any parameter values is expected, after those for some".into());
    };
    let mut text = String::new();
    for (body, at) in &composed {
        let whole = whole(act, language, body);
        if at.is_empty() {
            used(act, &whole)?;
        } else if at.len() != act.params.len() || has_placeholder(act, body) {
            return Err(
                "a variant is for a value of every parameter, and has no placeholder".into()
            );
        }
        if whole.contains("\n?") {
            return Err("a line starts with ?, which would start a variant".into());
        }
        if composed.len() > 1 {
            text.push_str(&format!("?{}\n{whole}\n", values(at)));
        } else {
            text.push_str(&whole);
        }
    }
    Ok(text)
}

/// Whether a parameter's name stands in braces somewhere.
fn has_placeholder(act: &Activation, text: &str) -> bool {
    act.params.iter().any(|param| text.contains(&format!("{{{}}}", param.name)))
}

/// Every parameter occurs, and nothing else looks like one.
fn used(act: &Activation, text: &str) -> Result<(), String> {
    let missing = act.params.iter().find(|p| !text.contains(&format!("{{{}}}", p.name)));
    if let Some(param) = missing {
        return Err(format!("{{{}}} is missing", param.name));
    }
    for (at, _) in text.match_indices('{') {
        let name = text[at + 1..].split_once('}').map_or("", |(name, _)| name);
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        // What LaTeX takes as an argument or an index: `\frac{x}{y}`, `e^{x}`.
        let argument = text[..at].ends_with(|c: char| c.is_alphanumeric() || "^_}".contains(c));
        match act.param_index(name) {
            None if is_name && !argument => return Err(format!("{name} is no parameter")),
            Some(_) if argument => {
                return Err(format!("write {{{{{name}}}}} for a group of LaTeX"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A gated unit from its gate's own code, in which `f` becomes `g`.
fn composed(gated: &Gated, language: Language) -> Result<String, String> {
    let gate = gated.gate;
    let own = gate.code.iter().find(|snippet| snippet.language == language);
    let own = own.ok_or_else(|| format!("its gate, {}, has no code", gate.id))?;
    let text = filled(&dedented(own.text), gate, gated.gate_params, language);
    let text = renamed(&renamed(&text, "f(", "g("), "df(", "dg(");
    let unit = if language == Language::Rust {
        "fn f(a: f64, b: f64) -> f64 {\n    a * g(b)\n}\n\n\
         /// The derivatives by a and by b.\n\
         fn df(a: f64, b: f64) -> (f64, f64) {\n    (g(b), a * dg(b))\n}"
    } else {
        "def f(a, b):\n    return a * g(b)\n\n\
         # The derivatives by a and by b.\n\
         def df(a, b):\n    return g(b), a * dg(b)"
    };
    Ok(format!("{text}\n\n{unit}"))
}

/// A text with definitions, what they need, and what of them the page draws.
fn whole(act: &Activation, language: Language, body: &str) -> String {
    let drawn = match act.kind {
        Kind::Gated(_) => "The page draws f({a}, x).",
        // Maxout is a function of x: its pieces are in it.
        Kind::Vector(_) if act.code.iter().any(|s| s.text.contains("def f(z):")) => {
            "The page draws entry 0 of f(z) for z = (x, 0, 0)."
        }
        _ => "",
    };
    let (mut text, comment) = match language {
        Language::Rust => (body.to_owned(), "//"),
        _ => (python(body), "#"),
    };
    if !drawn.is_empty() {
        text.push_str(&format!("\n\n{comment} {drawn}"));
    }
    text
}

/// Definitions in Python, made of an expression if that is all there is, after their imports.
fn python(body: &str) -> String {
    const IMPORTS: [(&str, &str); 7] = [
        ("math.", "import math"),
        ("flax.", "import flax.linen"),
        ("jax.", "import jax"),
        ("jnp.", "import jax.numpy as jnp"),
        ("keras.", "import keras"),
        ("np.", "import numpy as np"),
        ("torch.", "import torch"),
    ];
    let mut text = String::new();
    for (mark, import) in IMPORTS {
        if mentions(body, mark) {
            text.push_str(import);
            text.push('\n');
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let expression = body.split('#').next().unwrap_or_default();
    let inputs = [("z", "z"), ("b", "a, b"), ("x", "x")];
    let input = inputs.iter().find(|(name, _)| mentions(expression, name));
    text.push_str(&match input {
        _ if body.contains("def f(") => body.to_owned(),
        Some((_, names)) => format!("def f({names}):\n    return {body}"),
        None => format!("f = {body}"),
    });
    text
}

/// The formulas with placeholders, after trying what the page will make of them.
fn latex(act: &Activation, math: &Math) -> Result<String, String> {
    let text = format!(
        "\\begin{{align*}}\nf(x) &= {} \\\\\nf'(x) &= {}\n\\end{{align*}}",
        act.formula, act.derivative
    );
    used(act, &text)?;
    let defaults = act.defaults();
    for awkward in [None, Some(-0.5), Some(2.5e-7), Some(-1e300)] {
        let p: Vec<f64> = defaults.iter().map(|p| awkward.unwrap_or(*p)).collect();
        math.block(&filled(&text, act, &p, Language::Latex))?;
    }
    Ok(text)
}

/// True if `word` occurs in `code` other than inside a longer name.
fn mentions(code: &str, word: &str) -> bool {
    occurrences(code, word).next().is_some()
}

/// `code` with one name for another; both end as they do in a call, with a parenthesis.
fn renamed(code: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut done = 0;
    for at in occurrences(code, from) {
        out.push_str(&code[done..at]);
        out.push_str(to);
        done = at + from.len();
    }
    out + &code[done..]
}

/// The places at which `word` starts, other than inside a longer name.
fn occurrences(code: &str, word: &str) -> impl Iterator<Item = usize> {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    let places = code.match_indices(word).filter(move |(at, found)| {
        let before = code[..*at].chars().next_back();
        let after = code[at + found.len()..].chars().next();
        let open_end = found.ends_with(in_name) && after.is_some_and(in_name);
        !before.is_some_and(|c| in_name(c) || c == '.') && !open_end
    });
    places.map(|(at, _)| at)
}

/// Lines without the indentation they share.
fn dedented(text: &str) -> String {
    let lines = text.trim_matches('\n').trim_end().lines();
    let indented = lines.clone().filter(|line| !line.trim().is_empty());
    let shared = indented.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let lines: Vec<_> = lines.map(|line| line.get(shared..).unwrap_or_default()).collect();
    lines.join("\n")
}
