//! Chinese, simplified: evidence: xu et al. 2015.

use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "实测：Xu 等人 2015";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "激活函数：实测结果",
    description: "Xu 等人（2015）对五种 ReLU 变体的对比实验，也说明这些表格不能证明什么。",
};
