//! The keys of the view.

use crate::key::{self, Key};

/// The learning rate.
pub const LR: Key = key::LR.from(0.6);
/// The batch size: the samples in a step.
pub const BATCH: Key = Key::whole("batch", 1.0, 256.0, 1.0);
/// Heavy-ball momentum.
pub const MOMENTUM: Key = Key::number("momentum", 0.0, 0.99, 0.0);
/// The switch that subtracts the mean from the inputs.
pub const CENTRE: Key = Key::switch("centre");
/// The switch that gives the neuron a bias.
pub const BIAS: Key = Key::switch("bias");
/// The switch that subtracts the mean from the inputs of the second run alone: the control that
/// tells centring from scale.
pub const CENTRE_CMP: Key = Key::switch("centre_cmp");
/// The switch that gives each run the learning rate that is best for its inputs.
pub const BEST: Key = Key::switch("best");
/// The weights at the start.
pub const START: Key = Key::list("start", (2, 2), 10.0, &[1.0, -1.0]);
/// The teacher's weights, where the loss is smallest.
pub const OPTIMUM: Key = Key::list("optimum", (2, 2), 10.0, &[-1.0, 1.0]);
