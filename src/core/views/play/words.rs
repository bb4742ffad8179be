//! The words, a field each.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The sentence below it.
    pub lead: &'static str,
}
