//! The keys of the view.

use crate::key::Key;

/// The number of layers.
pub const DEPTH: Key = Key::whole("depth", 1.0, 6.0, 4.0);
/// The number of hidden units.
pub const UNITS: Key = Key::whole("units", 1.0, 32.0, 8.0);
