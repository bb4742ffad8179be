//! The words, a field each.

/// The words.
pub struct Words {
    /// It is in the clipboard.
    pub copied: &'static str,
    /// Before the text, where the browser does not allow that.
    pub by_hand: &'static str,
    /// From the page to how it is embedded.
    pub embed: &'static str,
}
