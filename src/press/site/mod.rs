//! Pages beside the live one, for readers without JavaScript and for programs that preview links,
//! and the words of the page that stands there until it is live.
//!
//! Nothing here knows the commands: folders come as arguments, and what goes wrong is a [`Fault`].

mod fault;
mod links;
mod plain;
mod previews;
mod template;

pub use fault::Fault;
pub use links::broken;
pub use plain::write as write_plain;
pub use previews::write as write_previews;
pub use template::fill;
