//! Chinese, simplified: the views of functions.

use super::{ExportWords, PlotWords, Words};
use crate::properties::{Class, Decay, LandmarkKind, Monotone, Parity};
use crate::words::facts::{Fact, FactWords};
use crate::words::{PlotKey, StoryWords};

pub(super) const WORDS: Words = Words {
    facts: FactWords {
        label: |fact| match fact {
            Fact::Range => "值域",
            Fact::Monotone => "单调性",
            Fact::Turns => "极值",
            Fact::LeftSaturation => "左饱和",
            Fact::RightSaturation => "右饱和",
            Fact::Smoothness => "光滑性",
            Fact::Breaks => "折点与跳跃点",
            Fact::Parity => "对称性",
            Fact::Period => "周期",
            Fact::AtZero => "f(0)，f′(0)",
            Fact::NearIdentity => "0 附近 f(x) ≈ x",
            Fact::Moments => "N(0, 1) 下的均值、方差",
            Fact::Lipschitz => "Lipschitz 常数",
            Fact::Slopes => "f′ 的最小值、最大值",
            Fact::Zeros => "零点",
            Fact::FixedPoints => "不动点",
        },
        monotone: |m| match m {
            Monotone::Increasing => "严格递增",
            Monotone::NonDecreasing => "单调不减",
            Monotone::Decreasing => "严格递减",
            Monotone::NonIncreasing => "单调不增",
            Monotone::Constant => "恒为常数",
            Monotone::No => "不单调",
        },
        class: |c| match c {
            Class::Discontinuous => "不连续",
            Class::C0 => "连续，但并非处处可导",
            Class::C1 => "C¹：f′ 连续，f″ 不连续",
            Class::Smooth => "C∞",
        },
        parity: |p| match p {
            Parity::Odd => "奇函数",
            Parity::Even => "偶函数",
            Parity::Both => "既奇又偶",
            Parity::Neither => "非奇非偶",
        },
        hard: |x, left| {
            if left { format!("硬饱和，x < {x}") } else { format!("硬饱和，x > {x}") }
        },
        soft: |d| match d {
            Decay::Exponential => "软饱和，指数衰减",
            Decay::Algebraic => "软饱和，按 1/x 的幂衰减",
        },
        kink: |x, left, right| format!("{x} 处为折点，斜率 {left} | {right}"),
        jump: |x, left, right| format!("{x} 处跳跃，{left} → {right}"),
        turn: |max, x, y| format!("{} {y}，在 {x} 处", if max { "极大值" } else { "极小值" }),
        slope_at: |y, x| format!("{y}，在 {x} 处"),
        slope_beside: |y, x, left| format!("{y}，在 {x} 的{}侧", if left { "左" } else { "右" }),
        slope_limit: |y, x| format!("{y}，x → {x} 时"),
        yes: "是",
        no: "否",
        none: "无",
        period: |length, rises| {
            if rises {
                format!("f′ 的周期为 {length}，f 每过一个周期升高同样的量")
            } else {
                length.to_owned()
            }
        },
        forever: |period| format!("依此类推，周期为 {period}"),
        dense: |period| format!("过于密集，无法逐一列出，周期为 {period}"),
        too_large: "过大，无法计算",
        further: "离 0 更远处还有",
        semicolon: "；",
    },
    story: StoryWords {
        subject: |name, parameters| {
            if parameters.is_empty() {
                name.to_owned()
            } else {
                format!("{name}（{parameters}）")
            }
        },
        comma: "，",
        sentence: |subject, monotone, range, saturation| {
            // Between a Latin name and Chinese stands a space.
            let gap = if subject.ends_with('）') { "" } else { " " };
            format!("{subject}{gap}{monotone}，值域为 {range}，{saturation}。")
        },
        saturation: |left, right| match (left, right) {
            (None, None) => "不饱和",
            (Some(true), None) => "仅左侧硬饱和",
            (Some(false), None) => "仅左侧软饱和",
            (None, Some(true)) => "仅右侧硬饱和",
            (None, Some(false)) => "仅右侧软饱和",
            (Some(true), Some(true)) => "两侧硬饱和",
            (Some(false), Some(false)) => "两侧软饱和",
            (Some(true), Some(false)) => "左侧硬饱和，右侧软饱和",
            (Some(false), Some(true)) => "左侧软饱和，右侧硬饱和",
        },
        window: |x, y| format!("图中 x 从 {} 到 {}，y 从 {} 到 {}。", x.0, x.1, y.0, y.1),
        zeros: |list| format!("零点：{list}。"),
        no_zeros: "没有零点。",
        no_zeros_here: "图中没有零点。",
        turns: |list| format!("极值：{list}。"),
        breaks: |list| format!("不光滑之处：{list}。"),
        smooth: "图中没有折点或跳跃点。",
        asymptote: |line, left| format!("向{}趋近于 {line}。", if left { "左" } else { "右" }),
        slopes: |low, high| format!("斜率介于 {low} 与 {high} 之间。"),
        slope: |slope| format!("凡有斜率之处，斜率都是 {slope}。"),
        semicolon: "；",
        space: "",
    },
    plot: PlotWords {
        zoom_in: "放大",
        zoom_out: "缩小",
        parameters: "参数",
        properties: "性质",
        frameworks: "各框架中的约定",
        source: "出处",
        slice: |gated| {
            if gated {
                "门控单元有两个输入：图中只改变门的输入 x，数值 a 固定不变。"
            } else {
                "这是整个向量的函数：图中只改变一个分量 x，其余分量固定不变。"
            }
        },
        two_pieces: "这是在 0 处相接的两段；段数可以更多，位置也可以任意。",
        band: "点线：训练时随机斜率的上下界。",
        probe_hint: "把指针移到图上即可读数；也可让图获得焦点后用方向键移动，按住 Shift 则微调。",
        home: "默认范围",
        fit: "适应高度",
        second: "f″",
        from_right: "右极限",
        tangent: "切线",
        equal: "两轴等比例",
        own_axis: "f′ 单独用右轴",
        shade: "|f′| < ε 处",
        shade_label: "阴影的阈值 ε：标出 |f′| 很小的区间",
        flat: |side, hard, from, to| {
            let how = if hard { "f′ = 0" } else { "|f′| 很小" };
            match side {
                -1 => format!("x < {to} 时 {how}"),
                1 => format!("x > {from} 时 {how}"),
                0 => format!("{from} 与 {to} 之间 {how}"),
                _ => format!("处处 {how}"),
            }
        },
        narrow: "区间太窄，此处未画出",
        no_flat: "|f′| 处处不小于 ε。",
        landmarks: "跳到",
        landmark: |kind, x| match kind {
            LandmarkKind::Jump => format!("跳跃点 {x}"),
            LandmarkKind::Kink => format!("折点 {x}"),
            LandmarkKind::Max => format!("极大 {x}"),
            LandmarkKind::Min => format!("极小 {x}"),
            LandmarkKind::Zero => format!("零点 {x}"),
        },
        lens: "数值在哪里出错",
        digits: "全部有效数字",
        in_words: "文字描述",
        table: "数值表",
        keys: "图上可用的按键",
        key: |key| match key {
            PlotKey::Right => "探针右移",
            PlotKey::Left => "探针左移",
            PlotKey::Fine => "按住则步长为十分之一",
            PlotKey::FarRight => "右移十步",
            PlotKey::FarLeft => "左移十步",
            PlotKey::First => "左边缘",
            PlotKey::Last => "右边缘",
            PlotKey::Next => "下一个折点、零点或极值点",
            PlotKey::Previous => "上一个",
            PlotKey::In => "放大",
            PlotKey::Out => "缩小",
            PlotKey::Wheel => "按住并转动滚轮：缩放；单用滚轮则滚动页面",
            PlotKey::Home => "默认范围",
            PlotKey::PanLeft => "视野左移",
            PlotKey::PanRight => "视野右移",
            PlotKey::PanUp => "视野上移",
            PlotKey::PanDown => "视野下移",
        },
        handle: |symbols| format!("拖动可改变 {symbols}"),
        wheel: |mac| if mac { "⌘ + 滚轮可缩放" } else { "Ctrl + 滚轮可缩放" },
        claims: "这话对吗？",
        all: "全部",
        verdict: |name| match name {
            "true" => "正确",
            "false" => "错误",
            "misleading" => "易误导",
            _ => "视情况",
        },
        more_claims: |n| format!("还有 {n} 条"),
        know: "用之前须知",
        all_properties: |n| format!("全部 {n} 项性质"),
        view: "显示选项",
        whole: "整体",
        slice_tab: "切片与代码",
        map_tab: "两个输入",
        curve_tab: "沿 b 的曲线",
        faces: "显示内容",
    },
    export: ExportWords {
        title: "复制或保存",
        compare: |name| format!("与 {name} 对比"),
        copy_code: "复制代码",
        frame: "嵌入",
        edit: "修改公式",
        print: "打印",
        link: "链接",
        embed: "iframe 代码",
        failed: "没能生成文件。",
        not_readable: "浏览器不允许网页读回自己画的图（在 Firefox 中是 privacy.resistFingerprinting 的作用），存成 PNG 会失真。请改用同一幅图的 SVG：",
        code: "代码",
        copy: "复制",
        lines: |deriv, second| match (deriv, second) {
            (false, false) => "f 实线",
            (true, false) => "f 实线，f′ 虚线",
            (false, true) => "f 实线，f″ 点线",
            (true, true) => "f 实线，f′ 虚线，f″ 点线",
        },
        from: "激活函数探索",
    },
};
