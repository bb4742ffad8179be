//! The words, a field each.

use crate::search::Kind;
use crate::words::LectureKey;

/// The words of what lies over the page.
pub struct Words {
    /// The search.
    pub find: FindWords,
    /// The lecture mode.
    pub lecture: LectureWords,
}

/// The words of the search.
pub struct FindWords {
    /// The heading, and the label of the text field.
    pub title: &'static str,
    /// What can be found.
    pub hint: &'static str,
    /// The keys.
    pub keys: &'static str,
    /// The message that nothing has this name; the argument is what was written.
    pub none: fn(&str) -> String,
    /// What stands before the nearest names.
    pub nearest: &'static str,
    /// The kinds of what is found.
    pub kind: fn(Kind) -> &'static str,
    /// The button that closes it.
    pub close: &'static str,
}

/// The words of the lecture mode.
pub struct LectureWords {
    /// The heading of the list of keys.
    pub keys: &'static str,
    /// What each key does.
    pub key: fn(LectureKey) -> &'static str,
    /// The place in a list of states, and the number of them.
    pub place: fn(usize, usize) -> String,
    /// The message that a chapter has no figure.
    pub no_figure: &'static str,
    /// The button that leaves.
    pub leave: &'static str,
}
