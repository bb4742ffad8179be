//! English: the lesson.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "The lesson";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions: a lesson with live figures",
    description: "What they are, why layers need them, each with its strengths and weaknesses, and what is said of them that is not so.",
};
