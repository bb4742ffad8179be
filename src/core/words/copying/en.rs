//! English: copying and sharing.

use super::Words;

/// The words.
pub(super) const WORDS: Words = Words {
    copied: "Copied.",
    by_hand: "The browser does not allow copying; the text is here:",
    embed: "Embed this",
};
