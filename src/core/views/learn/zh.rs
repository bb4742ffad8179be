//! Chinese, simplified: the lesson.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "课程";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "激活函数课程：每幅图都能动手操作",
    description: "激活函数是什么，为什么需要它，每个函数的长处与短处，以及哪些流行说法并不成立。",
};
