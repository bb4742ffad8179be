//! Chinese, simplified: the demonstrations.

use super::{
    DemoTexts, KinkWords, LinearWords, NeuronWords, PlayerWords, SaturationWords, WorkedWords,
    ZigzagWords,
};
use crate::views::zigzag::model::{Preset, Status};

pub(super) const DEMOS: DemoTexts = DemoTexts {
    names: ["神经元", "饱和", "为何要非线性", "锯齿下降", "0 处的折点"],
    navigation: "演示",
    player: PlayerWords {
        play: "播放",
        pause: "暂停",
        step: "下一步",
        back: "上一步",
        reset: "重来",
        speed: "速度",
        per_second: |n| format!("每秒 {n} 步"),
    },
    zigzag: ZigzagWords {
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
        shows: |preset| match preset {
            Preset::ZigZag => {
                "每步只用一个样本。输入若全部同号，路径就比直线距离长，长多少见上表。"
            }
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
    },
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
    neuron: NeuronWords {
        title: "神经元：先加权求和，再过一个函数",
        lead: "每个输入乘上各自的权重，乘积与偏置相加，激活函数把这个和变成输出。",
        input: |i| format!("输入 {i}"),
        weight: |i| format!("权重 {i}"),
        bias: "偏置",
        count: "输入个数",
        sum: "Σ + b",
        output: "输出",
        plane: "同一个神经元，画在前两个输入的平面上",
        plane_lead: "输出只沿权重向量（箭头）的方向变化，垂直方向上不变。可以拖动图上的点。",
        plot: "前两个输入平面上的输出热力图，附权重向量与当前输入",
        slope: |i| format!("∂输出/∂权重 {i}"),
    },
    saturation: SaturationWords {
        title: "饱和：梯度在哪里消失",
        lead: "x → ∞ 时 f′(x) → 0，称右饱和；x → −∞ 时 f′(x) → 0，称左饱和。若越过某个 c 之后 f′ 恒等于 0，是硬饱和；若 0 只是极限，是软饱和。",
        plot: |name| format!("{name} 的 |f′|，对数坐标"),
        verdict: |left, hard, soft| {
            let side = if left { "左" } else { "右" };
            match (hard, soft) {
                (Some(c), _) if left => format!("{side}侧硬饱和：x < {c} 时 f′ = 0。"),
                (Some(c), _) => format!("{side}侧硬饱和：x > {c} 时 f′ = 0。"),
                (None, true) => format!("{side}侧软饱和：f′ → 0。"),
                (None, false) => format!("{side}侧不饱和。"),
            }
        },
        both: |yes| {
            if yes {
                "两侧都饱和，所以是饱和函数。"
            } else {
                "并非两侧都饱和，按定义不算饱和函数。"
            }
        },
        flat: "凡是 f′ 存在的地方都有 f′ = 0，而 log 0 = −∞，所以没有曲线可画。",
        far: "远处的 f′",
        all: "全部函数（默认参数，由本页算出）",
        columns: ["函数", "左", "右"],
        class: |hard, soft, left| match (hard, soft) {
            (Some(c), _) => format!("硬，x {} {c}", if left { "<" } else { ">" }),
            (None, true) => "软".to_owned(),
            (None, false) => "–".to_owned(),
        },
    },
    linear: LinearWords {
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
        rmse: |line, units, count| {
            format!("均方根误差：直线 {line}，{count} 个 ReLU 单元 {units}。")
        },
        fit_plot: "−π 到 π 的正弦曲线、最佳直线，以及 ReLU 单元的拟合",
    },
    kink: KinkWords {
        title: "ReLU 在 0 处不可导，但这不要紧",
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
    },
    function: "函数",
    seed: "随机种子",
    new_seed: "换一个种子",
};
