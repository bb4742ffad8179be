//! The core's training engine on four f32, compiled for speed.
//!
//! The core is compiled for size, as the page is. What is generic or inline in it is compiled where
//! it is used with concrete types, and here that is with `opt-level = 3` (see the profile in the
//! root manifest): a step of a 2-8-8-1 network with tanh then takes 1/16 of the time. So nothing
//! else may name `Run<f32x4>` or `batch::<f32x4>`.

use explorer_core::activation::{self, Activation, Batch};
use explorer_core::numeric::lanes::f32x4;
use explorer_core::train::data::Samples;
use explorer_core::train::run::Run;
use explorer_core::train::setup::{Fault, Setup};
use explorer_core::train::training::Training;

/// A run in f32; `test` may be empty.
///
/// # Errors
/// Why these settings cannot be trained with these samples.
pub fn start(setup: &Setup, train: &Samples, test: &Samples) -> Result<Box<dyn Training>, Fault> {
    Ok(Box::new(Run::<f32x4>::new(setup, train, test)?))
}

/// The kernel of an activation on four f32.
#[must_use]
pub fn batch(act: &Activation) -> Batch<f32x4> {
    activation::batch(act)
}

/// `f` and `f′` of an activation over slices of f64, bit for bit as its `eval`.
#[must_use]
pub fn eval_batch(act: &Activation) -> Batch<f64> {
    activation::eval_batch(act)
}
