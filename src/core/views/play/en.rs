//! English: the overview of the demonstrations.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "All demos";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions to play with",
    description: "Demonstrations of what activation functions do in a network, each to take in the hand.",
};

/// The words of the view.
pub(super) const WORDS: Words =
    Words { title: "Play", lead: "Take hold of it, and see what an activation does to a network." };
