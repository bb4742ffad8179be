//! English: gallery.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Gallery";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Every activation function, live",
    description: "Each activation function of neural networks with its derivative: bend it with sliders, read it with a probe.",
};
