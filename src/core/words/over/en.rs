//! English: the search and the lecture mode.

use super::{FindWords, LectureWords, Words};
use crate::search::Kind;
use crate::words::LectureKey;

/// The words.
pub(super) const WORDS: Words = Words {
    find: FindWords {
        title: "Find",
        hint: "A function, a chapter, a term or a demo, in English or Chinese",
        keys: "↑ ↓ choose, Enter opens, Esc closes",
        none: |text| format!("Nothing here is called “{text}”."),
        nearest: "The nearest:",
        kind: |kind| match kind {
            Kind::Function => "function",
            Kind::Demo => "demo",
            Kind::Chapter => "lesson",
            Kind::Term => "term",
            Kind::Section => "in the lesson",
        },
        close: "Close",
    },
    lecture: LectureWords {
        keys: "Keys of the lecture mode",
        key: |key| match key {
            LectureKey::Begin => "begins and ends the lecture mode",
            LectureKey::Play => "plays the demo, or pauses it",
            LectureKey::Walk => {
                "the next and the last state of the list; without one, a step of the demo"
            }
            LectureKey::Step => "a step of the demo on and back",
            LectureKey::Reset => "resets the demo, or the state",
            LectureKey::Curve => "hides a curve of the comparison, and shows it again",
            LectureKey::Leave => "leaves",
        },
        place: |n, of| format!("{n} of {of}"),
        no_figure: "This text has no figure to present.",
        leave: "Leave the lecture mode",
    },
};
