//! The setup of a run of the zig-zag demo, its defaults and its presets.

use crate::activation::{Activation, Window, sigmoid::SIGMOID};
use crate::numeric::format::rounded;

/// The most samples a data set has.
pub const MAX_SAMPLES: usize = 4096;

/// Everything that decides a run.
///
/// The defaults, and why:
/// - Inputs from a sigmoid, one sample a step: the case the argument is about.
/// - Start (1, −1), target (−1, 1): two of the three weights of the worked example, and a way
///   that needs a step of mixed sign.
/// - Rate 0.6: about the largest at which tanh still goes nearly straight (its path is 1.3 times
///   the straight line; single samples never go quite straight, 1.2 is what tiny rates give),
///   ReLU is stable, and sigmoid's first steps are a good twentieth of the way, so that one sees
///   each.
/// - 256 samples: the loss is close to that of infinitely many (its contours look the same for
///   every seed), and 64 of them are a batch rather than all there is.
/// - Pre-activations with deviation 1, as in the fact check and wherever the page says N(0, 1).
/// - Done at 1 % of the distance at the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The activation whose outputs are the inputs.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
    /// The seed of the pre-activations and of the order of the samples, and of nothing else.
    pub seed: u32,
    /// Size of the data set, 1 to [`MAX_SAMPLES`].
    pub samples: usize,
    /// Standard deviation of the pre-activations, which have mean 0.
    pub spread: f64,
    /// Whether the mean over the data set is subtracted from each input.
    pub centred: bool,
    /// Whether the neuron has a bias and learns it, at the same rate, from 0.
    pub bias: bool,
    /// The teacher's bias b*: the targets of inputs of 0.
    pub offset: f64,
    /// Samples a step, 1 to `samples`; every sample is seen once before any is seen twice.
    pub batch: usize,
    /// Learning rate.
    pub rate: f64,
    /// Whether [`tuned`](super::tuned) gives it the best rate for its inputs instead.
    pub tuned: bool,
    /// Share μ of the last step that is added to the next (Polyak's heavy ball), in [0, 1).
    pub momentum: f64,
    /// The weights at the start.
    pub start: [f64; 2],
    /// The teacher's weights w*.
    pub target: [f64; 2],
    /// The part of the start's distance from the optimum at which the run has converged.
    pub tolerance: f64,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            act: &SIGMOID,
            params: Vec::new(),
            seed: 1,
            samples: 256,
            spread: 1.0,
            centred: false,
            bias: false,
            offset: 0.0,
            batch: 1,
            rate: 0.6,
            tuned: false,
            momentum: 0.0,
            start: [1.0, -1.0],
            target: [-1.0, 1.0],
            tolerance: 0.01,
        }
    }
}

impl Setup {
    /// The default setup with inputs from `act` with its default parameters.
    #[must_use]
    pub fn of(act: &'static Activation) -> Self {
        Self { act, params: act.defaults(), ..Self::default() }
    }

    /// The part of the plane to show: a square around start and target, with room for the swings.
    #[must_use]
    pub fn window(&self) -> Window {
        let middle = |i: usize| 0.5 * (self.start[i] + self.target[i]);
        let reach = (0..2).map(|i| (self.start[i] - self.target[i]).abs()).fold(0.0, f64::max);
        let half = if reach > 0.0 { 0.75 * reach } else { 1.0 };
        let (x, y) = (middle(0), middle(1));
        Window::new(x - half, x + half, y - half, y + half)
    }
}

/// "When does it not zig-zag?": the default and four single changes to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// One sample a step, inputs as they are: it zig-zags if they have one sign.
    ZigZag,
    /// 64 samples a step: a sum of δx with many δ has any sign.
    LargerBatch,
    /// Centring: the mean is subtracted from the inputs.
    Centred,
    /// Heavy-ball momentum 0.8, with a rate that keeps the pace: the swings average out.
    Momentum,
    /// The neuron has a bias. This alone cures nothing; see the module's page.
    Bias,
}

impl Preset {
    /// Every preset, in the order of a switcher.
    pub const ALL: [Self; 5] =
        [Self::ZigZag, Self::LargerBatch, Self::Centred, Self::Momentum, Self::Bias];

    /// `setup` with its batch, centring, bias, momentum and rate as the preset has them, and
    /// not tuned.
    ///
    /// The rate is the default's, so that runs can be compared; with momentum μ a step of the
    /// gradient moves the weights by rate/(1 − μ) in the end, and the rate is less by that.
    #[must_use]
    pub fn apply(self, setup: &Setup) -> Setup {
        let normal = Setup::default();
        let momentum = if self == Self::Momentum { 0.8 } else { 0.0 };
        Setup {
            batch: if self == Self::LargerBatch { 64 } else { 1 },
            centred: self == Self::Centred,
            bias: self == Self::Bias,
            momentum,
            // Rounded as in the address.
            rate: rounded(normal.rate * (1.0 - momentum), 1e-6),
            // What is said of the presets holds at one rate for both runs.
            tuned: false,
            ..setup.clone()
        }
    }
}
