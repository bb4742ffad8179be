//! Formulas with the numbers of the parameters in the place of their symbols.

use crate::activation::Activation;
use crate::numeric::format::brief;

/// The formula of a function, as MathML, with its parameters filled in.
#[must_use]
pub fn filled(formula: &str, act: &Activation, params: &[f64]) -> String {
    let mut filled = formula.to_owned();
    // The same in words names the symbols; a browser reads the formula itself.
    if let Some(start) = filled.find(" alttext=\"") {
        let value = start + " alttext=\"".len();
        if let Some(length) = filled[value..].find('"') {
            filled.replace_range(start..=value + length, "");
        }
    }
    for (param, value) in act.params.iter().zip(params) {
        filled = filled.replace(&symbol(param.symbol), &number(*value));
    }
    filled
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
