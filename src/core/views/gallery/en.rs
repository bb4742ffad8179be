//! English: gallery.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Gallery";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions, live",
    description: "Activation functions of neural networks with their derivatives: bend them with sliders, read them with a probe.",
};
