//! Chinese, simplified: zig-zag.

use super::model::{Preset, Status};
use super::words::{Words, WorkedWords};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "锯齿下降";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "梯度下降为什么走锯齿",
    description: "输入全部同号时，每一步只能走向四个象限中的两个。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "输入同号，梯度下降就走锯齿",
    lead: "如果神经元的输入全为正，那么单个样本的梯度各分量必然同号。一步只能朝右上或左下走；目标若在左上方，就只好来回折返。",
    inputs: |name| format!("输入来自 {name}"),
    signs: |one| if one { "全部同号" } else { "有正有负" },
    shaded: "阴影：下一步可去的方向",
    shaded_momentum: "阴影：只看梯度时可去的方向；动量还要加上前一步",
    open: "下一步可去任何方向",
    plot: |name| format!("两个权重平面上的损失等高线，以及输入来自 {name} 时梯度下降的路径"),
    start: "起点",
    optimum: "最优点",
    rate: "学习率",
    batch: "批量大小",
    centre: "输入中心化",
    bias: "偏置",
    momentum: "动量",
    when: "什么时候不走锯齿？",
    preset: |preset| match preset {
        Preset::ZigZag => "原样",
        Preset::LargerBatch => "每批 64 个样本",
        Preset::Centred => "输入中心化",
        Preset::Momentum => "加动量",
        Preset::Bias => "加偏置",
    },
    effect: |preset| match preset {
        Preset::ZigZag => "每步只用一个样本。输入若全部同号，路径就比直线距离长，长多少见上表。",
        Preset::LargerBatch => {
            "梯度是 64 个样本的梯度的平均，各样本的误差有正有负，合起来可以指向任何方向，路径几乎是直的。"
        }
        Preset::Centred => "减去均值之后，无论来自哪个函数，输入都有正有负。",
        Preset::Momentum => {
            "梯度的各分量照样同号，但来回的摆动在滑动平均中互相抵消。本来就近乎直线的路径，反而会冲过头。"
        }
        Preset::Bias => {
            "只加偏置没有用：单个样本的梯度仍然同号，偏置慢慢到位的时候，权重还在来回摆动。"
        }
    },
    columns: ["", "到 1% 的步数", "路径长", "直线距离", "比值", "梯度同号的比例"],
    after: |steps| format!("已走 {steps} 步"),
    status: |status| match status {
        Status::Running => "",
        Status::Converged => "到达",
        Status::Diverged => "发散：步子越走越大，请调低学习率",
        Status::GaveUp => "走满一万步，停止",
    },
    gradient: "最近一次梯度",
    same_sign: |same| if same { "同号" } else { "异号" },
    against: "对照",
    axes: "横轴为第一个权重，纵轴为第二个权重。",
    census: "十个权重时，各分量同号有多常见",
    census_lead: "只有两个权重时，光凭运气就有一半的步子同号；十个权重时只有 1/512。下表由本页随机抽取 2000 步统计得出，批量大小依次为 1、8、64：",
    worked: WorkedWords {
        title: "用数字走一遍：三个权重",
        lead: "从第一组权重走到第二组，一种走法不受限制，另一种每一步的各分量必须同号。",
        direct: "不受限制：一步",
        locked: "各分量同号：两步",
        length: |l| format!("长度 {l}"),
        minus: |printed, sum, target| {
            format!(
                "这个例子出自一份讲义，原文把起点印成了 {printed}，漏掉一个负号：从那里走同样的两步会到 {sum}，而不是 {target}。"
            )
        },
        fewest: |count, steps, length| {
            format!(
                "各分量同号时，至少要走 {count} 步。上面两步并不是最短的：{steps} 的总长只有 {length}。"
            )
        },
    },
};
