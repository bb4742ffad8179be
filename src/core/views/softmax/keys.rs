//! The keys of the view.

use crate::key::Key;

/// The scores.
pub const LOGITS: Key = Key::list("z", (2, 8), f64::MAX, &[2.0, 1.0, 0.0]);
