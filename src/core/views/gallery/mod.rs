//! Every function, small.

use crate::address::{Group, Reads, VIEW as PLAIN, View};

/// The view.
pub static VIEW: View = View {
    id: "gallery",
    group: Group::Gallery,
    start: true,
    reads: Reads { every_param: true, only: true, ..Reads::FUNCTION },
    samples: &["", "only=bounded,smooth", "alpha=2&fn=elu"],
    ..PLAIN
};

crate::for_each_language!(titled);
