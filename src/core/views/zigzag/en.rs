//! English: zig-zag.

use super::model::{Preset, Status};
use super::words::{ContrastWords, Words, WorkedWords};
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
    named: |name, centred| if centred { format!("{name}, centred") } else { name.to_owned() },
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
    centre_cmp: "centre the compared inputs only",
    best: "each at its own best rate",
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
            "With its mean taken off, an input has either sign, whatever function it came from. At the same rate that straightens the path and saves hardly a step; what it permits is a larger rate."
        }
        Preset::Momentum => {
            "The signs of the gradient are locked as before, but the swings cancel in the running average. A path that was nearly straight overshoots instead."
        }
        Preset::Bias => {
            "A bias alone cures nothing: each sample’s gradient still has one sign, and the weights swing on while the bias settles."
        }
    },
    columns: [
        "",
        "learning rate",
        "steps to 1%",
        "path",
        "straight line",
        "ratio",
        "one-sign gradients",
    ],
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
    contrast: ContrastWords {
        title: "What does it: the mean or the scale?",
        lead: "Tanh differs from sigmoid in two ways: its outputs have mean 0, and they spread more widely. At one rate for all, the spread sets the pace, and centring alone saves hardly a step. With each case at its own best rate the scale no longer counts, and the mean does. It does not slow a step, it forbids a large one: it makes the loss steep where all weights move together, and a rate above the largest stable one throws them out along that direction.",
        note: |draws, batch| {
            let samples =
                if batch == 1 { "one sample".to_owned() } else { format!("{batch} samples") };
            format!(
                "Steps are medians over {draws} draws of the inputs, {samples} a step, with momentum and bias as set below; either makes centring gain less. The best rate is the one with the fewest steps of some eighty that are tried; the largest stable one is that of descent with all samples at once."
            )
        },
        columns: |rate| {
            let at = format!("steps at {rate}");
            ["inputs from", "largest stable rate", &at, "best rate", "steps at that"]
                .map(str::to_owned)
        },
        show: "show above",
        case: |other, best| {
            let rates = if best { "best rates" } else { "one rate" };
            format!("{}, {rates}", other.unwrap_or("Centring alone"))
        },
    },
    census: "How often all components agree, with ten weights",
    census_lead: "With two weights chance alone makes half of all steps agree; with ten it is one in 512. Counted here over 2000 steps, for batches of 1, 8 and 64. The errors are drawn at random, whatever the inputs are, so there is nothing to learn: such noise never unlocks the signs, and beyond a batch of 8 the shares hardly fall. In the runs above the errors come from the weights, and the mean of the gradient points somewhere; that is what large batches bring out.",
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
