//! Sweeps: the same network for many learning rates and seeds, a few steps at a time; medians and
//! quartiles of what comes of it.

use super::data::Samples;
use super::run::{End, Score};
use super::setup::{Fault, Setup};
use super::training::Training;

/// What starts a run, such as the engine.
pub type Start = fn(&Setup, &Samples, &Samples) -> Result<Box<dyn Training>, Fault>;

/// What came of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The learning rate.
    pub rate: f64,
    /// The seed.
    pub seed: u32,
    /// The score on the training data.
    pub score: Score,
    /// The score on the samples to test on, if there are any.
    pub test: Option<Score>,
    /// The share of dead hidden units.
    pub dead: f64,
    /// How it ended before its last step, if it did.
    pub end: Option<End>,
}

impl Outcome {
    /// The loss, ∞ for a run that diverged.
    #[must_use]
    pub fn loss(&self) -> f64 {
        let diverged = matches!(self.end, Some(End::Diverged { .. }));
        if diverged || self.score.loss.is_nan() { f64::INFINITY } else { self.score.loss }
    }
}

/// Runs with each of some rates, for each of some seeds; it may be dropped at any time, and what has
/// come of it so far stays.
pub struct Sweep {
    start: Start,
    setup: Setup,
    train: Samples,
    test: Samples,
    /// The rates and seeds still to come, the next one last.
    jobs: Vec<(f64, u32)>,
    steps: u64,
    running: Option<Box<dyn Training>>,
    outcomes: Vec<Outcome>,
}

impl Sweep {
    /// A sweep of `rates`, each for `seeds` seeds from that of the setup on, with `steps` steps a
    /// run. All seeds of a rate come before the next rate.
    ///
    /// # Errors
    /// Why these settings, with one of the rates, cannot be trained with these samples.
    pub fn new(
        start: Start,
        setup: &Setup,
        [train, test]: [&Samples; 2],
        rates: &[f64],
        seeds: u32,
        steps: u64,
    ) -> Result<Self, Fault> {
        for rate in rates {
            Setup { rate: *rate, ..setup.clone() }.check(train)?;
        }
        let of_rate = |rate: &f64| {
            let rate = *rate;
            (0..seeds).map(move |seed| (rate, setup.seed.wrapping_add(seed)))
        };
        let mut jobs: Vec<_> = rates.iter().flat_map(of_rate).collect();
        jobs.reverse();
        Ok(Self {
            start,
            setup: setup.clone(),
            train: train.clone(),
            test: test.clone(),
            jobs,
            steps,
            running: None,
            outcomes: Vec::new(),
        })
    }

    /// Up to `most` steps, at least one run's start if one is due; gives the steps taken.
    ///
    /// # Errors
    /// Why a run cannot start: its samples to test on.
    pub fn advance(&mut self, most: u32) -> Result<u32, Fault> {
        let mut taken = 0;
        loop {
            let mut run = match self.running.take() {
                Some(run) => run,
                None => {
                    let Some((rate, seed)) = self.jobs.pop() else { return Ok(taken) };
                    let setup = Setup { rate, seed, ..self.setup.clone() };
                    (self.start)(&setup, &self.train, &self.test)?
                }
            };
            let left = self.steps.saturating_sub(run.steps()).min(u64::from(most - taken));
            taken += run.advance(left as u32);
            if run.steps() >= self.steps || run.end().is_some() {
                self.outcomes.push(outcome(run.as_mut()));
            } else {
                self.running = Some(run);
            }
            if taken >= most {
                return Ok(taken);
            }
        }
    }

    /// The share that is done, 1 at the end.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let running = self.running.iter();
        let share: f64 = running.clone().map(|run| run.steps() as f64 / self.steps as f64).sum();
        let all = self.outcomes.len() + self.jobs.len() + running.count();
        (self.outcomes.len() as f64 + share) / all.max(1) as f64
    }

    /// What has come of the runs so far, in their order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The rate, of those whose runs have ended, with the lowest median loss; none if no run has, or
    /// all medians are infinite.
    #[must_use]
    pub fn best_rate(&self) -> Option<f64> {
        let mut best = None;
        for of_rate in self.outcomes.chunk_by(|a, b| a.rate == b.rate) {
            let losses: Vec<f64> = of_rate.iter().map(Outcome::loss).collect();
            let median = Quartiles::of(&losses).map_or(f64::INFINITY, |found| found.median);
            if median < best.map_or(f64::INFINITY, |(_, least)| least) {
                best = Some((of_rate[0].rate, median));
            }
        }
        best.map(|(rate, _)| rate)
    }
}

/// What a run comes to.
fn outcome(run: &mut dyn Training) -> Outcome {
    let (score, test) = (run.score(), run.test_score());
    let (rate, seed) = (run.setup().rate, run.setup().seed);
    Outcome { rate, seed, score, test, dead: run.statistics(0.0).dead(), end: run.end() }
}

