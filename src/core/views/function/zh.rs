//! Chinese, simplified: one function.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "单个函数";

/// The name of the function that the reader types.
pub(super) const OWN: &str = "自己的函数";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About::NONE;
