//! The decision guide, a question at a time.

use crate::address::{Group, VIEW as PLAIN, View, samples};
use crate::key::Key;

/// The answers given, each as the number of the option, from 1.
pub const PATH: Key = Key::list("path", (1, 12), 20.0, &[]);

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
