//! English: the guide.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "The guide";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Which activation function?",
    description: "A few questions, then one or two functions with reasons: what is convention and what is evidence.",
};
