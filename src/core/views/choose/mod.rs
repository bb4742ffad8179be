//! The decision guide, a question at a time.

mod keys;

pub use keys::PATH;

use crate::address::{Group, VIEW as PLAIN, View, samples};

/// The view.
pub static VIEW: View = View {
    id: "choose",
    group: Group::Guide,
    keys: &[PATH],
    styles: &["function", "reading"],
    samples: samples(&["", "path=2,1,3"]),
    ..PLAIN
};

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
