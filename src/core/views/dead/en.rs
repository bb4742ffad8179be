//! English: dead units.

use super::words::{Seen, Words};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Dead units";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Do 40% of the units die?",
    description: "Train a small network: at which rate units die, how some come back, and whether it does any harm.",
};

fn sentence(seen: &Seen) -> String {
    let Seen { epochs, units, dead: [first, second], born, revived, flat, .. } = *seen;
    if let Some(step) = seen.diverged {
        return format!("Diverged at step {step}: the loss left all bounds. A lower rate helps.");
    }
    if seen.steps == 0 {
        return match born {
            0 => "Before the first step no unit is dead.".to_owned(),
            _ => format!(
                "Before the first step {born} of {units} units are dead: born so, by the draw of their weights."
            ),
        };
    }
    let all = seen.all();
    let when =
        if epochs == 0 { "In the first epoch".into() } else { format!("After epoch {epochs}") };
    let right = seen.percent();
    let mut told = match all {
        0 => format!("{when}, no unit is dead; {right}% of the points are right."),
        _ => format!(
            "{when}, {all} of {units} units are dead: {first} in layer 1 and {second} in layer 2; {right}% of the points are right."
        ),
    };
    if flat > 0 {
        told += &format!(
            " {flat} more are on their negative side at every point, but the slope there is not 0: they can still learn."
        );
    }
    if seen.is_stuck() {
        told += " A whole layer is dead: no gradient comes through, and neither it nor what is below it can learn.";
    } else if seen.is_harmless() {
        told += " They do no harm here: the living are enough.";
    } else if seen.is_harmful() {
        told += " The rate is too high; the dead units are its symptom.";
    } else if revived > 0 {
        told += &format!(
            " Back from the dead so far: {revived}, since the layer below moved their inputs."
        );
    }
    told
}

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Do 40% of the units die?",
    lead: "A unit of ReLU is dead when it gives 0 at every point: its gradient is 0, and it cannot learn its way back. How many die depends on the learning rate. Two spirals, two hidden layers of 16 units, 50 epochs.",
    guess: |units| {
        format!("Guess first: how many of the {units} units will be dead after 50 epochs?")
    },
    guesses: ["none", "about 10%", "about 40%", "about 70%", "all"],
    guessed: |guess, dead, units, over| {
        let share = (100.0 * dead as f64 / units.max(1) as f64).round();
        let when = if over { "it came to" } else { "now it is" };
        format!("Your guess: {guess}; {when} {share}% ({dead} of {units}).")
    },
    presets: "Four runs with the same weights at the start",
    preset: |id| match id {
        "calm" => "rate 0.1",
        "cliff" => "rate 1",
        "leaky" => "same seed with Leaky ReLU",
        _ => "Adam 0.03",
    },
    rate: "learning rate",
    optimiser: "optimiser",
    optimisers: ["SGD", "momentum 0.9", "Adam"],
    points: "points",
    noise: "noise",
    seeds: "seeds a rate",
    plane: "Layer 1: each unit is a line",
    plane_hint: "Across its line a unit switches on, on the side of the short stroke. A dead one has left the data, and is grey. The colour is the output.",
    keys: ["alive", "dead", "class +1", "class −1"],
    plane_plot: |dead, units| {
        format!(
            "The two spirals with the output of the network and the lines of layer 1; {dead} of {units} units are dead"
        )
    },
    maps: "Layer 2: what each unit adds",
    maps_hint: "Blue speaks for class +1, orange for −1. A crossed one is dead; a ring marks one that came back.",
    maps_plot: |dead, units| {
        format!("What each unit of layer 2 adds to the output; {dead} of {units} units are dead")
    },
    numbers: [
        "step",
        "epoch",
        "loss",
        "right",
        "dead",
        "layer 1",
        "layer 2",
        "born dead",
        "died",
        "came back",
    ],
    diverged: "diverged at step",
    sentence,
    computing: "Computing the steps …",
    sweep: "Is it a law? All rates, many seeds",
    sweep_lead: |seeds| {
        format!(
            "Each of 12 rates with {seeds} seeds, 50 epochs a run: the line is the median, the band holds the middle half. The dashed line is the rate above."
        )
    },
    sweep_buttons: ["Try all rates", "Stop", "Go on"],
    progress: |percent| format!("{percent}% done"),
    over: ["Dead units after 50 epochs", "Loss after 50 epochs"],
    columns: ["rate", "dead", "middle half", "loss", "middle half", "runs"],
    table: "The numbers",
    verdict: |best, dead, cliff| {
        let beside = cliff.map_or_else(
            || "At no rate does a quarter of the units die.".to_owned(),
            |rate| format!("From rate {rate} on more than a quarter of the units die."),
        );
        format!("The loss is lowest at rate {best}, with {dead} of the units dead. {beside}")
    },
};
