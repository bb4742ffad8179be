//! Chinese, simplified: softmax.

use super::words::{Words, list};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Softmax";

/// What it promises; links have the title and description of its functions.
pub(super) const ABOUT: About = About {
    title: "",
    description: "得分变成概率：温度一变，结果或果断或犹豫。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    lead: "它同时看所有得分。拖动一根柱子，各个概率都会变，因为总和始终是 1。",
    choose: "函数",
    scores: "得分 z（logit）",
    score: |i| format!("得分 z{i}"),
    score_box: |i| format!("得分 z{i}，精确值"),
    classes: |k| format!("{k} 个类别"),
    fewer: "减少一个类别",
    more_classes: "增加一个类别",
    temperature: "温度 T",
    cold: "T → 0",
    hot: "T → ∞",
    no_temperature: "Sparsemax 没有温度；其余函数按 T = 1 显示。",
    shift: "加上同一个常数",
    constant: "常数 c",
    add: "每个得分都加 c",
    shifted: |c, value, slope| {
        format!("每个得分都变动了 {c}。函数值最多变化 {value}，导数最多变化 {slope}。")
    },
    rounding: "不为 0 的部分是舍入误差：z + c 只有 53 位有效二进制数字。",
    drag: "得分：拖动柱子",
    shares: "概率",
    argmax: "argmax（T → 0）",
    summary: |name, classes, share, bits, most| {
        let each = if classes.len() > 1 { "分别" } else { "" };
        format!(
            "{name} 把最大的概率 {share} {each}给了第 {} 类。熵为 {bits} 比特，最大可能为 {most} 比特。",
            list(classes, "、")
        )
    },
    table: "并列对照",
    class: "类别",
    jacobian: |name| format!("{name} 的雅可比矩阵"),
    jacobian_hint: "第 i 行第 j 列：得分 j 增加时，输出 i 增加得多快。每行之和为 0，因为所有得分加上同一个常数，输出不变。",
    simplex: "单纯形",
    simplex_hint: "顶点表示完全确定，中心表示一无所知。圆点是 softmax，可以拖动；方点是 sparsemax。曲线是 T 从 ∞ 降到 0 时 softmax 走过的路。",
    simplex_label: |p| format!("三个概率构成的三角形；softmax 位于 {p}"),
    three: "三个类别的概率，是三角形里的一个点。",
    make_three: "改为三个类别",
    overflow: "数值溢出时",
    overflow_lead: "在双精度下，e<sup>710</sup> 是 ∞，e<sup>−746</sup> 是 0。照公式直接计算，就会出现 ∞ 除以 ∞ 或 0 除以 0。先减去最大的得分，毫不费事，两种情况都不会发生。",
    literal: "照公式直接算",
    stable: "先减去最大值",
    share: "概率",
    agrees: |apart| format!("这里两者一致，最多相差 {apart}。"),
    too_high: "直接计算得到 ∞/∞，不是数；先减去最大值，则一切正常。",
    too_low: "直接计算得到 0/0，不是数；先减去最大值，则一切正常。",
    try_these: "试试",
    claims: "当场检验两种说法",
    wrong: "错误",
    show: "演示",
    at_zero: |k, diagonal, other, left, right| {
        format!(
            "“Softmax 在零点不可微。”{k} 个得分相等时，雅可比矩阵的对角元为 {diagonal}，其余为 {other}；差商从左边算得 {left}，从右边算得 {right}。这里没有折点，别处也没有。"
        )
    },
    negative: |c, z, slope, here| {
        format!(
            "“负输入的梯度为零。”把现在的得分都减去 {c}，就全是负数：{z}。这时 ∂s₁/∂z₁ 为 {slope}；减之前为 {here}。"
        )
    },
};
