//! Formulas with the numbers of the parameters in the place of their symbols.

use crate::activation::Activation;
use crate::numeric::format::brief;

/// The formula of a function, as MathML, with its parameters filled in.
#[must_use]
pub fn filled(formula: &str, act: &Activation, params: &[f64]) -> String {
    let mut filled = formula.to_owned();
    // The same in words names the symbols; a browser reads the formula itself.
    while let Some(start) = filled.find(" alttext=\"") {
        let value = start + " alttext=\"".len();
        let Some(length) = filled[value..].find('"') else { break };
        filled.replace_range(start..=value + length, "");
    }
    for (param, value) in act.params.iter().zip(params) {
        filled = with(&filled, &symbol(param.symbol), &number(*value));
    }
    filled
}

/// The formula with a number for each symbol, and a dot where a product had none: 2x is 2 ⋅ x, as
/// 2(x) is, and 2 and 3 side by side are not 23.
fn with(formula: &str, symbol: &str, number: &str) -> String {
    /// How what can be multiplied begins, after the space of a product if there is one.
    const FACTORS: [&str; 8] = [
        "<mi",
        "<mn",
        "<msup",
        "<mfrac",
        "<msqrt",
        "<mo stretchy=\"false\">(",
        "<mrow><mo>(",
        "<mrow><mo>{",
    ];
    const SPACE: &str = "<mspace width=\"0.16666667em\"/>";
    const DOT: &str = "<mo lspace=\"0.15em\" rspace=\"0.15em\">⋅</mo>";
    /// The sign of a product that is not seen.
    const TIMES: &str = "<mo>\u{2062}</mo>";
    /// What has a place for each of its children.
    const PLACED: [&str; 4] = ["mfrac", "msup", "msub", "mroot"];
    let mut parts = formula.split(symbol);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        let dot = |on| if on { DOT } else { "" };
        let alone = PLACED.contains(&parent(&all));
        if let Some(cut) = all.strip_suffix(TIMES).filter(|cut| cut.ends_with("</mn>")) {
            all = cut.to_owned() + DOT;
        }
        let before = dot(!alone && all.ends_with("</mn>"));
        let (times, rest) = match rest.strip_prefix(TIMES) {
            Some(rest) => (true, rest),
            None => {
                let factor = rest.strip_prefix(SPACE).unwrap_or(rest);
                (!alone && FACTORS.iter().any(|start| factor.starts_with(start)), rest)
            }
        };
        all = all + before + number + dot(times) + rest;
    }
    all
}

/// The element that what follows would be a child of, by its name; empty outside of all.
fn parent(mathml: &str) -> &str {
    let mut open = Vec::new();
    for tag in mathml.split('<').skip(1) {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
    }
    open.pop().unwrap_or_default()
}

/// The MathML of a parameter's symbol.
fn symbol(symbol: &str) -> String {
    match symbol {
        "w₁" => "<msub><mi>w</mi><mn>1</mn></msub>".to_owned(),
        "w₂" => "<msub><mi>w</mi><mn>2</mn></msub>".to_owned(),
        letter => format!("<mi>{letter}</mi>"),
    }
}

/// A number as MathML, in brackets if it is negative.
fn number(value: f64) -> String {
    let size = format!("<mn>{}</mn>", brief(value.abs(), 5));
    if value < 0.0 {
        format!(
            "<mrow><mo stretchy=\"false\">(</mo><mo>−</mo>{size}<mo stretchy=\"false\">)</mo></mrow>"
        )
    } else {
        size
    }
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn products_have_a_dot() {
        let [a, x] = ["<mi>a</mi>", "<mi>x</mi>"];
        let shown = |formula: &str| {
            with(formula, a, "<mn>2</mn>").replace(" lspace=\"0.15em\" rspace=\"0.15em\"", "")
        };
        let dot = "<mo>⋅</mo>";
        assert_eq!(shown(&format!("{a}{x}")), format!("<mn>2</mn>{dot}{x}"));
        assert_eq!(shown(&format!("<mn>3</mn>{a}")), format!("<mn>3</mn>{dot}<mn>2</mn>"));
        assert_eq!(shown(&format!("{x}<mo>+</mo>{a}")), format!("{x}<mo>+</mo><mn>2</mn>"));
        let open = "<mo stretchy=\"false\">(";
        assert_eq!(shown(&format!("{a}{open}")), format!("<mn>2</mn>{dot}{open}"));
        assert_eq!(shown(&format!("{a}<mo>−</mo>{x}")), format!("<mn>2</mn><mo>−</mo>{x}"));
        let times = "<mo>\u{2062}</mo>";
        assert_eq!(
            shown(&format!("{a}{times}{a}{times}{x}")),
            format!("<mn>2</mn>{dot}<mn>2</mn>{dot}{x}")
        );
        // A fraction and a power have two children, whatever these are.
        for (two, kept) in [
            (format!("<mfrac><mn>1</mn>{a}</mfrac>"), "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
            (format!("<mfrac>{a}<mn>3</mn></mfrac>"), "<mfrac><mn>2</mn><mn>3</mn></mfrac>"),
            (format!("<msup>{a}<mn>3</mn></msup>"), "<msup><mn>2</mn><mn>3</mn></msup>"),
            (format!("<msup><mn>3</mn>{a}</msup>"), "<msup><mn>3</mn><mn>2</mn></msup>"),
        ] {
            assert_eq!(shown(&two), kept);
            assert_eq!(shown(&format!("{two}{x}")), format!("{kept}{x}"));
        }
    }
}
