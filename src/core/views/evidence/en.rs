//! English: evidence: xu et al. 2015.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Evidence: Xu et al. 2015";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions: what was measured",
    description: "Five variants of ReLU compared by Xu et al. (2015), with what the tables do not show.",
};
