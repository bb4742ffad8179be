//! The need for an activation: layers with and without one.

pub mod drawing;
pub mod model;
mod words;

pub use words::Words;

use super::Drawings;
use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::{Key, SEED};
use drawing::{Classes, Fit, Grid, OneInput};
use model::Stack;
use model::fit::Relus;

/// The number of layers.
pub const DEPTH: Key = Key::whole("depth", 1.0, 6.0, 4.0);
/// The number of hidden units.
pub const UNITS: Key = Key::whole("units", 1.0, 32.0, 8.0);

/// The view.
pub static VIEW: View = View {
    id: "linear",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[DEPTH, SEED, UNITS],
    styles: &["function", "demos", "linear"],
    in_texts: true,
    samples: samples(&[
        "",
        "fn=identity&depth=2&seed=4&units=3",
        "fn=binary_step&depth=1&units=32",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let stack = Stack::<2>::of(state);
    let classes = |depth| Box::new(Classes { stack: stack.clone(), depth });
    vec![
        ("linear-grid", Box::new(Grid(stack.clone()))),
        ("linear-one", Box::new(OneInput(Stack::<1>::of(state)))),
        ("xor-before", classes(0)),
        ("xor-after", classes(1)),
        ("fit", Box::new(Fit(Relus::fit(state.number(&UNITS) as u32)))),
    ]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
