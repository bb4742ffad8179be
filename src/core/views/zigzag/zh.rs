//! Chinese, simplified: zig-zag.

use super::model::{Preset, Status};
use super::words::{ContrastWords, Words, WorkedWords};
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
    named: |name, centred| if centred { format!("{name}（中心化）") } else { name.to_owned() },
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
    centre_cmp: "只把对照的输入中心化",
    best: "各用自己的最佳学习率",
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
        Preset::Centred => {
            "减去均值之后，无论来自哪个函数，输入都有正有负。学习率不变时，路径变直了，步数却几乎不减；中心化的好处是允许用更大的学习率。"
        }
        Preset::Momentum => {
            "梯度的各分量照样同号，但来回的摆动在滑动平均中互相抵消。本来就近乎直线的路径，反而会冲过头。"
        }
        Preset::Bias => {
            "只加偏置没有用：单个样本的梯度仍然同号，偏置慢慢到位的时候，权重还在来回摆动。"
        }
    },
    columns: ["", "学习率", "到 1% 的步数", "路径长", "直线距离", "比值", "梯度同号的比例"],
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
    contrast: ContrastWords {
        title: "起作用的是均值，还是尺度？",
        lead: "tanh 与 Sigmoid 有两点不同：输出的均值为 0，而且散布得更开。共用一个学习率时，快慢由散布的大小决定，单做中心化几乎省不了步数。各用自己的最佳学习率时，尺度不再起作用，起作用的是均值：它并不拖慢每一步，而是不许迈大步。所有权重一起增减的方向因它而变得很陡，学习率一旦超过稳定上限，权重就会沿这个方向越甩越远。",
        note: |draws, batch| {
            format!(
                "步数是 {draws} 组随机输入的中位数，每步 {batch} 个样本，动量和偏置按下面的设置；有了动量或偏置，中心化的好处就小一些。最佳学习率是试过的约八十个学习率中步数最少的一个；稳定上限是用全部样本做下降时的上限。"
            )
        },
        columns: |rate| {
            let at = format!("学习率 {rate} 时的步数");
            ["输入来自", "学习率的稳定上限", &at, "最佳学习率", "此时的步数"].map(str::to_owned)
        },
        show: "在上图中显示",
        case: |other, best| {
            let rates = if best { "各用最佳学习率" } else { "同一学习率" };
            format!("{}，{rates}", other.unwrap_or("只做中心化"))
        },
    },
    census: "十个权重时，各分量同号有多常见",
    census_lead: "只有两个权重时，光凭运气就有一半的步子同号；十个权重时只有 1/512。下表由本页统计 2000 步得出，批量大小依次为 1、8、64。这里的误差是随机抽取的，与输入无关，没有什么可学：这样的噪声永远解不开符号的锁，批量超过 8，比例也几乎不再下降。上面两条路径的误差则由权重产生，梯度的均值有确定的方向，批量一大，它就显现出来。",
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
