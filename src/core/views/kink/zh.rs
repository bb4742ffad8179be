//! Chinese, simplified: kink at 0.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "0 处的折点";

/// Title and description of links to the view.
pub(super) const ABOUT: About =
    About { title: "ReLU 在 0 处", description: "那里不可导，但几乎不影响训练。" };

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "ReLU 在 0 处不可导，但几乎不影响训练",
    lead: "放得再大，ReLU 的角还是角：左边斜率 0，右边斜率 1。训练照样进行，程序只需在这一点选定一个值。",
    zoom: |f| format!("放大 {f} 倍"),
    corners: |label, text| format!("{label}：{text}"),
    quotients: |x| format!("{x} 处的差商"),
    quotient_columns: ["h", "左侧", "右侧"],
    choose: "给 0 处选一个斜率",
    choose_lead: "0 到 1 之间的任何数都是次梯度。设一个单元正好停在折点 w = 0，而它应当输出 1：选不同的值，走一步会怎样？",
    step: |slope, gradient, before, after| {
        format!("斜率取 {slope}：梯度 {gradient}，w 从 {before} 变为 {after}")
    },
    again: "再走一步",
    softplus: "Softplus 趋近 ReLU，但 0 处的斜率不变",
    gap: |beta, gap| format!("β = {beta} 时，最大差距在 0 处，为 ln 2/β = {gap}。"),
    slope: "不论 β 取多少，0 处的斜率都是 ½，即 0 与 1 的平均。",
    frameworks: "各框架返回的值",
    columns: ["情形", "x", "本页"],
    differs: "粗体：与本页取值不同",
    plot: |name, x| format!("{name} 在 {x} 附近的图像及其导数"),
};
