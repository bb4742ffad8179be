//! Chinese, simplified: extras of the function view.

use super::words::{GatedWords, PreluWords, RreluWords, Words};

/// The words.
pub(super) const WORDS: Words = Words {
    rrelu: RreluWords {
        title: "训练与评估",
        evaluation: "评估",
        training: "训练",
        fixed: |slope| format!("x ≤ 0 时的斜率固定为上下界的均值 {slope}，即图中的实线。"),
        drawn: |count, lower, upper| {
            format!(
                "每个元素各有一个斜率，在 [{lower}, {upper}] 上均匀抽取，即上图中的浅色带。细线是 {count} 次抽取的结果，点线是上下界。"
            )
        },
        resample: "重新抽取",
        seed: "随机种子",
        histogram: |count, x| format!("一个单元在 x = {x} 处的 {count} 次输出"),
        histogram_label: "输出的直方图；虚线为评估时的值",
        moments: |mean, fixed, deviation, expected| {
            format!(
                "均值 {mean}，评估时为 {fixed}。标准差 {deviation}；抽取次数很多时趋于 |x|·(u − l)/√12 = {expected}。"
            )
        },
        positive: "输入为正时原样通过，没有随机性。请把探针移到 x < 0 处。",
        paper: "论文用的是除法",
        divides: |low, high| {
            format!(
                "Xu 等人（2015）写作 x/a，a ~ U(3, 8)，测试时用 x/5.5，即斜率 0.1818。PyTorch 直接抽取斜率，评估时用斜率的均值；现在的上下界相当于 {low} 到 {high} 的除数。两者并不等同：除数均匀分布时，较小的斜率更常出现，而且 1/a 的均值是 ln(8/3)/5 = 0.1962，不是 1/5.5。"
            )
        },
        no_divisors: "Xu 等人（2015）写作 x/a，a ~ U(3, 8)，测试时用 x/5.5，即斜率 0.1818。PyTorch 直接抽取斜率。斜率不为正就没有对应的除数，所以现在的上下界在论文中没有对应。",
    },
    prelu: PreluWords {
        title: "学习 a：走一步梯度下降",
        lead: "一个单元的输入就是探针处的 x（没有探针时取 −2），希望它输出 y。损失为 L = ½(f(x) − y)²，斜率沿梯度的反方向移动，步长由学习率 η 决定。图中的圆圈是期望的点。",
        goal: "期望输出 y",
        rate: "学习率 η",
        exact: |label| format!("{label}，精确值"),
        derivative: "∂f/∂a",
        loss: "∂L/∂a",
        would: |a, next, loss, after| {
            format!("走一步，a 从 {a} 变为 {next}，损失从 {loss} 变为 {after}。")
        },
        nothing: "x ≥ 0 时输出与 a 无关：梯度为 0，a 不变。",
        overshoots: "步子太大：η·x² > 2，损失反而增大。",
        step: "走这一步",
    },
    gated: GatedWords {
        title: "两个输入：f(a, b) 的等高线图",
        lead: "横轴是门的输入 b，纵轴是数值 a。移动图中的点：曲线 f(x) 就是这一高度的切片，横轴相同。",
        map: |name| format!("{name} 的等高线图：f > 0 处为实线，f < 0 处为虚线"),
        point: "图上的点：左右改变 b，上下改变 a",
        levels: |levels| format!("实线处 f > 0，虚线处 f < 0，取值为 ±{levels}；a = 0 处 f = 0。"),
        slice: |b| format!("沿 a 的切片，b = {b}：一条直线，斜率就是门的值"),
        slice_label: "f 随 a 变化的图像（实线）及其斜率（虚线）",
        other: |a| format!("曲线 f(x) 是沿 b 的切片，a = {a}。"),
    },
};
