//! Chinese, simplified: the lesson, the guide, the evidence.

use super::Words;

/// The words.
pub(super) const WORDS: Words = Words {
    contents: "目录",
    previous: "上一章",
    next: "下一章",
    around: "前后章节",
    failed: "文字没有载入成功，请检查网络。",
    definition: "术语解释",
    close: "关闭",
    in_glossary: "在术语表中查看",
    evidence: "实测数据：Xu 等人的表格",
    answers: "你的回答",
    change: "改选",
    race: "仍在候选",
    recommendation: "建议",
    functions: "看看",
    again: "重新开始",
    whole: "通读全部问题",
    by_question: "逐题作答",
};
