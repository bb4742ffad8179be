//! Words about copying and sharing, apart from the rest because they are fetched when needed.

mod words;

pub use words::Words;

crate::for_each_language!(spoken);
