//! The need for an activation: layers with and without one.

pub mod drawing;
mod keys;
pub mod model;
mod words;

pub use keys::{DEPTH, UNITS};
pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::SEED;
use crate::plot::Drawings;
use drawing::{Classes, Fit, Grid, OneInput};
use model::Stack;
use model::fit::Relus;

/// The view.
pub static VIEW: View = View {
    id: "linear",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[DEPTH, SEED, UNITS],
    styles: &["function", "demos", "linear"],
    in_texts: true,
    plays: Some(("fn=tanh&depth=1", "fn=tanh&depth=4")),
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
