//! The start page: one function with a point to drag, and the gallery of all functions, small.

pub mod drawing;
pub mod markup;
pub mod model;
mod words;

use crate::activation::{ALL, Activation};
use crate::address::{Address, Group, Reads, Trait, Traits, VIEW as PLAIN, View, samples};
use crate::plot::Drawings;
use crate::properties::{Class, End, Monotone, Saturation, properties};
use drawing::{Hero, Tile};
pub use words::Words;

/// The view.
pub static VIEW: View = View {
    id: "gallery",
    group: Group::Gallery,
    start: true,
    reads: Reads { every_param: true, probe: true, only: true, ..Reads::FUNCTION },
    first: "sigmoid",
    samples: samples(&[
        "only=bounded,smooth,zero_centred",
        "only=kink,bounded&deriv=0",
        "fn=selu&x=-1&alpha=1&only=kink,bounded",
    ]),
    ..PLAIN
};

/// The name of the large plot.
pub const HERO: &str = "hero";

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let shown = ALL.iter().filter(|act| traits(act).include(state.only));
    let tile = |act: &'static _, deriv| Tile { act, params: state.params(act), deriv };
    let tiles = shown.map(|act| (act.id, Box::new(tile(act, state.deriv)) as _));
    std::iter::once((HERO, Box::new(Hero::of(state)) as _)).chain(tiles).collect()
}

/// The traits of a function for its default parameters. The page has them as a table that the press
/// makes of this.
#[must_use]
pub fn traits(act: &Activation) -> Traits {
    let found = properties(act, &act.defaults());
    let finite = |end: &End| end.value.is_finite();
    [
        (Trait::Bounded, found.range.iter().all(|range| finite(&range.low) && finite(&range.high))),
        (Trait::Monotone, found.monotone != Monotone::No),
        (Trait::Smooth, found.regularity.class == Class::Smooth),
        (Trait::ZeroCentred, found.mean == 0.0),
        (Trait::Kink, !found.regularity.kinks.is_empty()),
        (Trait::Saturates, found.left != Saturation::None || found.right != Saturation::None),
    ]
    .into_iter()
    .fold(Traits::default(), |all, (one, is)| all.with(one, is))
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
