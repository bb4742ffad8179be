//! Chinese, simplified: typed formulas.

use super::Words;
use crate::formula::breaks::GaveUp;
use crate::formula::fault::{DEEPEST, MOST_CHARACTERS, MOST_NODES};
use crate::formula::{FaultKind, Missing};
use crate::precision::lens::Fault;
use crate::precision::written::Event;

/// The words.
pub(super) const WORDS: Words = Words {
    lead: "输入关于 x 的公式，曲线、精确斜率、性质与代码随之给出。",
    field: "f(x) 的公式",
    made_of: "数、x、pi、e，以及最多四个字母（每个字母都有滑块）；+ − * / ^ 与括号；\
              where(x > 0, …, …)，可用 <、<=、>、>=、==、!=；还有这些函数：",
    grammar: "可以输入什么",
    catalogue: "以及列表中每个一元函数，例如",
    exact: "f′ 和 f″ 由求导法则得出，除舍入外是精确的。",
    looked: |own| if own { "按输入的写法" } else { "教科书写法" },
    stable: "稳定写法",
    errors: |format| format!("公式在 {format} 中的误差"),
    scale: "纵轴：误差的 log₁₀，以末位单位（ulp）计，每步运算都舍入。贴着上边缘处没有一位数字正确。",
    usual: "参数取默认值。",
    format: "格式",
    kind: |kind| match kind {
        FaultKind::Empty => "请输入关于 x 的公式，例如 x*sigmoid(a*x)".into(),
        FaultKind::TooLong => format!("公式最多 {MOST_CHARACTERS} 个字符"),
        FaultKind::TooManyNodes => format!("公式最多包含 {MOST_NODES} 个数、字母和运算"),
        FaultKind::TooDeep => format!("括号最多嵌套 {DEEPEST} 层"),
        FaultKind::TooManyParameters(letter) => {
            format!("公式最多有四个参数，{letter} 是第五个")
        }
        FaultKind::Character(c, _) => format!("“{c}”在此没有意义"),
        FaultKind::NumberTooLarge => "这个数超出 float64 的范围".into(),
        FaultKind::NumberTooSmall => "这个数太小，在 float64 中只能是 0".into(),
        FaultKind::Missing(what) => {
            let what = match what {
                Missing::Operand => "数、字母或函数",
                Missing::Operation => "运算符",
                Missing::Opening => "左括号",
                Missing::Closing => "右括号",
                Missing::Comparison => "比较式（例如 x > 0）",
            };
            format!("此处缺少{what}")
        }
        FaultKind::Unopened(')') => "这个右括号没有对应的左括号".into(),
        FaultKind::Unopened(_) => "逗号只能用来分隔函数的参数".into(),
        FaultKind::Comparison => "比较式只能写在 where(x > 0, …, …) 里".into(),
        FaultKind::Unknown(name, _) => format!("没有“{name}”"),
        FaultKind::Arguments { name, least, most } if least == most => {
            format!("{name} 需要 {most} 个参数")
        }
        FaultKind::Arguments { name, least, most } => {
            format!("{name} 需要 {least} 至 {most} 个参数")
        }
        FaultKind::NotScalar(name) => format!("{name} 不是一元函数"),
        FaultKind::MovingParameter(name) => format!("{name} 的参数不能含 x"),
    },
    meant: |meant| format!("。是否想写 {meant}？"),
    stop: "。",
    convention: "在折点处，f′ 取左右斜率及其间最接近 0 的值；由比较式决定时，取该点所选分支的斜率。",
    nowhere: "无论 x 取何值，这个公式都没有数值。",
    gave_up: |gave_up| match gave_up {
        GaveUp::Outside => "在 ±32 之外，折点或跳跃多得搜索不完。",
        GaveUp::Everywhere => "折点或跳跃多得搜索不完。",
    },
    event: |event| match event {
        Event::Overflow => "某个结果超出该格式的范围。".into(),
        Event::Underflow => "某个结果小得该格式无法表示。".into(),
        Event::Absorption => "求和时较小的一项被完全吞没。".into(),
        Event::Cancellation { left: 0 } => "某个差失去了所有有效位。".into(),
        Event::Cancellation { left } => format!("某个差只剩 {left} 位有效。"),
        Event::Invalid => "某个运算没有结果。".into(),
    },
    wrong: |fault| match fault {
        Fault::Infinite => "为 ∞",
        Fault::Zero => "为 0",
        Fault::NotANumber => "为 NaN",
        Fault::NoDigit => "没有一位数字正确",
        Fault::FewDigits => "正确的数字不到一半",
    },
    where_wrong: |wrong, from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("在 x = {from} 处{wrong}。"),
        (Some(from), Some(to)) => format!("从 x = {from} 到 {to} {wrong}。"),
        (Some(from), None) => format!("从 x = {from} 起{wrong}。"),
        (None, Some(to)) => format!("到 x = {to} 为止{wrong}。"),
        (None, None) => format!("处处{wrong}。"),
    },
    right: "处处有一半以上的数字正确。",
    unknown: "此处的精确值没有足够的有效位。",
};
