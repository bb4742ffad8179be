//! The address: all that the page shows, from a query string and back, without a browser.
//!
//! Parsing never fails. Whatever is not shown as it was written leaves a [`Notice`]: what cannot be
//! used falls back to its default, numbers come into their range, unknown keys are dropped; but keys
//! of those who pass links on ([`is_foreign`]) are dropped in silence. For every state, parsing its
//! query gives the same state.

#[allow(clippy::module_inception, reason = "the type is the module's whole subject")]
mod address;
mod choice;
mod foreign;
mod host;
mod likely;
mod notice;
mod own;
mod parse;
mod row;
mod settings;
mod shared;
mod towards;
mod view;
mod window;
mod write;

pub use address::Address;
pub use choice::{Choice, Hidden, Part, Several, Theme, Trait, Traits};
pub use foreign::is_foreign;
pub use likely::likely;
pub use notice::{Notice, Why};
pub use own::{OWN, read_formulas_with};
pub use parse::MAX_LENGTH;
pub use settings::Settings;
#[cfg(test)]
pub(crate) use shared::is_shared;
pub use shared::{SharedKey, shared_keys};
pub use view::{About, Group, MOST_COMPARED, Reads, VIEW, View, samples};
pub use window::{Edges, Extras, LARGEST_SHADE};
