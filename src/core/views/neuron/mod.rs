//! The neuron: a weighted sum and a function of it.

mod words;

pub use words::Words;

use crate::address::{Group, Reads, VIEW as PLAIN, View};
use crate::key::Key;

/// The bias.
pub const B: Key = Key::number("b", -10.0, 10.0, 0.5);
/// The weights.
pub const W: Key = Key::list("w", (2, 4), 10.0, &[1.5, -1.0]);
/// The inputs.
pub const IN: Key = Key::list("in", (2, 4), 10.0, &[1.0, 0.5]);

/// The view.
pub static VIEW: View = View {
    id: "neuron",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[B, W, IN],
    styles: &["function", "demos"],
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
