//! The address: all that the page shows, from a query string and back, without a browser.
//!
//! Parsing never fails. What cannot be used falls back to its default and leaves a [`Notice`];
//! unknown keys are dropped. For every state, parsing its query gives the same state.

#[allow(clippy::module_inception, reason = "the type is the module's whole subject")]
mod address;
mod choice;
mod host;
mod notice;
mod parse;
mod row;
mod settings;
mod shared;
mod view;
mod window;
mod write;

pub use address::Address;
pub use choice::{Choice, Hidden, Part, Several, Theme, Trait, Traits};
pub use notice::{Notice, Why};
pub use parse::MAX_LENGTH;
pub use settings::{MOST_COMPARED, Settings};
#[cfg(test)]
pub(crate) use shared::is_shared;
pub use shared::{SharedKey, shared_keys};
pub use view::{About, Group, Reads, VIEW, View, samples};
pub use window::{Edges, Extras, LARGEST_SHADE};
