//! The evidence: measurements of the variants of ReLU.

use crate::address::{Group, Reads, VIEW as PLAIN, View, samples};

/// The functions that the evidence is about.
pub const ABOUT: [&str; 4] = ["relu", "leaky_relu", "prelu", "rrelu"];

/// The view.
pub static VIEW: View = View {
    id: "evidence",
    group: Group::Lesson,
    reads: Reads { function: true, ..Reads::NONE },
    styles: &["function", "reading"],
    in_texts: true,
    samples: samples(&["fn=rrelu"]),
    ..PLAIN
};

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
