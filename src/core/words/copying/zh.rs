//! Chinese, simplified: copying and sharing.

use super::Words;

/// The words.
pub(super) const WORDS: Words =
    Words {
        copied: "已复制。", by_hand: "浏览器不允许复制，请手动复制：", embed: "嵌入此页"
    };
