//! Chinese, simplified: maxout.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Maxout";

/// What it promises; links have the title and description of its functions.
pub(super) const ABOUT: About = About {
    title: "",
    description: "拖动几条直线，取其中最大的，就能弯成任意凸曲线。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    lead: "在 k 条直线中取最大的，h(x) = max (wᵢx + bᵢ)。移动直线：谁在最上面，单元就是谁。",
    plot: |k| format!("maxout 单元的图像：粗线为单元，虚线为它的 {k} 段"),
    handle: |piece, left| format!("第 {piece} 段的{}控制点", if left { "左" } else { "右" }),
    handles: "拖动带编号的控制点，直线就绕它的另一个控制点转动；用键盘时，按 Tab 选中控制点，再按方向键，按住 Shift 则微调。",
    pieces: "各段",
    number: |piece, slope| format!("第 {piece} 段的{}", if slope { "斜率 w" } else { "偏移 b" }),
    remove: |piece| format!("删除第 {piece} 段"),
    count: |k| format!("{k} 段"),
    add: "增加一段",
    start_from: "从这些开始",
    on_top: "最上面：",
    active: |piece, from, to| match (from, to) {
        (None, None) => format!("处处是第 {piece} 段"),
        (None, Some(to)) => format!("x < {to} 时为第 {piece} 段"),
        (Some(from), None) => format!("x > {from} 时为第 {piece} 段"),
        (Some(from), Some(to)) => format!("{from} 到 {to} 之间为第 {piece} 段"),
    },
    idle: |list| format!("从不在最上面，因而没有梯度：{list}"),
    winner: "最上面",
    fit: "拟合凸函数",
    nothing: "无",
    fit_lead: "选一个函数，各段就变成它的切线。",
    error: "最大误差：",
    at: |x| format!("在 x = {x} 处"),
    on: |from, to| format!("区间 [{from}, {to}]"),
    tangents: "取切线",
    raise: "上移误差的一半",
    by_k: "最好的 k 条切线",
    pair: "两个单元：h₁ − h₂",
    pair_lead: "单个单元总是凸的，两个单元之差则既能向上弯，也能向下弯：曲线向上折，就交给 h₁；向下折，就交给 h₂。",
    pair_plot: "一条曲线（虚线）和拟合它的两个单元之差（实线）",
    drawn: "手绘曲线",
    draw: "在图上画一条曲线。用键盘时：← → 选点，↑ ↓ 移动它，按住 Shift 则微调。",
    draw_point: |i, x, y| format!("第 {i} 点，x = {x}，高 {y}"),
    curve: "用 17 个数表示的曲线",
    unit_pieces: "每个单元的段数 k",
    unit_pieces_box: "每个单元的段数 k，精确值",
    wanted: "曲线",
    used: |h1, h2| format!("h₁ 用了 {h1} 段，h₂ 用了 {h2} 段"),
    falling: "各个 k 的最大误差",
    planes: "两个输入",
    planes_lead: "有两个输入时，每段是一个平面，各在一块直边区域里最高。细线是等高线；移动点即可读数。",
    planes_plot: |k| format!("两个输入、{k} 段的 maxout 单元的等高线图，附各段的区域"),
    point: "图上的点",
    plane_number: |piece, which| {
        format!("第 {piece} 段的{}", ["权重 w₁", "权重 w₂", "偏移 b"][which % 3])
    },
    claims: "这话对吗？",
};
