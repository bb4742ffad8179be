//! The keys of the view.

use crate::key::{self, Key};
use crate::train::optimiser::Method;

/// The learning rate.
pub const LR: Key = Key::number("lr", 1e-3, 10.0, 1.0);
/// The optimiser.
pub const OPT: Key = Key::word("opt", &["sgd", "momentum", "adam"]);
/// The number of points of the spirals.
pub const POINTS: Key = Key::whole("points", 20.0, 500.0, 200.0);
/// The standard deviation of the noise on the points.
pub const NOISE: Key = Key::number("noise", 0.0, 0.5, 0.02);
/// The number of seeds, from `seed` on, for each rate of the sweep.
pub const SEEDS: Key = Key::whole("seeds", 1.0, 50.0, 20.0);
/// The speed of the training, in steps a second.
pub const SPEED: Key = Key::number(key::SPEED.name, 0.5, 1000.0, 100.0);

/// The optimisers, in the order of the words of [`OPT`].
pub(super) const METHODS: [Method; 3] = [Method::Sgd, Method::Momentum(0.9), Method::Adam];