/// The median and the quartiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter is below.
    pub low: f64,
    /// Half is below.
    pub median: f64,
    /// Three quarters are below.
    pub high: f64,
}

impl Quartiles {
    /// Those of some numbers, none of them NaN, by linear interpolation as in NumPy's `quantile`;
    /// none of no numbers.
    #[must_use]
    pub fn of(numbers: &[f64]) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        let at = |share: f64| {
            let place = share * last as f64;
            let (below, rest) = (place.floor() as usize, place.fract());
            let (a, b) = (sorted[below], sorted[(below + 1).min(last)]);
            // Between two infinite numbers there is only one.
            if rest == 0.0 || a == b { a } else { a + rest * (b - a) }
        };
        Some(Self { low: at(0.25), median: at(0.5), high: at(0.75) })
    }

    /// Whether the quartiles of both lie apart: the middle half of `self` below that of `other`. Where
    /// they do not, there is no winner.
    #[must_use]
    pub fn is_clearly_below(&self, other: &Self) -> bool {
        self.high < other.low
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::lanes::f32x4;
    use crate::train::data::{DataSet, Shape};
    use crate::train::layers::Nonlinearity;
    use crate::train::run::Run;

    fn start(setup: &Setup, train: &Samples, test: &Samples) -> Result<Box<dyn Training>, Fault> {
        Ok(Box::new(Run::<f32x4>::new(setup, train, test)?))
    }

    fn sweep(rates: &[f64]) -> Result<Sweep, Fault> {
        let set = DataSet::new(Shape::Moons, 40, 1);
        let setup = Setup::new(Nonlinearity::of("relu").unwrap(), 5);
        Sweep::new(start, &setup, [&set.train(), &set.test()], rates, 3, 50)
    }

    #[test]
    fn slices_of_any_size_come_to_the_same() {
        let rates = [0.01, 0.3, 1e9];
        let mut whole = sweep(&rates).unwrap();
        whole.advance(100_000).unwrap();
        assert_eq!((whole.outcomes().len(), whole.progress()), (9, 1.0));
        assert_eq!(whole.advance(10), Ok(0));
        assert!(whole.outcomes()[..6].iter().all(|outcome| outcome.end.is_none()));
        assert!(whole.outcomes()[6..].iter().all(|outcome| outcome.loss().is_infinite()));
        assert_eq!(whole.best_rate(), Some(0.3));
        for most in [1, 7, 60] {
            let mut sliced = sweep(&rates).unwrap();
            let mut progress = 0.0;
            for _ in 0..1000 {
                assert!(sliced.advance(most).unwrap() <= most);
                assert!(sliced.progress() >= progress);
                progress = sliced.progress();
            }
            // What diverged may have a loss that is NaN.
            assert_eq!(sliced.outcomes()[..6], whole.outcomes()[..6]);
            assert_eq!((sliced.outcomes().len(), progress), (9, 1.0));
        }
    }

    #[test]
    fn a_sweep_that_is_stopped_keeps_what_it_has() {
        let mut sweep = sweep(&[0.1, 0.2]).unwrap();
        assert_eq!((sweep.best_rate(), sweep.progress()), (None, 0.0));
        assert_eq!(sweep.advance(125), Ok(125));
        assert_eq!((sweep.outcomes().len(), sweep.progress()), (2, 2.5 / 6.0));
        let seeds: Vec<_> = sweep.outcomes().iter().map(|o| (o.rate, o.seed)).collect();
        assert_eq!(seeds, [(0.1, 5), (0.1, 6)]);
        assert_eq!(sweep.best_rate(), Some(0.1));
    }

    #[test]
    fn a_rate_that_is_no_number_is_told_at_once() {
        assert_eq!(sweep(&[0.1, f64::NAN]).err(), Some(Fault::Setting));
        assert_eq!(sweep(&[]).unwrap().advance(5), Ok(0));
    }

    /// `numpy.quantile([4, 1, 3, 2], [.25, .5, .75])` is 1.75, 2.5, 3.25.
    #[test]
    fn quartiles_are_those_of_numpy() {
        let found = Quartiles::of(&[4.0, 1.0, 3.0, 2.0]).unwrap();
        assert_eq!((found.low, found.median, found.high), (1.75, 2.5, 3.25));
        let far = Quartiles::of(&[f64::INFINITY, 5.0, f64::INFINITY]).unwrap();
        assert_eq!((far.median, far.high), (f64::INFINITY, f64::INFINITY));
        assert!(Quartiles::of(&[]).is_none());
        assert!(found.is_clearly_below(&far));
        assert!(!found.is_clearly_below(&found) && !far.is_clearly_below(&found));
    }
}
