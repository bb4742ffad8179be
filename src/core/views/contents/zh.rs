//! Chinese, simplified: the contents of the lesson.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "目录";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "激活函数课程目录",
    description: "激活函数有什么用：逐章讲解，每幅图都能动手操作。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "学习",
    lead: "一门分成短章的课程，每幅图都能动手操作。",
    go_on: "接着读：",
    more: "课程之外",
};
