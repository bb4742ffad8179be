//! The state of the page: fields independent of one another, and the page that composes them.

mod address;
mod page;
pub(crate) mod parts;
mod reader;
mod screen;
pub(crate) mod texts;

pub(crate) use address::Current;
pub(crate) use page::{Page, page};
