//! Chinese, simplified: dead units.

use super::words::{Seen, Words};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "神经元死亡";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "真有 40% 的神经元会死吗？",
    description: "训练一个小网络，看神经元怎样死去、又怎样复活：学习率多大时会死，死了有没有害处。",
};

fn sentence(seen: &Seen) -> String {
    let Seen { epochs, units, dead: [first, second], born, revived, flat, .. } = *seen;
    if let Some(step) = seen.diverged {
        return format!("第 {step} 步发散：损失已经失控。请降低学习率。");
    }
    if seen.steps == 0 {
        return match born {
            0 => "训练之前没有死神经元。".to_owned(),
            _ => format!("训练之前，{units} 个神经元中有 {born} 个已经死了：权重抽出来就是这样。"),
        };
    }
    let all = seen.all();
    let when = if epochs == 0 { "第一轮中".into() } else { format!("{epochs} 轮之后") };
    let right = seen.percent();
    let mut told = match all {
        0 => format!("{when}，没有死神经元；{right}% 的点分类正确。"),
        _ => format!(
            "{when}，{units} 个神经元中有 {all} 个死了：第一层 {first} 个，第二层 {second} 个；{right}% 的点分类正确。"
        ),
    };
    if flat > 0 {
        told +=
            &format!("另有 {flat} 个在所有点上都处于负半轴，但那里的斜率不为 0：它们还能学习。");
    }
    if seen.is_stuck() {
        told += "有一层全死了：梯度传不过去，这一层和它下面的层都学不到东西。";
    } else if seen.is_harmless() {
        told += "这里并无害处：活着的已经够用。";
    } else if seen.is_harmful() {
        told += "学习率太大；神经元死亡只是它的症状。";
    } else if revived > 0 {
        told += &format!("至今有 {revived} 个复活：下面一层的变化改变了它们的输入。");
    }
    told
}

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "真有 40% 的神经元会死吗？",
    lead: "如果 ReLU 神经元在所有点上都输出 0，它就死了：梯度为 0，自己学不回来。死多少取决于学习率。两条螺旋线，两个各有 16 个神经元的隐藏层，50 轮。",
    guess: |units| format!("先猜一猜：50 轮之后，{units} 个神经元会死多少？"),
    guesses: ["一个也不死", "约 10%", "约 40%", "约 70%", "全部"],
    guessed: |guess, dead, units, over| {
        let share = (100.0 * dead as f64 / units.max(1) as f64).round();
        let when = if over { "结果是" } else { "目前是" };
        format!("你猜：{guess}；{when} {share}%（{units} 个中的 {dead} 个）。")
    },
    presets: "四次训练，初始权重的种子相同",
    preset: |id| match id {
        "calm" => "学习率 0.1",
        "cliff" => "学习率 1",
        "leaky" => "同一种子，换成 Leaky ReLU",
        _ => "Adam 0.03",
    },
    rate: "学习率",
    optimiser: "优化器",
    optimisers: ["SGD", "动量 0.9", "Adam"],
    points: "点数",
    noise: "噪声",
    seeds: "每个学习率的种子数",
    plane: "第一层：每个神经元是一条线",
    plane_hint: "越过自己的线，神经元就被激活（短线指向的一侧）。死去的已经离开数据，画成灰色。底色是网络的输出。",
    keys: ["活着", "死了", "类别 +1", "类别 −1"],
    plane_plot: |dead, units| {
        format!("两条螺旋线、网络的输出和第一层各神经元的线；{units} 个神经元中有 {dead} 个死了")
    },
    maps: "第二层：每个神经元的贡献",
    maps_hint: "蓝色偏向类别 +1，橙色偏向 −1。打叉的死了；带圆圈的曾经复活。",
    maps_plot: |dead, units| {
        format!("第二层每个神经元对输出的贡献；{units} 个神经元中有 {dead} 个死了")
    },
    numbers: [
        "步",
        "轮",
        "损失",
        "正确",
        "死亡",
        "第一层",
        "第二层",
        "生来就死",
        "训练中死",
        "复活",
    ],
    diverged: "发散于第几步",
    sentence,
    computing: "正在计算……",
    sweep: "这是规律吗？所有学习率，多个种子",
    sweep_lead: |seeds| {
        format!(
            "12 个学习率，各用 {seeds} 个种子训练 50 轮：线是中位数，色带是中间的一半。虚线是上面所用的学习率。"
        )
    },
    sweep_buttons: ["试遍所有学习率", "停止", "继续"],
    progress: |percent| format!("已完成 {percent}%"),
    over: ["50 轮之后死亡的神经元", "50 轮之后的损失"],
    columns: ["学习率", "死亡", "中间一半", "损失", "中间一半", "次数"],
    table: "数值",
    verdict: |best, dead, cliff| {
        let beside = cliff.map_or_else(
            || "没有哪个学习率会让四分之一的神经元死去。".to_owned(),
            |rate| format!("从学习率 {rate} 起，死亡的神经元超过四分之一。"),
        );
        format!("学习率 {best} 时损失最小，此时 {dead} 的神经元是死的。{beside}")
    },
};
