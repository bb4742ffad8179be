//! The words of the view.

use super::model::{Preset, Status};

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's topic in two sentences.
    pub lead: &'static str,
    /// The caption of a picture: the function that the inputs come from.
    pub inputs: fn(name: &str) -> String,
    /// A function's name, and that its outputs are centred if they are.
    pub named: fn(name: &str, centred: bool) -> String,
    /// The signs of the inputs.
    pub signs: fn(one_sign: bool) -> &'static str,
    /// The note that the quadrants a step may go into are shaded.
    pub shaded: &'static str,
    /// The same note for a run with momentum.
    pub shaded_momentum: &'static str,
    /// The note that every quadrant is open.
    pub open: &'static str,
    /// The label of a picture for screen readers.
    pub plot: fn(name: &str) -> String,
    /// The label of a run's start.
    pub start: &'static str,
    /// The label of the point of least loss.
    pub optimum: &'static str,
    /// The label of the learning rate.
    pub rate: &'static str,
    /// The label of the batch size.
    pub batch: &'static str,
    /// The label of the switch that centres the inputs.
    pub centre: &'static str,
    /// The label of the switch that centres the second run's inputs alone.
    pub centre_cmp: &'static str,
    /// The label of the switch that gives each run its best rate.
    pub best: &'static str,
    /// The label of the switch that adds a bias.
    pub bias: &'static str,
    /// The label of the momentum.
    pub momentum: &'static str,
    /// The heading over the presets.
    pub when: &'static str,
    /// The name of a preset.
    pub preset: fn(Preset) -> &'static str,
    /// The effect of a preset.
    pub effect: fn(Preset) -> &'static str,
    /// The headings of the table's columns.
    pub columns: [&'static str; 7],
    /// The number of steps.
    pub after: fn(steps: usize) -> String,
    /// The status of a run.
    pub status: fn(Status) -> &'static str,
    /// The heading over the bars of the gradient.
    pub gradient: &'static str,
    /// The verdict on the signs of the bars.
    pub same_sign: fn(same: bool) -> &'static str,
    /// The label of the second run's function.
    pub against: &'static str,
    /// The note that the axes are the weights.
    pub axes: &'static str,
    /// The words of the table that tells the mean of the inputs from their scale.
    pub contrast: ContrastWords,
    /// The heading over the shares with ten weights, by batch size.
    pub census: &'static str,
    /// The explanation of that table.
    pub census_lead: &'static str,
    /// The words of the example with three weights.
    pub worked: WorkedWords,
}

/// The words of the table that tells the mean of the inputs from their scale.
pub struct ContrastWords {
    /// The heading.
    pub title: &'static str,
    /// What the table shows.
    pub lead: &'static str,
    /// How its figures are counted.
    pub note: fn(draws: u32, batch: usize) -> String,
    /// The headings of its columns, for the rate that all cases share.
    pub columns: fn(rate: &str) -> [String; 5],
    /// The label of the buttons that show a case in the plots.
    pub show: &'static str,
    /// Such a case: another function, or the same one centred; at one rate, or at the best ones.
    pub case: fn(other: Option<&str>, best: bool) -> String,
}

/// The words of the example with three weights.
pub struct WorkedWords {
    /// The heading.
    pub title: &'static str,
    /// The lead: the task.
    pub lead: &'static str,
    /// The caption of the way in one step.
    pub direct: &'static str,
    /// The caption of the way in two locked steps.
    pub locked: &'static str,
    /// The length of a way.
    pub length: fn(&str) -> String,
    /// The error in the note's printed start, and its reason.
    pub minus: fn(printed: &str, sum: &str, target: &str) -> String,
    /// The fewest locked steps, and the shortest two.
    pub fewest: fn(count: usize, steps: &str, length: &str) -> String,
}
