//! Chinese, simplified: the overview of the demonstrations.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "全部演示";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "动手玩激活函数",
    description: "激活函数在网络里起什么作用：每个演示都可以亲手操作。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "动手玩",
    lead: "亲手拖一拖，看激活函数怎样改变一个网络。",
};
