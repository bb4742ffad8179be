//! Functions of a whole vector of scores.

mod words;

pub use words::Words;

use crate::address::{Group, Reads, VIEW as PLAIN, View};
use crate::key::Key;

/// The scores.
pub const LOGITS: Key = Key::list("z", (2, 8), f64::MAX, &[2.0, 1.0, 0.0]);

/// The view.
pub static VIEW: View = View {
    id: "softmax",
    group: Group::Functions,
    reads: Reads { deriv: false, ..Reads::FUNCTION },
    keys: &[LOGITS],
    functions: &["softmax", "log_softmax", "softmin", "sparsemax"],
    styles: &["function", "vectors"],
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
