//! Chinese, simplified: comparison.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "对比";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "对比激活函数",
    description: "最多八个激活函数叠在一起，各有各的参数，共用一个探针。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "对比",
    lead: "最多八个函数叠在一起，各有各的参数和线型。",
    add: "添加函数",
    unknown: |text| format!("没有名为“{text}”的函数。"),
    remove: |name| format!("移除 {name}"),
    show_f: "显示 f",
    difference: |name| format!("与 {name} 之差"),
    full: "最多八个；移除一个才能再添加。",
    there: |name| format!("{name} 已在对比之中。"),
    thin: "粗线为 f，细线为 f′。",
    point: "指向图像，或用方向键沿图像移动，即可读数。",
    function: "函数",
    largest_gap: "最大差值",
    gap_at: |gap, x| format!("{gap}（x = {x}）"),
    to_gap: |x| format!("最大差值 {x}"),
    formulas: "公式",
};
