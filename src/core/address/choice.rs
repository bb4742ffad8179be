//! Keys whose value is a word: the themes, the parts of the page that can be hidden, the traits by
//! which the gallery can be filtered.

use std::marker::PhantomData;

/// A choice that a key's value names.
pub trait Choice: Copy + PartialEq + Default + 'static {
    /// Every choice with its name in the address.
    const NAMES: &'static [(Self, &'static str)];

    /// The choice called `name`.
    #[must_use]
    fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, n)| n.eq_ignore_ascii_case(name)).map(|(c, _)| *c)
    }

    /// The name of this choice.
    #[must_use]
    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(c, _)| *c == self).map_or("", |(_, n)| n)
    }
}

/// A theme of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark on white.
    Light,
    /// Light on near-black.
    Dark,
    /// Large, thick, high contrast.
    Projector,
}

impl Choice for Theme {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Auto, "auto"),
        (Self::Light, "light"),
        (Self::Dark, "dark"),
        (Self::Projector, "projector"),
    ];
}

/// A part of the page that `hide` takes away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// Sliders, buttons and switches.
    #[default]
    Controls,
    /// The definition in symbols.
    Formula,
    /// Everything there is to read.
    Text,
    /// The bar on top and the list of functions.
    Nav,
    /// Links out of an embedded page.
    Links,
    /// Tables of numbers.
    Table,
}

impl Choice for Part {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Controls, "controls"),
        (Self::Formula, "formula"),
        (Self::Text, "text"),
        (Self::Nav, "nav"),
        (Self::Links, "links"),
        (Self::Table, "table"),
    ];
}

/// A trait of a function, for its default parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Values between two numbers.
    #[default]
    Bounded,
    /// Nowhere falling, or nowhere rising.
    Monotone,
    /// Continuous derivatives of every order.
    Smooth,
    /// Mean 0 over N(0, 1).
    ZeroCentred,
    /// A derivative that jumps somewhere.
    Kink,
    /// A derivative that tends to 0 on one side at least.
    Saturates,
}

impl Choice for Trait {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Bounded, "bounded"),
        (Self::Monotone, "monotone"),
        (Self::Smooth, "smooth"),
        (Self::ZeroCentred, "zero_centred"),
        (Self::Kink, "kink"),
        (Self::Saturates, "saturates"),
    ];
}

/// Some of the choices, at most eight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Several<C>(u8, PhantomData<C>);

/// The parts that are hidden.
pub type Hidden = Several<Part>;

/// The traits by which the gallery is filtered: the functions shown have all of them.
pub type Traits = Several<Trait>;

impl<C: Choice> Several<C> {
    /// The choices whose places in [`Choice::NAMES`] are the bits that are set.
    #[must_use]
    pub const fn of_bits(bits: u8) -> Self {
        Self(bits, PhantomData)
    }

    /// The bits at the places in [`Choice::NAMES`] of the choices made.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    fn bit(choice: C) -> u8 {
        let place = C::NAMES.iter().position(|(c, _)| *c == choice);
        place.map_or(0, |place| 1 << place)
    }

    /// Whether `choice` is among them.
    #[must_use]
    pub fn has(self, choice: C) -> bool {
        self.0 & Self::bit(choice) != 0
    }

    /// Whether every one of `those` is among these.
    #[must_use]
    pub const fn include(self, those: Self) -> bool {
        self.0 & those.0 == those.0
    }

    /// These and `choice`, or these without it.
    #[must_use]
    pub fn with(self, choice: C, on: bool) -> Self {
        let bit = Self::bit(choice);
        Self::of_bits(if on { self.0 | bit } else { self.0 & !bit })
    }

    /// Their names, as in the address; empty for none.
    #[must_use]
    pub fn names(self) -> String {
        let names = C::NAMES.iter().filter(|(choice, _)| self.has(*choice)).map(|(_, name)| *name);
        names.collect::<Vec<_>>().join(",")
    }
}
