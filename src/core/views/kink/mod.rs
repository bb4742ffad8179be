//! ReLU at 0.

mod words;

pub use words::Words;

use crate::address::{Group, Reads, VIEW as PLAIN, View};
use crate::key::{Key, STEPS};
use crate::numeric::Window;

/// The derivative chosen at a kink.
pub const SUBGRADIENT: Key = Key::number("sub", 0.0, 1.0, 0.0);

/// The view.
pub static VIEW: View = View {
    id: "kink",
    group: Group::Demos,
    reads: Reads { window: true, ..Reads::FUNCTION },
    keys: &[SUBGRADIENT, STEPS],
    fresh: true,
    beside: &["softplus"],
    window: Some(Window::new(-2.0, 2.0, -0.5, 1.5)),
    styles: &["function", "demos"],
    in_texts: true,
    ..PLAIN
};

crate::for_each_language!(titled);
crate::for_each_language!(worded);
