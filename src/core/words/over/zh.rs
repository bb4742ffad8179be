//! Chinese, simplified: the search and the lecture mode.

use super::{FindWords, LectureWords, Words};
use crate::search::Kind;
use crate::words::LectureKey;

/// The words.
pub(super) const WORDS: Words = Words {
    find: FindWords {
        title: "查找",
        hint: "函数、章节、术语或演示，中英文均可",
        keys: "↑ ↓ 选择，Enter 打开，Esc 关闭",
        none: |text| format!("没有叫“{text}”的内容。"),
        nearest: "最接近的有：",
        kind: |kind| match kind {
            Kind::Function => "函数",
            Kind::Demo => "演示",
            Kind::Chapter => "课程",
            Kind::Term => "术语",
            Kind::Section => "课程小节",
        },
        close: "关闭",
    },
    lecture: LectureWords {
        keys: "演示模式的按键",
        key: |key| match key {
            LectureKey::Begin => "进入或退出演示模式",
            LectureKey::Play => "播放或暂停演示",
            LectureKey::Walk => "列表中的下一个、上一个画面；没有列表时，让演示走一步",
            LectureKey::Step => "让演示前进、后退一步",
            LectureKey::Reset => "重置演示或画面",
            LectureKey::Curve => "隐藏或重新显示对比中的一条曲线",
            LectureKey::Leave => "退出",
        },
        place: |n, of| format!("{n} / {of}"),
        no_figure: "这篇文字没有可以演示的图。",
        leave: "退出演示模式",
    },
};
