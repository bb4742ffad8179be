//! Chinese, simplified: why non-linear.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "为何要非线性";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "层与层之间为什么要非线性",
    description: "没有激活函数，多少层都只是一个仿射映射；有了它，平面才会弯曲。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "层与层之间为什么要有非线性函数",
    lead: "没有它，再多的层也只相当于一个仿射映射；有了它，平面可以弯折，直线分不开的就能分开。",
    depth: "层数",
    product: "各层的矩阵（后面的层写在前）",
    difference: |d| format!("在网格上，多层网络与合并成的单层最多相差 {d}，只是舍入误差。"),
    no_product: |name, d| {
        format!("层间加上 {name} 之后，矩阵的乘积不再等于整个网络：两者最多相差 {d}。")
    },
    grid: "这些层对网格做了什么",
    grid_lead: |straight, torn, shrunk| match (straight, torn, shrunk) {
        (true, ..) => "不论多少层，直线还是直线，平行的仍然平行。",
        (_, true, _) => "线断开了：这个函数有跳跃。",
        (.., true) => "每条线都缩成了一个点。",
        _ => "线弯了：空间本身被折叠。",
    },
    grid_plot: "经过各层之后的方格网",
    grid_keys: ["原来的竖线", "原来的横线"],
    fit_keys: ["最佳直线", "ReLU 单元"],
    one_input: "单个输入：整个网络（实线）与各层权重之积（虚线）",
    xor: "直线分不开的图案",
    separable: |yes| {
        if yes {
            "一条直线就能分开两类。"
        } else {
            "没有一条直线能分开两类。"
        }
    },
    before: "输入：",
    after: "经过一层：",
    fit: "拟合曲线",
    fit_lead: "没有激活函数的网络不论多深，都只能画直线；几个 ReLU 单元就能跟上正弦曲线。",
    units: "ReLU 单元数",
    rmse: |line, units, count| format!("均方根误差：直线 {line}，{count} 个 ReLU 单元 {units}。"),
    fit_plot: "−π 到 π 的正弦曲线、最佳直线，以及 ReLU 单元的拟合",
};
