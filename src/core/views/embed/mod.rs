//! The builder of embeds: the snippets that show a state on another page.

mod words;

pub use words::Words;

use crate::address::{VIEW as PLAIN, View, samples};

/// The view.
pub static VIEW: View = View {
    id: "embed",
    builds: "function",
    styles: &["function", "demos", "embed"],
    samples: samples(&["show=zigzag"]),
    ..PLAIN
};

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
crate::for_each_language!(worded);
