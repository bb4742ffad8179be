//! Words about copying and sharing, apart from the rest because they are fetched when needed.

/// The words.
pub struct Words {
    /// It is in the clipboard.
    pub copied: &'static str,
    /// Before the text, where the browser does not allow that.
    pub by_hand: &'static str,
    /// From the page to how it is embedded.
    pub embed: &'static str,
}

crate::for_each_language!(spoken);
