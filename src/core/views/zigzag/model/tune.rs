//! The best learning rate of a run, and what it shows: whether it is the mean of the inputs or
//! their scale that decides how many steps are needed.

use super::{LIMIT, Run, Setup, Status};
use crate::activation::Activation;
use crate::numeric::order::sort_by_key;

/// The number of draws of the inputs, with the seeds from 1 on, of which the median counts.
pub const DRAWS: u32 = 15;
/// The number of steps after which a rate is given up.
const PATIENCE: usize = 1000;
/// The number of rates tried in each halving of the rate.
const FINENESS: i32 = 8;
/// The number of halvings, from the largest rate at which whole-batch descent can be stable.
const HALVINGS: i32 = 8;

/// The best rate of a setup.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// The rate.
    pub rate: f64,
    /// The median of the steps that it takes to the tolerance.
    pub steps: usize,
}

/// Draws of one setup, whose runs can be taken at any rate.
pub struct Draws(Vec<Run>);

impl Draws {
    /// The draws of a setup; its own seed and rate do not count.
    #[must_use]
    pub fn of(setup: &Setup) -> Self {
        let run = |seed| Run::new(Setup { seed, ..setup.clone() });
        Self((1..=DRAWS).map(run).collect())
    }

    /// The largest rate at which descent with the whole data set is stable, in the middle of the
    /// draws. Infinite where the loss is flat; NaN for inputs that are not finite.
    #[must_use]
    pub fn largest_rate(&self) -> f64 {
        let mut rates: Vec<f64> = self.0.iter().map(|run| run.largest_rate()).collect();
        sort_by_key(&mut rates, |rate| *rate);
        rates[rates.len() / 2]
    }

    /// The median of the steps to the tolerance at a rate; none if half of the runs do not get
    /// there within `most` steps, or if any diverges before that is clear.
    #[must_use]
    pub fn steps(&self, rate: f64, most: usize) -> Option<usize> {
        let half = self.0.len() / 2;
        let mut steps = Vec::with_capacity(self.0.len());
        for (tried, run) in self.0.iter().enumerate() {
            let mut run = run.at_rate(rate);
            match run.run_to(most) {
                Status::Converged => steps.push(run.steps()),
                // Those that are still on their way come after all others.
                Status::Running | Status::GaveUp if tried - steps.len() < half => {}
                _ => return None,
            }
        }
        sort_by_key(&mut steps, |steps| *steps as f64);
        steps.get(half).copied()
    }

    /// The median share of steps of one sign, at the setup's own rate; none without a step.
    #[must_use]
    pub fn one_sign_share(&self) -> Option<f64> {
        let share = |run: &Run| {
            let mut run = run.clone();
            run.run_to(LIMIT);
            run.one_sign_share()
        };
        let mut shares: Vec<f64> = self.0.iter().filter_map(share).collect();
        sort_by_key(&mut shares, |share| *share);
        shares.get(shares.len() / 2).copied()
    }

    /// The rate with the fewest steps of some eighty that are tried, over eight halvings; the
    /// largest of several. None if no rate leads to the tolerance within a thousand steps, as for
    /// inputs that are all alike or not finite.
    #[must_use]
    pub fn best(&self) -> Option<Best> {
        let top = self.largest_rate();
        if !top.is_finite() {
            return None;
        }
        let mut best = None;
        for k in 0..=FINENESS * HALVINGS {
            self.try_rate(top * power(-k, FINENESS), &mut best);
        }
        // Between the best of them and its neighbours.
        let near = best?;
        for k in (1 - FINENESS..FINENESS).rev() {
            self.try_rate(near.rate * power(k, FINENESS * FINENESS), &mut best);
        }
        best
    }

    /// Takes `rate` as the best if it needs fewer steps than the best so far.
    fn try_rate(&self, rate: f64, best: &mut Option<Best>) {
        let most = best.map_or(PATIENCE, |best| best.steps.saturating_sub(1));
        if let Some(steps) = self.steps(rate, most) {
            *best = Some(Best { rate, steps });
        }
    }
}

/// 2 to the power of k/n.
fn power(k: i32, n: i32) -> f64 {
    libm::exp2(f64::from(k) / f64::from(n))
}

/// The setup with its best rate, if it is to be tuned and there is one.
#[must_use]
pub fn tuned(setup: Setup) -> Setup {
    let best = if setup.tuned { Draws::of(&setup).best() } else { None };
    Setup { rate: best.map_or(setup.rate, |best| best.rate), ..setup }
}

/// What inputs from one function, as they are or centred, need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// The function.
    pub act: &'static Activation,
    /// Whether the mean is subtracted.
    pub centred: bool,
    /// The largest stable rate of descent with the whole data set.
    pub largest_rate: f64,
    /// The median of the steps at the setup's own rate; none as in [`Draws::steps`].
    pub common: Option<usize>,
    /// The best rate.
    pub best: Option<Best>,
}

impl Contrast {
    /// Inputs from the functions of both setups, each as they are and then centred; those of the
    /// first alone if the functions and their parameters are the same.
    #[must_use]
    pub fn of(setups: &[Setup; 2]) -> Vec<Self> {
        let [first, second] = setups;
        let same = (first.act, &first.params) == (second.act, &second.params);
        let each = setups.iter().take(if same { 1 } else { 2 });
        let both = each.flat_map(|setup| [false, true].map(|centred| (setup, centred)));
        both.map(|(setup, centred)| {
            let draws = Draws::of(&Setup { centred, ..setup.clone() });
            Self {
                act: setup.act,
                centred,
                largest_rate: draws.largest_rate(),
                common: draws.steps(setup.rate, LIMIT),
                best: draws.best(),
            }
        })
        .collect()
    }
}
