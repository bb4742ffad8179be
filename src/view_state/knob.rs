//! Numbers and lists of numbers that belong to a demonstration: each key once, with its range.

use super::View;

/// A number in the address that is no parameter of a function.
#[derive(Debug)]
pub struct Knob {
    /// The key.
    pub name: &'static str,
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
}

impl Knob {
    const fn new(name: &'static str, min: f64, max: f64) -> Self {
        Self { name, min, max, whole: false }
    }

    const fn whole(name: &'static str, min: f64, max: f64) -> Self {
        Self { name, min, max, whole: true }
    }

    /// The nearest value in the range.
    #[must_use]
    pub fn clamp(&self, value: f64) -> f64 {
        let value = value.clamp(self.min, self.max) + 0.0;
        if self.whole { value.round() } else { value }
    }
}

impl PartialEq for Knob {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// A list of numbers in the address, separated by commas.
#[derive(Debug)]
pub struct List {
    /// The key.
    pub name: &'static str,
    /// The fewest entries.
    pub fewest: usize,
    /// The most entries.
    pub most: usize,
    /// The largest size of an entry.
    pub largest: f64,
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// The seed of everything random.
pub const SEED: Knob = Knob::whole("seed", 0.0, 999_999.0);
/// The learning rate.
pub const LR: Knob = Knob::new("lr", 0.001, 1000.0);
/// How many steps have been taken.
pub const STEPS: Knob = Knob::whole("steps", 0.0, 10_000.0);
/// Samples a step.
pub const BATCH: Knob = Knob::whole("batch", 1.0, 256.0);
/// Layers.
pub const DEPTH: Knob = Knob::whole("depth", 1.0, 6.0);
/// Heavy-ball momentum.
pub const MOMENTUM: Knob = Knob::new("momentum", 0.0, 0.99);
/// Whether the mean is taken off the inputs.
pub const CENTRE: Knob = Knob::whole("centre", 0.0, 1.0);
/// Whether the neuron has a bias.
pub const BIAS: Knob = Knob::whole("bias", 0.0, 1.0);
/// Steps a second.
pub const SPEED: Knob = Knob::new("speed", 0.5, 60.0);
/// Hidden units.
pub const UNITS: Knob = Knob::whole("units", 1.0, 32.0);
/// The bias of a neuron.
pub const B: Knob = Knob::new("b", -10.0, 10.0);
/// The derivative chosen at a kink.
pub const SUBGRADIENT: Knob = Knob::new("sub", 0.0, 1.0);
/// The weights of a neuron.
pub const W: List = List { name: "w", fewest: 2, most: 4, largest: 10.0 };
/// Its inputs.
pub const IN: List = List { name: "in", fewest: 2, most: 4, largest: 10.0 };

/// The numbers a view has, each with what it is unless the address says otherwise.
type Knobs = &'static [(&'static Knob, f64)];
/// The lists a view has, likewise.
type Lists = &'static [(&'static List, &'static [f64])];

impl View {
    /// The numbers this view reads from the address.
    #[must_use]
    pub const fn knobs(self) -> Knobs {
        match self {
            Self::Gallery | Self::Function | Self::Compare | Self::Saturation => &[],
            Self::Neuron => &[(&B, 0.5)],
            Self::Linear => &[(&DEPTH, 4.0), (&SEED, 1.0), (&UNITS, 8.0)],
            Self::Zigzag => &[
                (&LR, 0.6),
                (&BATCH, 1.0),
                (&MOMENTUM, 0.0),
                (&CENTRE, 0.0),
                (&BIAS, 0.0),
                (&SEED, 1.0),
                (&STEPS, 0.0),
                (&SPEED, 6.0),
            ],
            Self::Kink => &[(&SUBGRADIENT, 0.0), (&STEPS, 0.0)],
        }
    }

    /// The lists this view reads from the address.
    #[must_use]
    pub const fn lists(self) -> Lists {
        match self {
            Self::Neuron => &[(&W, &[1.5, -1.0]), (&IN, &[1.0, 0.5])],
            _ => &[],
        }
    }
}
