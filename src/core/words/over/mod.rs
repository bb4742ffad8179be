//! The words of what lies over the page, the search and the lecture mode, apart from the rest because
//! they are fetched with it.

mod words;

pub use words::{FindWords, LectureWords, Words};

crate::for_each_language!(spoken);
