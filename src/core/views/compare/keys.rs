//! The keys of the view.

use crate::key::Key;

/// The colour and dash of each function of `cmp`, 1 to 8, which it keeps when others go.
pub const SLOTS: Key = Key::list("slots", (1, 8), 8.0, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
