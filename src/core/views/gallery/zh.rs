//! Chinese, simplified: gallery.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "总览";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "会动的激活函数图鉴",
    description: "神经网络的各种激活函数及其导数：用滑块改变参数，用探针读数。",
};
