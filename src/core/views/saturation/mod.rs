//! Saturation: the sides on which a function lets no gradient through.

mod words;

pub use words::Words;

use crate::address::{Group, Reads, VIEW as PLAIN, View};

/// The view.
pub static VIEW: View = View {
    id: "saturation",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    styles: &["function", "demos"],
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
