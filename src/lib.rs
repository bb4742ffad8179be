//! The page's library: the core, and the texts that the press has made of its prose.

pub mod content;
pub mod finding;

pub use explorer_core::*;
