//! The lesson, a chapter at a time, with its glossary.

use crate::address::{Group, Reads, VIEW as PLAIN, View, samples};

/// The view.
pub static VIEW: View = View {
    id: "learn",
    group: Group::Lesson,
    reads: Reads { chapter: true, ..Reads::NONE },
    styles: &["function", "reading"],
    samples: samples(&["chapter=03-sigmoid-tanh"]),
    ..PLAIN
};

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
