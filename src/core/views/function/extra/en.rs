//! English: extras of the function view.

use super::words::{GatedWords, PreluWords, RreluWords, Words};

/// The words.
pub(super) const WORDS: Words = Words {
    rrelu: RreluWords {
        title: "Training and evaluation",
        evaluation: "Evaluation",
        training: "Training",
        fixed: |slope| {
            format!(
                "The slope for x ≤ 0 is fixed at the mean of the bounds, {slope}. This is the curve drawn solid."
            )
        },
        drawn: |count, lower, upper| {
            format!(
                "Every element gets a slope of its own, uniform on [{lower}, {upper}]: the tinted band in the plot above. The thin lines are {count} draws, the dotted ones the bounds."
            )
        },
        resample: "Draw again",
        seed: "Seed of the random numbers",
        histogram: |count, x| format!("{count} outputs of one unit at x = {x}"),
        histogram_label: "Histogram of the outputs; dashed: the value in evaluation",
        moments: |mean, fixed, deviation, expected| {
            format!(
                "Mean {mean}; evaluation gives {fixed}. Standard deviation {deviation}; many draws tend to |x|·(u − l)/√12 = {expected}."
            )
        },
        positive: "A positive input passes unchanged: there is nothing random. Move the probe to x < 0.",
        paper: "The paper divides",
        divides: |low, high| {
            format!(
                "Xu et al. (2015) write x/a with a ~ U(3, 8) and test with x/5.5, a slope of 0.1818. PyTorch draws the slope itself, and evaluates with the mean slope; your bounds are divisors from {low} to {high}. The two are not the same: a uniform divisor makes small slopes more likely, and the mean of 1/a is ln(8/3)/5 = 0.1962, not 1/5.5."
            )
        },
        no_divisors: "Xu et al. (2015) write x/a with a ~ U(3, 8) and test with x/5.5, a slope of 0.1818. PyTorch draws the slope itself. A slope of 0 or less is no divisor, so your bounds have no counterpart in the paper.",
    },
    prelu: PreluWords {
        title: "Learning a: one gradient step",
        lead: "One unit sees the x of the probe (−2 while there is none) and should give y. The loss is L = ½(f(x) − y)², and a step of rate η moves the slope against its gradient. The ring in the plot is the wanted point.",
        goal: "Wanted output y",
        rate: "Learning rate η",
        exact: |label| format!("{label}, exact value"),
        derivative: "∂f/∂a",
        loss: "∂L/∂a",
        would: |a, next, loss, after| {
            format!("A step takes a from {a} to {next} and the loss from {loss} to {after}.")
        },
        nothing: "For x ≥ 0 the output does not depend on a: the gradient is 0, and a stays.",
        overshoots: "The step is too long: η·x² > 2, and the loss grows.",
        step: "Take the step",
    },
    gated: GatedWords {
        title: "Both inputs: a map of f(a, b)",
        lead: "The gate’s input b runs across, the value a up. Move the point: the curve f(x) is the slice at its height, with the same axis.",
        map: |name| {
            format!("Map of {name}: lines of equal value, solid where f > 0, dashed where f < 0")
        },
        point: "Point on the map: left and right change b, up and down a",
        levels: |levels| {
            format!("Solid lines: f > 0; dashed: f < 0. They are at ±{levels}; for a = 0, f is 0. ")
        },
        slice: |b| format!("Slice along a, at b = {b}: a straight line whose slope is the gate"),
        slice_label: "Plot of f over a, solid, and its slope, dashed",
        other: |a| format!("The curve f(x) is the slice along b, at a = {a}."),
    },
};
