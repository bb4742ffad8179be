//! The keys of the view.

use crate::key::Key;

/// The bias.
pub const B: Key = Key::number("b", -10.0, 10.0, 0.5);
/// The weights.
pub const W: Key = Key::list("w", (2, 4), 10.0, &[1.5, -1.0]);
/// The inputs.
pub const IN: Key = Key::list("in", (2, 4), 10.0, &[1.0, 0.5]);
