//! Chinese, simplified: the guide.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "选用指南";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "激活函数怎么选",
    description: "回答几个问题，得到一两个函数和理由：哪些是惯例，哪些有证据。",
};
