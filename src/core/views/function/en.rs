//! English: one function.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "One function";

/// The name of the function that the reader types.
pub(super) const OWN: &str = "Your own function";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About::NONE;
