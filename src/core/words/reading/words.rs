//! The words, a field each.

/// The words of the views to read.
pub struct Words {
    /// The label of the list of chapters.
    pub contents: &'static str,
    /// The label of the link to the previous chapter.
    pub previous: &'static str,
    /// The label of the link to the next chapter.
    pub next: &'static str,
    /// The label of the navigation of both links.
    pub around: &'static str,
    /// The message that a text could not be fetched.
    pub failed: &'static str,
    /// The label of a definition shown over the text.
    pub definition: &'static str,
    /// The button that closes it.
    pub close: &'static str,
    /// The link to it in the glossary.
    pub in_glossary: &'static str,
    /// The heading of the tables of Xu et al.
    pub evidence: &'static str,
    /// The label of the answers so far.
    pub answers: &'static str,
    /// The button that goes back to a question.
    pub change: &'static str,
    /// The label of the functions to which the answers still open can lead.
    pub race: &'static str,
    /// The heading of the last step.
    pub recommendation: &'static str,
    /// The label of the links to the functions recommended.
    pub functions: &'static str,
    /// The button that takes all answers back.
    pub again: &'static str,
    /// The link to the guide as one text.
    pub whole: &'static str,
    /// The link from there to the questions.
    pub by_question: &'static str,
}
