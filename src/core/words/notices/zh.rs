//! Chinese, simplified: what is not shown as it was written.

use super::Words;
use crate::address::Why;

/// The words.
pub(super) const WORDS: Words = Words {
    title: "有些内容没有按所写的显示",
    colon: "：",
    reason: |why, value| match why {
        Why::NoSuchKey => "这里没有这个参数".to_owned(),
        Why::NoSuchChoice => format!("没有“{value}”这一选项"),
        Why::NotAFormula => format!("“{value}”不是公式"),
        Why::NotANumber => format!("“{value}”不是有限的数"),
        Why::TwoNumbers => {
            let comma = value.replace(['，', '、'], ",");
            format!(
                "“{value}”可以读作 {}，也可以读作 {}",
                comma.replace(',', "."),
                comma.replace(',', "")
            )
        }
        Why::Changed => format!("这里不能取 {value}"),
        Why::NoWindow => format!("{value} 构成不了可以绘制的范围"),
        Why::TooMany => "项数过多，或有重复".to_owned(),
        Why::TooFew => "项数过少".to_owned(),
        Why::TooLong => "网址过长，只读取了开头的部分".to_owned(),
    },
    shown: |shown| format!("，现在显示的是 {shown}。"),
    unused: "，没有采用。",
    stop: "。",
    likely: |key| format!("是不是想写 {key}？"),
    empty: "没有写数字",
};
