//! English: the lesson, the guide, the evidence.

use super::LearnWords;

pub(super) const LEARN: LearnWords = LearnWords {
    contents: "Contents",
    previous: "Previous",
    next: "Next",
    around: "Chapters before and after",
    failed: "The text could not be loaded. Check the connection.",
    definition: "Definition",
    close: "Close",
    in_glossary: "In the glossary",
    evidence: "The tables of Xu et al.",
    answers: "Your answers",
    change: "change",
    recommendation: "Recommendation",
    functions: "Look at",
    again: "Start again",
    whole: "Read the whole guide",
    by_question: "Answer it question by question",
};
