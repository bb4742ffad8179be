//! English: the contents of the lesson.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Contents";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions: the chapters of the lesson",
    description: "What activation functions are for, chapter by chapter, with figures to take in the hand.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Learn",
    lead: "A lesson in short chapters. Every figure in it is live.",
    go_on: "Go on reading:",
    more: "Beside the lesson",
};
