//! The state of the page, as fields that know nothing of one another, and what composes them.

mod address;
mod page;
pub(crate) mod parts;
mod reader;
mod screen;
pub(crate) mod texts;

pub(crate) use address::Current;
pub(crate) use page::{Page, page};
