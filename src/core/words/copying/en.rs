//! English: copying and sharing.

use super::Words;

/// The words.
pub(super) const WORDS: Words = Words {
    copied: "Copied.",
    by_hand: "The browser does not allow copying; the text is here:",
    no_window: "The page around this frame allows no new window; the address is here:",
    no_file: "If no file comes, the page around this frame forbids downloads: open the full page.",
    embed: "Embed this",
};
