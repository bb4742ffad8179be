//! Reading decimal numbers.
//!
//! In the page the JavaScript engine reads them: it rounds as correctly as the standard library,
//! whose tables of powers would be a twentieth of the download.

/// The finite number that a text spells, if it spells one: `-1.5`, `2e3`, with spaces around.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    // The spelling that both readers accept: no words, no hexadecimal, no empty text.
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    let any = text.bytes().any(|b| b.is_ascii_digit());
    (plain && any).then(|| read(text)).flatten().filter(|x| x.is_finite())
}

#[cfg(not(target_arch = "wasm32"))]
fn read(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[cfg(target_arch = "wasm32")]
fn read(text: &str) -> Option<f64> {
    // Unary plus: NaN for any other text, which the caller drops.
    Some(wasm_bindgen::JsValue::from_str(text).unchecked_into_f64())
}
