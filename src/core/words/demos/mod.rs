//! Words of the demonstrations, apart from the rest because they are fetched with them.

mod en;
mod zh;

use super::Lang;
use crate::views::zigzag::model::{Preset, Status};

/// Every word of the demonstrations.
pub struct DemoTexts {
    /// Their names, in the order of the navigation: neuron, saturation, linear, zigzag, kink.
    pub names: [&'static str; 5],
    /// Label of the navigation between them.
    pub navigation: &'static str,
    /// The controls of an animation.
    pub player: PlayerWords,
    /// The zig-zag.
    pub zigzag: ZigzagWords,
    /// The three weights.
    pub worked: WorkedWords,
    /// The neuron.
    pub neuron: NeuronWords,
    /// Saturation.
    pub saturation: SaturationWords,
    /// Layers without an activation.
    pub linear: LinearWords,
    /// ReLU at 0.
    pub kink: KinkWords,
    /// Chooses a function.
    pub function: &'static str,
    /// The seed.
    pub seed: &'static str,
    /// Another seed.
    pub new_seed: &'static str,
}

/// The controls of an animation.
pub struct PlayerWords {
    /// Starts it.
    pub play: &'static str,
    /// Stops it.
    pub pause: &'static str,
    /// One step.
    pub step: &'static str,
    /// One step back.
    pub back: &'static str,
    /// To the start.
    pub reset: &'static str,
    /// How fast.
    pub speed: &'static str,
    /// What it is measured in.
    pub per_second: fn(&str) -> String,
}

/// The zig-zag.
pub struct ZigzagWords {
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
}

/// The three weights.
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

/// The neuron.
pub struct NeuronWords {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// An input.
    pub input: fn(usize) -> String,
    /// A weight.
    pub weight: fn(usize) -> String,
    /// The bias.
    pub bias: &'static str,
    /// How many inputs.
    pub count: &'static str,
    /// The weighted sum.
    pub sum: &'static str,
    /// The output.
    pub output: &'static str,
    /// Heading over the plane.
    pub plane: &'static str,
    /// What the plane shows.
    pub plane_lead: &'static str,
    /// What the picture is, for those who do not see it.
    pub plot: &'static str,
    /// ∂output/∂weight.
    pub slope: fn(usize) -> String,
}

/// Saturation.
pub struct SaturationWords {
    /// The heading.
    pub title: &'static str,
    /// The definitions.
    pub lead: &'static str,
    /// What the picture is.
    pub plot: fn(name: &str) -> String,
    /// The verdict for a side: left, and hard (with its bound), soft or none.
    pub verdict: fn(left: bool, hard: Option<&str>, soft: bool) -> String,
    /// Both sides: it saturates, in the full sense.
    pub both: fn(saturates: bool) -> &'static str,
    /// Heading over the table of values.
    pub far: &'static str,
    /// Heading over the table of all functions.
    pub all: &'static str,
    /// Its columns.
    pub columns: [&'static str; 3],
    /// A class in a cell.
    pub class: fn(hard: Option<&str>, soft: bool, left: bool) -> String,
    /// Why there is no curve where f′ is 0 everywhere.
    pub flat: &'static str,
}

/// Layers without an activation.
pub struct LinearWords {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// How many layers.
    pub depth: &'static str,
    /// Heading over the matrices.
    pub product: &'static str,
    /// The largest difference between the stack and the product.
    pub difference: fn(&str) -> String,
    /// With this function it does not multiply out.
    pub no_product: fn(name: &str, difference: &str) -> String,
    /// Heading over the grid.
    pub grid: &'static str,
    /// What the grid shows.
    pub grid_lead: fn(straight: bool, torn: bool, shrunk: bool) -> &'static str,
    /// What the picture is.
    pub grid_plot: &'static str,
    /// Which lines of the grid have which colour.
    pub grid_keys: [&'static str; 2],
    /// What is fitted: dashed, solid.
    pub fit_keys: [&'static str; 2],
    /// Heading over the curve of a stack with one input.
    pub one_input: &'static str,
    /// Heading over the points.
    pub xor: &'static str,
    /// Whether a line separates them.
    pub separable: fn(yes: bool) -> &'static str,
    /// Before and after.
    pub before: &'static str,
    /// After one layer.
    pub after: &'static str,
    /// Heading over the fit.
    pub fit: &'static str,
    /// What the fit shows.
    pub fit_lead: &'static str,
    /// How many units.
    pub units: &'static str,
    /// The error of the line and of the units.
    pub rmse: fn(line: &str, units: &str, count: u32) -> String,
    /// What the picture is.
    pub fit_plot: &'static str,
}

/// ReLU at 0.
pub struct KinkWords {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// Zooms in.
    pub zoom: fn(factor: &str) -> String,
    /// Where the function has corners: the property's name, and what there is.
    pub corners: fn(label: &str, text: &str) -> String,
    /// The table of difference quotients.
    pub quotients: fn(x: &str) -> String,
    /// Its columns.
    pub quotient_columns: [&'static str; 3],
    /// Heading over the choice.
    pub choose: &'static str,
    /// What to choose.
    pub choose_lead: &'static str,
    /// A step from a weight to a weight.
    pub step: fn(slope: &str, gradient: &str, before: &str, after: &str) -> String,
    /// Takes another step.
    pub again: &'static str,
    /// Heading over softplus.
    pub softplus: &'static str,
    /// The gap.
    pub gap: fn(beta: &str, gap: &str) -> String,
    /// The slope at 0 stays.
    pub slope: &'static str,
    /// Heading over the table of frameworks.
    pub frameworks: &'static str,
    /// Its first columns.
    pub columns: [&'static str; 3],
    /// What the marks mean.
    pub differs: &'static str,
    /// What a picture is.
    pub plot: fn(name: &str, x: &str) -> String,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static DemoTexts {
    match lang {
        Lang::En => &en::DEMOS,
        Lang::Zh => &zh::DEMOS,
    }
}
