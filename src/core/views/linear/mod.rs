//! Layers with and without an activation.

mod words;

pub use words::Words;

use crate::address::{Group, Reads, VIEW as PLAIN, View};
use crate::key::{Key, SEED};

/// The number of layers.
pub const DEPTH: Key = Key::whole("depth", 1.0, 6.0, 4.0);
/// The number of hidden units.
pub const UNITS: Key = Key::whole("units", 1.0, 32.0, 8.0);

/// The view.
pub static VIEW: View = View {
    id: "linear",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[DEPTH, SEED, UNITS],
    styles: &["function", "demos"],
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
