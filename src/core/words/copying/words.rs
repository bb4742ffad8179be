//! The words, a field each.

/// The words.
pub struct Words {
    /// It is in the clipboard.
    pub copied: &'static str,
    /// Before the text, where the browser does not allow that.
    pub by_hand: &'static str,
    /// Before the address, where the page around this one allows no new window.
    pub no_window: &'static str,
    /// After a file was offered, where the page around this one may forbid it.
    pub no_file: &'static str,
    /// From the page to how it is embedded.
    pub embed: &'static str,
}
