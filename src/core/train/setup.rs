//! The settings of a training run, and what is wrong with settings that cannot be trained.

use super::data::Samples;
use super::init::Init;
use super::layers::Nonlinearity;
use super::loss::Head;
use super::optimiser::Method;

/// The most hidden layers.
pub const MOST_LAYERS: usize = 64;
/// The most units in a layer, and the most inputs.
pub const MOST_UNITS: usize = 256;

/// The settings of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The number of units of each hidden layer.
    pub hidden: Vec<usize>,
    /// The activation behind each hidden layer.
    pub activations: Vec<Nonlinearity>,
    /// The head with its loss.
    pub head: Head,
    /// The initialisation of the weights.
    pub init: Init,
    /// The biases at first.
    pub bias: f64,
    /// The optimiser.
    pub method: Method,
    /// The learning rate η.
    pub rate: f64,
    /// λ of the penalty ½λ·Σw² on the weights, which adds λw to their gradients; neither biases nor
    /// slopes decay, and a loss that is told is without it.
    pub l2: f64,
    /// The samples in a step.
    pub batch: usize,
    /// Whether the samples are met in another order in each epoch, else in that of the data.
    pub shuffle: bool,
    /// The loss over all training data at which to stop; it is looked at after each epoch.
    pub target: Option<f64>,
    /// The seed of weights, order and drawn slopes.
    pub seed: u32,
}

/// Why a run cannot start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no sample, or none has an input.
    NoSamples,
    /// The numbers of inputs and of targets do not belong together.
    Ragged,
    /// A sample has an input or a target that is NaN or infinite.
    NotFinite {
        /// The sample, from 0.
        sample: usize,
    },
    /// There are more hidden layers, or more units or inputs in one, than [`MOST_LAYERS`] and
    /// [`MOST_UNITS`], or a layer without a unit.
    Size,
    /// There is not one activation for each hidden layer.
    Activations,
    /// A parameter of the activation behind a layer is NaN or infinite.
    Parameters {
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// A setting is NaN, infinite or negative: the rate, the momentum, λ, the bias, σ_w or σ_b.
    Setting,
    /// There is no sample in a batch.
    Batch,
}

impl Setup {
    /// A network of the playground: two hidden layers of 8 units with this activation, He's
    /// weights, SGD with the rate 0.1 in batches of 10, the logistic head.
    #[must_use]
    pub fn new(activation: Nonlinearity, seed: u32) -> Self {
        Self {
            hidden: vec![8, 8],
            activations: vec![activation; 2],
            head: Head::Logistic,
            init: Init::He,
            bias: 0.0,
            method: Method::Sgd,
            rate: 0.1,
            l2: 0.0,
            batch: 10,
            shuffle: true,
            target: None,
            seed,
        }
    }

    /// Whether a run can start with these samples.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self, samples: &Samples) -> Result<(), Fault> {
        check_samples(samples)?;
        let sizes = self.hidden.iter().chain([&samples.inputs]);
        let fits = sizes.into_iter().all(|units| (1..=MOST_UNITS).contains(units));
        if !fits || self.hidden.len() > MOST_LAYERS {
            return Err(Fault::Size);
        }
        if self.activations.len() != self.hidden.len() {
            return Err(Fault::Activations);
        }
        for (layer, activation) in self.activations.iter().enumerate() {
            if !has_finite_parameters(activation) {
                return Err(Fault::Parameters { layer });
            }
        }
        let [w, b] = if let Init::Sigma { w, b } = self.init { [w, b] } else { [0.0; 2] };
        let momentum = if let Method::Momentum(factor) = self.method { factor } else { 0.0 };
        let all = [self.rate, momentum, self.l2, self.bias.abs(), w, b];
        if !all.iter().all(|x| x.is_finite() && *x >= 0.0) {
            return Err(Fault::Setting);
        }
        if self.batch == 0 { Err(Fault::Batch) } else { Ok(()) }
    }
}

/// Whether there are samples, whole and finite.
pub(super) fn check_samples(samples: &Samples) -> Result<(), Fault> {
    let Samples { inputs, x, y } = samples;
    if *inputs == 0 || y.is_empty() {
        return Err(Fault::NoSamples);
    }
    if x.len() != inputs * y.len() {
        return Err(Fault::Ragged);
    }
    let finite = |x: &f64| x.is_finite();
    let whole = |(x, y): (&[f64], &f64)| x.iter().all(finite) && finite(y);
    match x.chunks_exact(*inputs).zip(y).position(|sample| !whole(sample)) {
        Some(sample) => Err(Fault::NotFinite { sample }),
        None => Ok(()),
    }
}

/// Whether all parameters of an activation are finite, and as many as it takes.
fn has_finite_parameters(activation: &Nonlinearity) -> bool {
    match activation {
        Nonlinearity::Fixed(act, p) => {
            p.len() == act.params.len() && p.iter().all(|p| p.is_finite())
        }
        Nonlinearity::Prelu { start, .. } => start.is_finite(),
        Nonlinearity::Rrelu { lower, upper } => lower.is_finite() && upper.is_finite(),
    }
}
