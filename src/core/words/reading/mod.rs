//! The words of the lesson, the guide and the evidence, apart from the rest because they are
//! fetched with those views. The lesson itself is in `src/content`.

mod words;

pub use words::Words;

crate::for_each_language!(spoken);
