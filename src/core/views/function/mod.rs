//! One function, large.

pub mod extra;

use crate::address::{Group, Reads, VIEW as PLAIN, View};
use crate::key::{LR, SEED};
use extra::{GOAL, TRAIN};

/// The view.
pub static VIEW: View = View {
    id: "function",
    group: Group::Functions,
    reads: Reads { probe: true, window: true, details: true, equal: true, ..Reads::FUNCTION },
    keys: &[TRAIN, SEED, GOAL, LR],
    concerns: extra::concerns,
    named_by_functions: true,
    styles: &["function"],
    frame_height: 520,
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
