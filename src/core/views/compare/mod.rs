//! Several functions over one another.

mod words;

pub use words::Words;

use crate::address::{Group, MOST_COMPARED, Reads, VIEW as PLAIN, View};

/// The view.
pub static VIEW: View = View {
    id: "compare",
    group: Group::Compare,
    reads: Reads {
        function: false,
        probe: true,
        window: true,
        equal: true,
        differences: true,
        ..Reads::FUNCTION
    },
    beside: &["relu", "elu", "gelu"],
    most_compared: MOST_COMPARED,
    named_by_functions: true,
    styles: &["function"],
    frame_height: 620,
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
