//! The words of the view.

use super::model::{Preset, Status};

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen, in two sentences.
    pub lead: &'static str,
    /// Over a picture: where the inputs come from.
    pub inputs: fn(name: &str) -> String,
    /// What signs they have.
    pub signs: fn(one_sign: bool) -> &'static str,
    /// That the quadrants are shaded.
    pub shaded: &'static str,
    /// That they are, with momentum.
    pub shaded_momentum: &'static str,
    /// That none is shut.
    pub open: &'static str,
    /// What a picture is, for those who do not see it.
    pub plot: fn(name: &str) -> String,
    /// Where a run starts and ends.
    pub start: &'static str,
    /// The least loss.
    pub optimum: &'static str,
    /// The learning rate.
    pub rate: &'static str,
    /// The batch size.
    pub batch: &'static str,
    /// Centres the inputs.
    pub centre: &'static str,
    /// Adds a bias.
    pub bias: &'static str,
    /// Momentum.
    pub momentum: &'static str,
    /// Heading over the presets.
    pub when: &'static str,
    /// A preset.
    pub preset: fn(Preset) -> &'static str,
    /// What a preset shows.
    pub shows: fn(Preset) -> &'static str,
    /// Heads of the table.
    pub columns: [&'static str; 6],
    /// After how many steps.
    pub after: fn(steps: usize) -> String,
    /// How a run stands.
    pub status: fn(Status) -> &'static str,
    /// Heading over the bars.
    pub gradient: &'static str,
    /// What the bars show.
    pub same_sign: fn(same: bool) -> &'static str,
    /// The second run.
    pub against: &'static str,
    /// The axes are the weights.
    pub axes: &'static str,
    /// The share with ten weights, batch by batch.
    pub census: &'static str,
    /// What that table says.
    pub census_lead: &'static str,
    /// The example with three weights.
    pub worked: WorkedWords,
}

/// The example with three weights.
pub struct WorkedWords {
    /// The heading.
    pub title: &'static str,
    /// The task.
    pub lead: &'static str,
    /// One step.
    pub direct: &'static str,
    /// Two locked steps.
    pub locked: &'static str,
    /// The length of a way.
    pub length: fn(&str) -> String,
    /// What the note prints and why it is wrong.
    pub minus: fn(printed: &str, sum: &str, target: &str) -> String,
    /// That two is the fewest, and what the shortest two are.
    pub fewest: fn(count: usize, steps: &str, length: &str) -> String,
}
