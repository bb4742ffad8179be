//! The text in a number box.

use activation_explorer::numeric::format::{plain, shortest};
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

/// Writes a number into a box.
pub(super) fn write(input: &HtmlInputElement, number: f64) {
    let text = digits(number);
    let _ = input.set_attribute("aria-valuenow", &text);
    input.set_value(&text);
}
