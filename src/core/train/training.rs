//! A training run without the type of its numbers: what a view holds.

use super::data::Samples;
use super::layers::Layout;
use super::network::Data;
use super::run::{End, Run, Score};
use super::setup::Setup;
use super::statistics::Statistics;
use crate::numeric::lanes::{Lane, Real};

/// A [`Run`] on lanes of any type.
pub trait Training: Send + Sync {
    /// Up to `most` steps, as many as are taken until the run ends; gives their number.
    fn advance(&mut self, most: u32) -> u32;

    /// See [`Run::score`].
    fn score(&mut self) -> Score;

    /// See [`Run::test_score`].
    fn test_score(&mut self) -> Option<Score>;

    /// See [`Run::statistics`].
    fn statistics(&mut self, epsilon: f64) -> Statistics;

    /// See [`Run::predict`]; the samples need no targets.
    fn predict(&mut self, samples: &Samples, outputs: &mut [f64]);

    /// See [`Run::predict_unit`].
    fn predict_unit(&mut self, unit: (usize, usize), samples: &Samples, outputs: &mut [f64]);

    /// See [`Run::predict_layer`].
    fn predict_layer(&mut self, layer: usize, samples: &Samples, outputs: &mut [f64]);

    /// The places of the parameters.
    fn layout(&self) -> &Layout;

    /// The weights, biases and slopes, in the order of
    /// [`layout`](Self::layout).
    fn parameters(&self) -> Vec<f64>;

    /// See [`Run::setup`].
    fn setup(&self) -> &Setup;

    /// See [`Run::steps`].
    fn steps(&self) -> u64;

    /// See [`Run::epochs`].
    fn epochs(&self) -> f64;

    /// See [`Run::end`].
    fn end(&self) -> Option<End>;

    /// See [`Run::set_rate`].
    fn set_rate(&mut self, rate: f64);

    /// A copy that goes on by itself.
    fn copy(&self) -> Box<dyn Training>;
}

impl<L: Lane> Training for Run<L> {
    fn advance(&mut self, most: u32) -> u32 {
        (0..most).take_while(|_| self.step().is_some()).count() as u32
    }

    fn score(&mut self) -> Score {
        self.score()
    }

    fn test_score(&mut self) -> Option<Score> {
        self.test_score()
    }

    fn statistics(&mut self, epsilon: f64) -> Statistics {
        self.statistics(epsilon)
    }

    fn predict(&mut self, samples: &Samples, outputs: &mut [f64]) {
        self.predict(&Data::new(samples), outputs);
    }

    fn predict_unit(&mut self, unit: (usize, usize), samples: &Samples, outputs: &mut [f64]) {
        self.predict_unit(unit, &Data::new(samples), outputs);
    }

    fn predict_layer(&mut self, layer: usize, samples: &Samples, outputs: &mut [f64]) {
        self.predict_layer(layer, &Data::new(samples), outputs);
    }

    fn layout(&self) -> &Layout {
        &self.network().layout
    }

    fn parameters(&self) -> Vec<f64> {
        self.network().parameters.iter().map(|p| p.wide()).collect()
    }

    fn setup(&self) -> &Setup {
        self.setup()
    }

    fn steps(&self) -> u64 {
        self.steps()
    }

    fn epochs(&self) -> f64 {
        self.epochs()
    }

    fn end(&self) -> Option<End> {
        self.end()
    }

    fn set_rate(&mut self, rate: f64) {
        self.set_rate(rate);
    }

    fn copy(&self) -> Box<dyn Training> {
        Box::new(self.clone())
    }
}
