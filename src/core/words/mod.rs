//! The words of the interface, one typed table per language: a missing text does not compile.

pub mod copying;
pub mod demos;
mod facts;
pub mod filled;
pub mod formulas;
mod interface;
mod keys;
pub mod notices;
pub mod over;
pub mod plots;
pub mod reading;
mod story;

pub use facts::{Fact, FactWords, facts, table, telling_first};
pub use interface::Words;
pub use keys::{KEYS, LECTURE_KEYS, LectureKey, PlotKey};
pub use story::{StoryWords, paragraph, sentence, subject};

crate::for_each_language!(spoken);
