//! The contents of the lesson: every chapter with what it promises, and what belongs to it.

mod words;

pub use words::Words;

use crate::address::{Group, VIEW as PLAIN, View};

/// The view.
pub static VIEW: View =
    View { id: "contents", group: Group::Lesson, styles: &["function", "reading"], ..PLAIN };

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
crate::for_each_language!(worded);
