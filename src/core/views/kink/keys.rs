//! The keys of the view.

use crate::key::Key;

/// The derivative chosen at a kink.
pub const SUBGRADIENT: Key = Key::number("sub", 0.0, 1.0, 0.0);
