//! English: the lesson, the guide, the evidence.

use super::Words;

/// The words.
pub(super) const WORDS: Words = Words {
    contents: "Contents",
    previous: "Previous",
    next: "Next",
    around: "Chapters before and after",
    failed: "The text could not be loaded. Check the connection.",
    definition: "Definition",
    close: "Close",
    in_glossary: "In the glossary",
    evidence: "What was measured: the tables of Xu et al.",
    answers: "Your answers",
    change: "change",
    race: "Still in the race",
    recommendation: "Recommendation",
    functions: "Look at",
    again: "Start again",
    whole: "Read the whole guide",
    by_question: "Answer it question by question",
};
