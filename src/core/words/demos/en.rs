//! English: the demonstrations.

use super::{
    DemoTexts, KinkWords, LinearWords, NeuronWords, PlayerWords, SaturationWords, WorkedWords,
    ZigzagWords,
};
use crate::views::zigzag::model::{Preset, Status};

pub(super) const DEMOS: DemoTexts = DemoTexts {
    names: ["Neuron", "Saturation", "Why non-linear", "Zig-zag", "Kink at 0"],
    navigation: "Demonstrations",
    player: PlayerWords {
        play: "Play",
        pause: "Pause",
        step: "Step",
        back: "Step back",
        reset: "Reset",
        speed: "Speed",
        per_second: |n| format!("{n} steps a second"),
    },
    zigzag: ZigzagWords {
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
        shows: |preset| match preset {
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
    },
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
    neuron: NeuronWords {
        title: "A neuron: a weighted sum, then a function",
        lead: "Every input is multiplied by its weight, the products and the bias are added, and the activation function makes the output of the sum.",
        input: |i| format!("input {i}"),
        weight: |i| format!("weight {i}"),
        bias: "bias",
        count: "inputs",
        sum: "Σ + b",
        output: "output",
        plane: "The same neuron over the plane of its first two inputs",
        plane_lead: "The output changes only along the weight vector (arrow); across it, it is constant. Drag the point.",
        plot: "Heat map of the output over the first two inputs, with the weight vector and the current inputs",
        slope: |i| format!("∂output/∂weight {i}"),
    },
    saturation: SaturationWords {
        title: "Saturation: where the gradient ends",
        lead: "A function saturates on the right if f′(x) → 0 as x → ∞, on the left if f′(x) → 0 as x → −∞. It is hard if f′ is exactly 0 beyond some c, soft if 0 is only the limit.",
        plot: |name| format!("|f′| of {name} on a logarithmic scale"),
        verdict: |left, hard, soft| {
            let side = if left { "left" } else { "right" };
            match (hard, soft) {
                (Some(c), _) if left => format!("Hard on the {side}: f′ = 0 for x < {c}."),
                (Some(c), _) => format!("Hard on the {side}: f′ = 0 for x > {c}."),
                (None, true) => format!("Soft on the {side}: f′ → 0."),
                (None, false) => format!("None on the {side}."),
            }
        },
        both: |yes| {
            if yes {
                "It saturates on both sides: it saturates in the full sense."
            } else {
                "It does not saturate on both sides, so it does not saturate in the full sense."
            }
        },
        flat: "f′ is 0 wherever it exists, and log 0 = −∞: there is no curve to draw.",
        far: "f′ far out",
        all: "Every function, computed for its default parameters",
        columns: ["Function", "left", "right"],
        class: |hard, soft, left| match (hard, soft) {
            (Some(c), _) => format!("hard, x {} {c}", if left { "<" } else { ">" }),
            (None, true) => "soft".to_owned(),
            (None, false) => "–".to_owned(),
        },
    },
    linear: LinearWords {
        title: "Why layers need a non-linear function between them",
        lead: "Without one, any number of layers is a single affine map. With one, the plane bends, and what a straight line could not separate becomes separable.",
        depth: "layers",
        product: "The matrices of the layers, last one first",
        difference: |d| {
            format!("The stack and the single layer differ by at most {d} on the grid: rounding.")
        },
        no_product: |name, d| {
            format!(
                "With {name} between the layers the product of the matrices is no longer what the stack does: the two differ by up to {d}."
            )
        },
        grid: "What the layers do to a grid",
        grid_lead: |straight, torn, shrunk| match (straight, torn, shrunk) {
            (true, ..) => {
                "Straight lines stay straight and parallel, however many layers there are."
            }
            (_, true, _) => "The lines are torn, since the function jumps.",
            (.., true) => "Each line has shrunk to a point.",
            _ => "The lines bend: the space itself is folded.",
        },
        grid_plot: "A square grid after the layers",
        grid_keys: ["lines that ran up", "lines that ran across"],
        fit_keys: ["the best straight line", "ReLU units"],
        one_input: "One input: the stack (solid) and the product of its weights (dashed)",
        xor: "A pattern no line can separate",
        separable: |yes| {
            if yes {
                "A straight line separates the two classes."
            } else {
                "No straight line separates the two classes."
            }
        },
        before: "inputs: ",
        after: "after one layer: ",
        fit: "Fitting a curve",
        fit_lead: "A network without activations can only draw a line, whatever its depth. A few ReLU units follow the sine.",
        units: "ReLU units",
        rmse: |line, units, count| {
            format!("Root-mean-square error: line {line}, {count} ReLU units {units}.")
        },
        fit_plot: "The sine from −π to π, its best straight line, and the fit by ReLU units",
    },
    kink: KinkWords {
        title: "ReLU at 0: not differentiable, and it does not matter",
        lead: "However far you zoom in, the corner of ReLU stays a corner: slope 0 from the left, 1 from the right. Training works all the same; a program only has to choose a value.",
        zoom: |f| format!("zoom {f}×"),
        corners: |label, text| format!("{label}: {text}"),
        quotients: |x| format!("Difference quotients at {x}"),
        quotient_columns: ["h", "from the left", "from the right"],
        choose: "Choose the slope at 0",
        choose_lead: "Any number from 0 to 1 is a sub-gradient. A unit sits exactly at the corner, w = 0, and should output 1. What does a step of descent do with each choice?",
        step: |slope, gradient, before, after| {
            format!("slope {slope}: gradient {gradient}, w goes from {before} to {after}")
        },
        again: "Another step",
        softplus: "Softplus goes to ReLU, its slope at 0 does not",
        gap: |beta, gap| format!("β = {beta}: the largest gap, at 0, is ln 2/β = {gap}."),
        slope: "Its slope at 0 is ½ for every β, the mean of 0 and 1.",
        frameworks: "What the frameworks return",
        columns: ["case", "x", "here"],
        differs: "bold: differs from the value used here",
        plot: |name, x| format!("{name} near {x}, with its derivative"),
    },
    function: "function",
    seed: "seed",
    new_seed: "New seed",
};
