//! A cell of the readout of an extra.

use activation_explorer::numeric::format::{pretty, shortest};

/// A number as a cell of the readout, in markup.
pub(super) fn cell(label: &str, read: &str, value: f64) -> String {
    format!(
        "<div class=\"cell\"><dt>{label}</dt><dd translate=\"no\"><data data-read=\"{read}\" value=\"{}\">{}</data></dd></div>",
        shortest(value),
        pretty(value, 5)
    )
}
