//! English: the demonstrations.

use super::{PlayerWords, Words};

/// The words.
pub(super) const WORDS: Words = Words {
    navigation: "Demonstrations",
    player: PlayerWords {
        play: "Play",
        again: "Again",
        pause: "Pause",
        step: "Step",
        back: "Step back",
        reset: "Reset",
        speed: "Speed",
        per_second: |n| format!("{n} steps a second"),
    },
    function: "function",
    seed: "seed",
    new_seed: "New seed",
};
