//! Words of the lesson, the guide and the evidence, apart from [`Words`](super::Words) because
//! they are fetched with those views. What the lesson says is in `src/content`.

mod en;
mod zh;

use super::Lang;

/// Every word of these views.
pub struct LearnWords {
    /// The list of chapters.
    pub contents: &'static str,
    /// Before the title of the chapter before.
    pub previous: &'static str,
    /// Before the title of the chapter after.
    pub next: &'static str,
    /// The links to the chapters before and after, as a whole.
    pub around: &'static str,
    /// A text could not be fetched.
    pub failed: &'static str,
    /// A definition that lies over the text.
    pub definition: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// Leads to it in the glossary.
    pub in_glossary: &'static str,
    /// The tables of Xu et al.
    pub evidence: &'static str,
    /// The answers so far.
    pub answers: &'static str,
    /// Goes back to a question.
    pub change: &'static str,
    /// The heading of the last step.
    pub recommendation: &'static str,
    /// Before links to the functions recommended.
    pub functions: &'static str,
    /// Takes all answers back.
    pub again: &'static str,
    /// Leads to the guide as one text.
    pub whole: &'static str,
    /// Leads from there to the questions.
    pub by_question: &'static str,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static LearnWords {
    match lang {
        Lang::En => &en::LEARN,
        Lang::Zh => &zh::LEARN,
    }
}
