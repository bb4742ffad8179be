//! A training run: its steps, its losses, and how it ends.

use super::data::Samples;
use super::init::initialise;
use super::network::{Data, Network};
use super::optimiser::Optimiser;
use super::order::Order;
use super::setup::{Fault, Setup, check_samples};
use super::statistics::{Statistics, statistics};
use crate::demo::rng::Rng;
use crate::numeric::lanes::{Lane, Real};

/// The stream of the generator that draws RReLU's slopes.
const DRAWS: u32 = 49;
/// A loss above this counts as diverged.
pub const LARGEST_LOSS: f64 = 1e6;
/// The fewest samples that a network has room for: evaluation takes as many at once.
const ROOM: usize = 64;

/// The end of a run, after so many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The loss, or a parameter, was not finite, or the loss above [`LARGEST_LOSS`].
    Diverged {
        /// The steps taken before.
        step: u64,
    },
    /// The loss over all training data was at most the target.
    Reached {
        /// The steps taken before.
        step: u64,
    },
}

/// What a network makes of samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The mean loss, without the penalty on the weights.
    pub loss: f64,
    /// The share of the samples for which z has the sign of the target.
    pub accuracy: f64,
}

/// A network with its data, being trained. A copy goes on by itself, with the same numbers.
#[derive(Clone, Debug)]
pub struct Run<L: Lane> {
    setup: Setup,
    network: Network<L>,
    optimiser: Optimiser<L::Real>,
    train: Data<L::Real>,
    test: Data<L::Real>,
    order: Order,
    draws: Rng,
    steps: u64,
    end: Option<End>,
}

impl<L: Lane> Run<L> {
    /// A run before its first step; `test` may be empty.
    ///
    /// # Errors
    /// Why these settings cannot be trained with these samples.
    pub fn new(setup: &Setup, train: &Samples, test: &Samples) -> Result<Self, Fault> {
        setup.check(train)?;
        if !test.y.is_empty() {
            check_samples(test)?;
            if test.inputs != train.inputs {
                return Err(Fault::Ragged);
            }
        }
        let (samples, batch) = (train.y.len(), setup.batch.min(train.y.len()));
        let room = batch.max(ROOM);
        let (hidden, activations) = (&setup.hidden, &setup.activations);
        let mut network = Network::new(train.inputs, hidden, activations, setup.head, room);
        initialise(&mut network, setup.init, setup.bias, setup.seed);
        Ok(Self {
            optimiser: Optimiser::new(setup.method, setup.rate, network.parameters.len()),
            network,
            train: Data::new(train),
            test: Data::new(test),
            order: Order::new(samples, batch, setup.shuffle.then_some(setup.seed)),
            draws: Rng::stream(setup.seed, DRAWS),
            steps: 0,
            end: None,
            setup: setup.clone(),
        })
    }

    /// One step of the optimiser on the next batch, whose mean loss before the step it gives; nothing
    /// happens once the run has ended. Nothing is allocated.
    pub fn step(&mut self) -> Option<f64> {
        if self.end.is_some() {
            return None;
        }
        let network = &mut self.network;
        network.gradient.fill(L::Real::default());
        let indices = self.order.next_batch();
        let count = indices.len();
        network.load(&self.train, count, |at| indices[at] as usize);
        network.forward(Some(&mut self.draws));
        let loss = network.loss(1.0 / count as f64) / count as f64;
        if !is_sound(loss) {
            self.end = Some(End::Diverged { step: self.steps });
            return None;
        }
        network.backward();
        decay(network, self.setup.l2);
        self.optimiser.step(&mut network.parameters, &network.gradient);
        self.steps += 1;
        if let Some(target) = self.setup.target
            && self.order.is_between_epochs()
        {
            let loss = self.score().loss;
            if self.end.is_none() && loss <= target {
                self.end = Some(End::Reached { step: self.steps });
            }
        }
        Some(loss)
    }

    /// The score on all training data. A loss or a parameter that is not sound ends the run.
    pub fn score(&mut self) -> Score {
        let score = score(&mut self.network, &self.train);
        let finite = self.network.parameters.iter().all(|p| p.wide().is_finite());
        if self.end.is_none() && !(is_sound(score.loss) && finite) {
            self.end = Some(End::Diverged { step: self.steps });
        }
        score
    }

    /// The score on the samples to test on; none if there are none.
    pub fn test_score(&mut self) -> Option<Score> {
        (!self.test.is_empty()).then(|| score(&mut self.network, &self.test))
    }

    /// The statistics of the layers over all training data; a unit counts as saturated at a sample
    /// where |f′| < `epsilon`.
    pub fn statistics(&mut self, epsilon: f64) -> Statistics {
        statistics(&mut self.network, &self.train, epsilon)
    }

