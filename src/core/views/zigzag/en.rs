//! English: zig-zag.

use super::model::{Preset, Status};
use super::words::{Words, WorkedWords};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Zig-zag";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Why descent zig-zags",
    description: "When all inputs have one sign, a step can only go into two of four quadrants.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Inputs of one sign make descent zig-zag",
    lead: "If every input of a neuron is positive, every component of one sample’s gradient has the same sign. A step can then go only up-right or down-left, and a target up-left is reached in a zig-zag.",
    inputs: |name| format!("Inputs from {name}"),
    signs: |one| if one { "all of one sign" } else { "of both signs" },
    shaded: "shaded: where the next step may go",
    shaded_momentum: "shaded: where the gradient alone leads; momentum adds the last step",
    open: "the next step may go anywhere",
    plot: |name| {
        format!(
            "Contours of the loss over the two weights, with the path of gradient descent for inputs from {name}"
        )
    },
    start: "start",
    optimum: "optimum",
    rate: "learning rate",
    batch: "batch size",
    centre: "centre the inputs",
    bias: "bias",
    momentum: "momentum",
    when: "When does it not zig-zag?",
    preset: |preset| match preset {
        Preset::ZigZag => "As it is",
        Preset::LargerBatch => "Batches of 64",
        Preset::Centred => "Centred inputs",
        Preset::Momentum => "Momentum",
        Preset::Bias => "A bias",
    },
    effect: |preset| match preset {
        Preset::ZigZag => {
            "One sample a step. Where all inputs have one sign, the path is longer than the straight line: the table says how much."
        }
        Preset::LargerBatch => {
            "The gradient is now the average over 64 samples whose errors differ in sign, so it can point anywhere, and the path is nearly straight."
        }
        Preset::Centred => {
            "With its mean taken off, an input has either sign, whatever function it came from."
        }
        Preset::Momentum => {
            "The signs of the gradient are locked as before, but the swings cancel in the running average. A path that was nearly straight overshoots instead."
        }
        Preset::Bias => {
            "A bias alone cures nothing: each sample’s gradient still has one sign, and the weights swing on while the bias settles."
        }
    },
    columns: ["", "steps to 1%", "path", "straight line", "ratio", "one-sign gradients"],
    after: |steps| match steps {
        1 => "after 1 step".to_owned(),
        n => format!("after {n} steps"),
    },
    status: |status| match status {
        Status::Running => "",
        Status::Converged => "arrived",
        Status::Diverged => "diverged: the steps grow without end; lower the learning rate",
        Status::GaveUp => "stopped after 10,000 steps",
    },
    gradient: "The last gradient",
    same_sign: |same| if same { "same sign" } else { "different signs" },
    against: "compared with",
    axes: "Across: the first weight; up: the second.",
    census: "How often all components agree, with ten weights",
    census_lead: "With two weights chance alone makes half of all steps agree; with ten it is one in 512. Counted here over 2000 random steps, for batches of 1, 8 and 64:",
    worked: WorkedWords {
        title: "With numbers: three weights",
        lead: "From the first weights to the second, either freely or with steps whose components all have one sign.",
        direct: "Free: one step",
        locked: "Locked to one sign: two steps",
        length: |l| format!("length {l}"),
        minus: |printed, sum, target| {
            format!(
                "The lecture note that this example comes from prints the start as {printed}. It has lost a minus sign: from there the same two steps lead to {sum}, not to {target}."
            )
        },
        fewest: |count, steps, length| {
            format!(
                "No fewer than {count} locked steps will do. These two are not the shortest: {steps} needs a length of {length}."
            )
        },
    },
};
