//! The neuron: a weighted sum and a function of it.

pub mod drawing;
mod keys;
pub mod model;
mod words;

pub use keys::{B, IN, W};
pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::plot::Drawings;
use drawing::{Plane, Profile};

/// The view.
pub static VIEW: View = View {
    id: "neuron",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[B, W, IN],
    styles: &["function", "demos", "neuron"],
    in_texts: true,
    plays: Some(("b=-2", "b=0.5")),
    samples: samples(&[
        "b=-4",
        "fn=softshrink&softshrink.lambd=3&w=0.8,0.6&in=3,-2&b=0",
        "fn=relu&w=0,1,1&in=9,-9,1&b=-9",
        "fn=relu&w=3,1,-2,1&in=-1,0,4,2&b=-2",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let (neuron, inputs) = model::of(state);
    vec![
        ("neuron", Box::new(Plane { neuron: neuron.clone(), inputs: inputs.clone() })),
        ("neuron-profile", Box::new(Profile { neuron, inputs })),
    ]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
