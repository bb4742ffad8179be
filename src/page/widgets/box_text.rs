//! The text in a number box.

use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::{plain, scientific, shortest};
use web_sys::HtmlInputElement;

/// All digits of a number, with a power of ten only where it is very large or small; none for NaN.
pub(super) fn digits(number: f64) -> String {
    if number.is_nan() {
        String::new()
    } else if number == 0.0 || (1e-6..1e15).contains(&number.abs()) {
        plain(number)
    } else {
        shortest(number)
    }
}

/// The digits that are seen of a number in a box that is not being edited.
const SEEN: usize = 6;

/// Writes a number into a box: all digits while it has the focus, few at rest. `boxes.js` changes
/// between the two.
pub(super) fn write(input: &HtmlInputElement, number: f64) {
    let text = digits(number);
    let _ = input.set_attribute("aria-valuenow", &text);
    let few = decimal::parse(&scientific(number, SEEN - 1)).map(digits);
    let rests = text.len() > SEEN && input.matches(":focus") == Ok(false);
    input.set_value(&few.filter(|_| rests).unwrap_or(text));
}
