//! The sweep: what comes of the network at many learning rates, each for several seeds.

use super::model::Setting;
use crate::train::data::Samples;
use crate::train::setup::{Fault, Setup};
use crate::train::sweep::{Outcome, Quartiles, Start, Sweep};

/// The learning rates.
pub const RATES: [f64; 12] = [0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0];

/// What came of the runs at a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtRate {
    /// The rate.
    pub rate: f64,
    /// The runs that have ended.
    pub runs: usize,
    /// The share of dead units.
    pub dead: Quartiles,
    /// The final loss, ∞ for runs that diverged.
    pub loss: Quartiles,
}

/// A sweep of `seeds` seeds over [`RATES`], 50 epochs a run; the setting's own rate has no say.
///
/// # Errors
/// Why the settings cannot be trained.
pub fn start(setting: &Setting, seeds: u32, start: Start) -> Result<Sweep, Fault> {
    let train = setting.data.train();
    let none = Samples::default();
    let setup = Setup { rate: RATES[0], ..setting.setup.clone() };
    Sweep::new(start, &setup, [&train, &none], &RATES, seeds, setting.end() as u64)
}

/// What has come of the runs so far, rate by rate.
#[must_use]
pub fn by_rate(outcomes: &[Outcome]) -> Vec<AtRate> {
    let of_rate = |runs: &[Outcome]| {
        let quartiles =
            |read: fn(&Outcome) -> f64| Quartiles::of(&runs.iter().map(read).collect::<Vec<_>>());
        Some(AtRate {
            rate: runs.first()?.rate,
            runs: runs.len(),
            dead: quartiles(|run| run.dead)?,
            loss: quartiles(Outcome::loss)?,
        })
    };
    outcomes.chunk_by(|a, b| a.rate == b.rate).filter_map(of_rate).collect()
}
