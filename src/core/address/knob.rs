//! Numbers and lists of numbers that belong to a demonstration: each key once, with its range.

use super::View;
use crate::numeric::elementary::within;

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
        let value = within(value, self.min, self.max) + 0.0;
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

/// The answers given in the decision guide, each as the number of the option, from 1.
pub const PATH: List = List { name: "path", fewest: 1, most: 12, largest: 20.0 };
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
/// The logits of the softmax view.
pub const LOGITS: List = List { name: "z", fewest: 2, most: 8, largest: f64::MAX };
/// Slope and offset of each affine piece of a maxout unit.
pub const PIECES: List = List { name: "pieces", fewest: 4, most: 18, largest: 1e9 };
/// What the unit is fitted to: 0 nothing, 1 x², 2 eˣ, 3 |x|, 4 softplus.
pub const TARGET: Knob = Knob::whole("target", 0.0, 4.0);
/// How many pieces each of two units has whose difference is fitted.
pub const UNIT_PIECES: Knob = Knob::whole("k", 1.0, 9.0);
/// Whether they are fitted to the drawn curve, else to sin.
pub const DRAWN: Knob = Knob::whole("drawn", 0.0, 1.0);
/// Heights of the drawn curve at even places.
pub const CURVE: List = List { name: "curve", fewest: 17, most: 17, largest: 2.0 };
/// Both weights and the offset of each piece of a unit of two inputs.
pub const PLANES: List = List { name: "planes", fewest: 6, most: 18, largest: 1e9 };
/// The first coordinate of the point at which that unit is read.
pub const X1: Knob = Knob::new("x1", -3.0, 3.0);
/// Its second coordinate.
pub const X2: Knob = Knob::new("x2", -3.0, 3.0);
/// Whether RReLU draws its slopes, else it uses the mean.
pub const TRAIN: Knob = Knob::whole("train", 0.0, 1.0);
/// What PReLU should give at the probe.
pub const GOAL: Knob = Knob::new("y", -10.0, 10.0);

/// The numbers a view has, each with what it is unless the address says otherwise.
type Knobs = &'static [(&'static Knob, f64)];
/// The lists a view has, likewise.
type Lists = &'static [(&'static List, &'static [f64])];

impl View {
    /// The numbers this view reads from the address.
    #[must_use]
    pub const fn knobs(self) -> Knobs {
        match self {
            Self::Gallery | Self::Compare | Self::Saturation | Self::Softmax | Self::Embed => &[],
            Self::Learn | Self::Choose | Self::Evidence => &[],
            Self::Function => &[(&TRAIN, 0.0), (&SEED, 1.0), (&GOAL, -1.0), (&LR, 0.1)],
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
            Self::Maxout => {
                &[(&TARGET, 0.0), (&UNIT_PIECES, 4.0), (&DRAWN, 0.0), (&X1, 0.5), (&X2, -0.5)]
            }
        }
    }

    /// The lists this view reads from the address.
    #[must_use]
    pub const fn lists(self) -> Lists {
        match self {
            Self::Neuron => &[(&W, &[1.5, -1.0]), (&IN, &[1.0, 0.5])],
            Self::Softmax => &[(&LOGITS, &[2.0, 1.0, 0.0])],
            Self::Maxout => &[
                (&PIECES, &[-1.0, -0.5, 0.25, 0.25, 1.5, -1.0]),
                (
                    &CURVE,
                    &[
                        -1.0, -0.9, -0.4, 0.5, 1.1, 1.0, 0.4, -0.1, -0.2, 0.1, 0.6, 0.7, 0.3, -0.5,
                        -1.1, -1.2, -0.8,
                    ],
                ),
                (&PLANES, &[1.0, 0.2, 0.0, -0.8, 0.7, 0.0, -0.2, -1.0, 0.3]),
            ],
            Self::Choose => &[(&PATH, &[])],
            _ => &[],
        }
    }
}

/// The numbers of the function view that are about the function called `id`.
pub(super) fn of_function(id: &str) -> &'static [&'static Knob] {
    match id {
        "rrelu" => &[&TRAIN, &SEED],
        "prelu" => &[&GOAL, &LR],
        _ => &[],
    }
}
