//! The zig-zag: gradient descent of a neuron whose inputs are all positive, and its cures.
//!
//! A linear neuron y = w·x + b with two weights learns from a linear teacher t = w*·x + b* on the
//! squared loss ½(y − t)², averaged over a batch. Its inputs are the outputs of a layer before it:
//! x = f(z) of any catalogue activation, with seeded pre-activations z. The gradient of one sample
//! is δx with δ = y − t, so where all inputs are positive its components all have the sign of δ:
//! one step can go up-right or down-left only, and a target up-left is reached in a zig-zag.
//!
//! A [`Setup`] defines a run, a [`Preset`] changes one thing about it, a [`Run`] takes its steps.
//! Two runs with the same seed see the same pre-activations in the same order, whatever their
//! functions are. [`one_sign_share`] is the figure of the fact check, for any number of weights.
//!
//! The effects of the presets (medians over the seeds 1 to 40; a test computes them again):
//!
//! | inputs | preset | steps to 1 % | path / straight line | one-sign steps |
//! | --- | --- | --: | --: | --: |
//! | sigmoid | ZigZag | 172 | 3.21 | 100 % |
//! | tanh | ZigZag | 16 | 1.29 | 50 % |
//! | sigmoid | LargerBatch | 177 | 1.08 | 2 % |
//! | sigmoid | Centred | 178 | 1.24 | 49 % |
//! | sigmoid | Momentum | 156 | 1.47 | 100 % |
//! | sigmoid | Bias | 188 | 4.19 | 100 % |
//!
//! Four things in it may surprise.
//! - With *two* weights half of the steps have one sign by chance, even with centred inputs: 2/2ⁿ
//!   for n weights. The fact check counts with ten, where that is 0.2 %.
//! - What makes the path straight does not save steps at the same rate: the pace along the
//!   diagonal is set by the spread of the inputs. It saves swings, and so bears a larger rate:
//!   at 2.4 the batch of 64 needs 43 steps on a path of 1.22, single samples 44 on one of 6.33.
//! - *Centring* alone does not save steps at the same rate either. A common mean does not slow a
//!   step: it forbids a large one, because the loss is steep where both weights move together.
//!   [`Contrast`] gives each case its own best rate, over 15 draws: at that, sigmoid needs 39 steps
//!   and 12 centred, and 30 and 3 with batches of 64. Scale no longer counts then: tanh needs 9 and 3.
//! - A *bias* is no cure. The signs are locked in every single sample, with a bias as without,
//!   and while the bias takes over an error the weights swing on. It helps where batches have
//!   undone the lock and the targets have a mean of their own ([`Setup::offset`]), which without
//!   a bias the weights must chase: offset 1, batch 64, path 1.61 without and 1.28 with one.

mod census;
mod moments;
mod pair;
mod quadratic;
mod run;
mod setup;
mod sign;
mod tune;
pub mod worked;

pub use census::one_sign_share;
pub use pair::Pair;
pub use quadratic::Quadratic;
pub use run::{LIMIT, Quadrants, Run, State, Status};
pub use setup::{MAX_SAMPLES, Preset, Setup};
pub use sign::one_signed;
pub use tune::{Best, Contrast, DRAWS, Draws, tuned};
