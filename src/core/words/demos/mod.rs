//! The words that the demonstrations share, apart from the rest because they are fetched with them.

mod words;

pub use words::{PlayerWords, Words};

crate::for_each_language!(spoken);
