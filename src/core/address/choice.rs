//! Keys whose value is a word: the views, the themes, the parts of the page that can be hidden, what
//! the functions of the gallery have in common.

use crate::activation::Activation;
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

/// The views of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Every function, small.
    #[default]
    Gallery,
    /// One function, large.
    Function,
    /// Several functions over one another.
    Compare,
    /// The lesson, a chapter at a time, with its glossary.
    Learn,
    /// The decision guide, a question at a time.
    Choose,
    /// What was measured of the variants of ReLU.
    Evidence,
    /// What an activation is: a weighted sum and a function of it.
    Neuron,
    /// Where a function lets no gradient through.
    Saturation,
    /// What layers are without an activation.
    Linear,
    /// Gradient descent with inputs of one sign.
    Zigzag,
    /// ReLU at 0.
    Kink,
    /// Functions of a whole vector of logits.
    Softmax,
    /// The largest of affine pieces.
    Maxout,
    /// How to show a state on another page: a name in addresses only, see
    /// [`ViewState::building`](super::ViewState::building).
    Embed,
}

impl View {
    /// The function a view begins with, where that is not what was shown before.
    #[must_use]
    pub fn own_function(self) -> Option<&'static str> {
        match self {
            Self::Zigzag => Some("sigmoid"),
            Self::Kink => Some("relu"),
            _ => self.functions().first().copied(),
        }
    }

    /// The functions this view is about, if not about any.
    #[must_use]
    pub const fn functions(self) -> &'static [&'static str] {
        match self {
            Self::Softmax => &["softmax", "log_softmax", "softmin", "sparsemax"],
            Self::Maxout => &["maxout"],
            _ => &[],
        }
    }

    /// Whether this view can show a function.
    #[must_use]
    pub fn shows(self, act: &Activation) -> bool {
        self.functions().is_empty() || self.functions().contains(&act.id)
    }

    /// The view that shows the whole of a function of which others show a slice.
    #[must_use]
    pub fn about(act: &Activation) -> Option<Self> {
        [Self::Softmax, Self::Maxout].into_iter().find(|view| view.shows(act))
    }
}

impl Choice for View {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Gallery, "gallery"),
        (Self::Function, "function"),
        (Self::Compare, "compare"),
        (Self::Learn, "learn"),
        (Self::Choose, "choose"),
        (Self::Evidence, "evidence"),
        (Self::Neuron, "neuron"),
        (Self::Saturation, "saturation"),
        (Self::Linear, "linear"),
        (Self::Zigzag, "zigzag"),
        (Self::Kink, "kink"),
        (Self::Softmax, "softmax"),
        (Self::Maxout, "maxout"),
        (Self::Embed, "embed"),
    ];
}

/// How the page looks.
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
}

impl Choice for Part {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Controls, "controls"),
        (Self::Formula, "formula"),
        (Self::Text, "text"),
        (Self::Nav, "nav"),
        (Self::Links, "links"),
    ];
}

/// What a function can be, for its default parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Its values lie between two numbers.
    #[default]
    Bounded,
    /// It never falls, or never rises.
    Monotone,
    /// All its derivatives are continuous.
    Smooth,
    /// Its mean over N(0, 1) is 0.
    ZeroCentred,
    /// Its derivative jumps somewhere.
    Kink,
    /// Its derivative tends to 0 on one side at least.
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

/// What the functions shown have in common.
pub type Traits = Several<Trait>;

impl<C: Choice> Several<C> {
    /// Those whose places in [`Choice::NAMES`] are the bits that are set.
    #[must_use]
    pub const fn of_bits(bits: u8) -> Self {
        Self(bits, PhantomData)
    }

    /// The bits at the places in [`Choice::NAMES`] of those chosen.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    fn bit(choice: C) -> u8 {
        let place = C::NAMES.iter().position(|(c, _)| *c == choice);
        place.map_or(0, |place| 1 << place)
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn has(self, choice: C) -> bool {
        self.0 & Self::bit(choice) != 0
    }

    /// Whether all of those are among them.
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
