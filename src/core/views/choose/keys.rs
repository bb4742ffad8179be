//! The keys of the view.

use crate::key::Key;

/// The answers given, each as the number of the option, from 1.
pub const PATH: Key = Key::list("path", (1, 12), 20.0, &[]);