    /// The outputs of the head for samples, such as the pixels of a picture; the shorter of both
    /// lists counts. NaN for samples with another number of inputs than the network's.
    pub fn predict(&mut self, data: &Data<L::Real>, outputs: &mut [f64]) {
        self.read(data, outputs, Network::output);
    }

    /// The outputs of a unit of a hidden layer, both from 0, likewise; NaN if there is none.
    pub fn predict_unit(
        &mut self,
        (layer, unit): (usize, usize),
        data: &Data<L::Real>,
        outputs: &mut [f64],
    ) {
        self.read(data, outputs, |network, sample| network.unit_output(layer, unit, sample));
    }

    /// The outputs of every unit of a hidden layer, from 0, for samples: all of the first unit, then
    /// all of the next, in one pass through the network. NaN if there is no such layer, if the
    /// samples have another number of inputs, or `outputs` is not one for each unit and sample.
    pub fn predict_layer(&mut self, layer: usize, data: &Data<L::Real>, outputs: &mut [f64]) {
        let network = &mut self.network;
        let sizes = &network.layout.sizes;
        let hidden = layer + 2 < sizes.len();
        let (inputs, units) = (sizes[0], if hidden { sizes[layer + 1] } else { 0 });
        let samples = data.len();
        if !hidden || data.inputs() != inputs || outputs.len() != units * samples {
            return outputs.fill(f64::NAN);
        }
        let mut first = 0;
        while first < samples {
            let count = network.capacity().min(samples - first);
            network.load(data, count, |at| first + at);
            network.forward(None);
            for unit in 0..units {
                for sample in 0..count {
                    outputs[unit * samples + first + sample] =
                        network.unit_output(layer, unit, sample);
                }
            }
            first += count;
        }
    }

    /// Fills `outputs` with what `number` reads in the network for each sample.
    fn read(
        &mut self,
        data: &Data<L::Real>,
        outputs: &mut [f64],
        number: impl Fn(&Network<L>, usize) -> f64,
    ) {
        let network = &mut self.network;
        if data.inputs() != network.layout.sizes[0] {
            return outputs.fill(f64::NAN);
        }
        let count = data.len().min(outputs.len());
        for (at, outputs) in outputs[..count].chunks_mut(network.capacity()).enumerate() {
            let first = at * network.capacity();
            network.load(data, outputs.len(), |at| first + at);
            network.forward(None);
            for (sample, output) in outputs.iter_mut().enumerate() {
                *output = number(network, sample);
            }
        }
    }

    /// The settings.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The network as it is now.
    #[must_use]
    pub const fn network(&self) -> &Network<L> {
        &self.network
    }

    /// The steps taken.
    #[must_use]
    pub const fn steps(&self) -> u64 {
        self.steps
    }

    /// The epochs gone through, with the share of the one that is on.
    #[must_use]
    pub fn epochs(&self) -> f64 {
        self.steps as f64 / self.order.batches() as f64
    }

    /// The end of the run; none while it goes on.
    #[must_use]
    pub const fn end(&self) -> Option<End> {
        self.end
    }

    /// Another learning rate from the next step on.
    pub fn set_rate(&mut self, rate: f64) {
        self.setup.rate = rate;
        self.optimiser.set_rate(rate);
    }
}

/// Whether a loss is finite and not above [`LARGEST_LOSS`].
fn is_sound(loss: f64) -> bool {
    loss <= LARGEST_LOSS && loss.is_finite()
}

/// Adds the gradient of the penalty ½λ·Σw².
fn decay<L: Lane>(network: &mut Network<L>, lambda: f64) {
    if lambda == 0.0 {
        return;
    }
    let lambda = L::Real::of(lambda);
    for layer in 0..network.layout.layers() {
        let place = network.layout.weights(layer);
        let weights = &network.parameters[place.clone()];
        for (gradient, weight) in network.gradient[place].iter_mut().zip(weights) {
            *gradient += lambda * *weight;
        }
    }
}

/// The score of a network on samples, of which there is one at least.
fn score<L: Lane>(network: &mut Network<L>, data: &Data<L::Real>) -> Score {
    let (mut loss, mut right) = (0.0, 0);
    let mut first = 0;
    while first < data.len() {
        let count = network.capacity().min(data.len() - first);
        network.load(data, count, |at| first + at);
        network.forward(None);
        loss += network.loss(0.0);
        right += network.right();
        first += count;
    }
    let samples = data.len() as f64;
    Score { loss: loss / samples, accuracy: right as f64 / samples }
}
