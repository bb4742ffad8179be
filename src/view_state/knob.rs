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

/// The numbers a view has, each with what it is unless the address says otherwise.
type Knobs = &'static [(&'static Knob, f64)];
/// The lists a view has, likewise.
type Lists = &'static [(&'static List, &'static [f64])];

impl View {
    /// The numbers this view reads from the address.
    #[must_use]
    pub const fn knobs(self) -> Knobs {
        match self {
            Self::Gallery | Self::Function | Self::Compare => &[],
        }
    }

    /// The lists this view reads from the address.
    #[must_use]
    pub const fn lists(self) -> Lists {
        match self {
            Self::Gallery | Self::Function | Self::Compare => &[],
        }
    }
}
