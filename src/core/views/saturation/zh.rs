//! Chinese, simplified: saturation.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "饱和";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "饱和演示",
    description: "激活函数在哪里不再传递梯度：左与右，硬与软。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
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
};
