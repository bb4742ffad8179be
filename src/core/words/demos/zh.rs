//! Chinese, simplified: the demonstrations.

use super::{PlayerWords, Words};

/// The words.
pub(super) const WORDS: Words = Words {
    navigation: "演示",
    player: PlayerWords {
        play: "播放",
        again: "重播",
        pause: "暂停",
        step: "下一步",
        back: "上一步",
        reset: "重来",
        speed: "速度",
        per_second: |n| format!("每秒 {n} 步"),
    },
    function: "函数",
    seed: "随机种子",
    new_seed: "换一个种子",
};
