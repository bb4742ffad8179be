//! The words of the view.

use super::model::{Look, UNITS, both, count};

/// What is seen of a run, for the sentence that tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen {
    /// The steps taken.
    pub steps: usize,
    /// The whole epochs gone through.
    pub epochs: usize,
    /// The number of hidden units.
    pub units: usize,
    /// The dead ones in each layer.
    pub dead: [usize; 2],
    /// Those that were dead before the first step.
    pub born: usize,
    /// Those that came back.
    pub revived: usize,
    /// Those with z ≤ 0 at every point that are not dead.
    pub flat: usize,
    /// The share of the points that are right.
    pub right: f64,
    /// The steps before it diverged, if it did.
    pub diverged: Option<usize>,
}

impl Seen {
    /// What is seen of a run.
    #[must_use]
    pub fn of(look: &Look) -> Self {
        let dead = [count(&look.dead[0]), count(&look.dead[1])];
        Self {
            steps: look.steps,
            epochs: look.epochs as usize,
            units: 2 * UNITS,
            dead,
            born: both(&look.born),
            revived: both(&look.revived),
            flat: look
                .negative
                .iter()
                .flatten()
                .zip(look.dead.iter().flatten())
                .filter(|(negative, dead)| **negative && !**dead)
                .count(),
            right: look.score.accuracy,
            diverged: look.diverged,
        }
    }

    /// The dead ones.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.dead[0] + self.dead[1]
    }

    /// The share of the points that are right, in whole per cent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        (100.0 * self.right).round() as u32
    }

    /// Whether no gradient comes through, since a whole layer is dead.
    #[must_use]
    pub const fn is_stuck(&self) -> bool {
        2 * self.dead[0] == self.units || 2 * self.dead[1] == self.units
    }

    /// Whether many are dead and nearly everything is right all the same.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        8 * self.all() >= self.units && self.right >= 0.95
    }

    /// Whether many are dead and much is wrong.
    #[must_use]
    pub fn is_harmful(&self) -> bool {
        4 * self.all() >= self.units && self.right < 0.9
    }
}

/// The words of the view.
pub struct Words {
    /// The heading: the question.
    pub title: &'static str,
    /// The lead.
    pub lead: &'static str,
    /// The question before a run.
    pub guess: fn(units: usize) -> String,
    /// The guesses.
    pub guesses: [&'static str; 5],
    /// The guess beside what it came to: the guess, the dead, all, whether the run is over.
    pub guessed: fn(guess: &str, dead: usize, units: usize, over: bool) -> String,
    /// The heading over the buttons of runs.
    pub presets: &'static str,
    /// The name of a run by its id.
    pub preset: fn(id: &str) -> &'static str,
    /// The label of the learning rate.
    pub rate: &'static str,
    /// The label of the optimiser.
    pub optimiser: &'static str,
    /// The optimisers, in the order of the key.
    pub optimisers: [&'static str; 3],
    /// The label of the number of points.
    pub points: &'static str,
    /// The label of the noise.
    pub noise: &'static str,
    /// The label of the number of seeds.
    pub seeds: &'static str,
    /// The heading over the plane.
    pub plane: &'static str,
    /// How the plane is to be read.
    pub plane_hint: &'static str,
    /// The legend of the plane: a living unit, a dead one, both classes.
    pub keys: [&'static str; 4],
    /// The plane's label for screen readers: the dead of the layer, all of it.
    pub plane_plot: fn(dead: usize, units: usize) -> String,
    /// The heading over the maps.
    pub maps: &'static str,
    /// How the maps are to be read.
    pub maps_hint: &'static str,
    /// The maps' label for screen readers.
    pub maps_plot: fn(dead: usize, units: usize) -> String,
    /// The names of the numbers: step, epoch, loss, right, dead, layer 1, layer 2, born dead, died,
    /// revived.
    pub numbers: [&'static str; 10],
    /// The end of a run that diverged: after a step.
    pub diverged: &'static str,
    /// The sentence that tells what is seen.
    pub sentence: fn(&Seen) -> String,
    /// The word while an address's steps are computed.
    pub computing: &'static str,
    /// The heading over the sweep.
    pub sweep: &'static str,
    /// The lead of the sweep: epochs, seeds.
    pub sweep_lead: fn(seeds: usize) -> String,
    /// The button that starts the sweep, that stops it, that goes on.
    pub sweep_buttons: [&'static str; 3],
    /// How far the sweep is, in per cent.
    pub progress: fn(percent: u32) -> String,
    /// The headings over the plots of the sweep: dead share, loss.
    pub over: [&'static str; 2],
    /// The columns of the table: rate, dead units, their quartiles, loss, its quartiles, runs.
    pub columns: [&'static str; 6],
    /// The name of the table.
    pub table: &'static str,
    /// What the sweep says: the best rate, the dead share there, the first rate at which a quarter
    /// of the units die, if there is one.
    pub verdict: fn(best: &str, dead: &str, cliff: Option<&str>) -> String,
}
