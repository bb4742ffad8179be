//! The words, a field each.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The sentence below it.
    pub lead: &'static str,
    /// The label of the link to the place where the reader stopped.
    pub go_on: &'static str,
    /// The heading over what is no chapter.
    pub more: &'static str,
}
