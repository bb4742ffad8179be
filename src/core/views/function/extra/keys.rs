//! The keys of the extras.

use crate::activation::Activation;
use crate::key::{Key, LR, SEED};

/// The switch of RReLU between drawn slopes (on) and their mean.
pub const TRAIN: Key = Key::switch("train");
/// The output that PReLU should give at the probe.
pub const GOAL: Key = Key::number("y", -10.0, 10.0, -1.0);

/// True if a key of the function view means anything for a function.
pub(in crate::views::function) fn concerns(key: &Key, act: &Activation) -> bool {
    match act.id {
        "rrelu" => *key == TRAIN || *key == SEED,
        "prelu" => *key == GOAL || *key == LR,
        _ => false,
    }
}
