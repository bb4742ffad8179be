//! Chinese, simplified: copying and sharing.

use super::Words;

/// The words.
pub(super) const WORDS: Words = Words {
    copied: "已复制。",
    by_hand: "浏览器不允许复制，请手动复制：",
    no_window: "外层网页不允许打开新窗口，请手动复制网址：",
    no_file: "如果没有出现文件，说明外层网页禁止下载，请打开完整页面。",
    embed: "嵌入此页",
};
