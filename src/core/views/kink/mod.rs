//! The kink: the derivative of ReLU at 0.

pub mod drawing;
mod keys;
pub mod model;
mod words;

pub use keys::SUBGRADIENT;
pub use words::Words;

use crate::activation::softplus::SOFTPLUS;
use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::STEPS;
use crate::numeric::Window;
use crate::plot::{Drawings, Graph};
use drawing::Both;

/// The view.
pub static VIEW: View = View {
    id: "kink",
    group: Group::Demos,
    reads: Reads { window: true, ..Reads::FUNCTION },
    keys: &[SUBGRADIENT, STEPS],
    fresh: true,
    beside: &["softplus"],
    window: Some(Window::new(-2.0, 2.0, -0.5, 1.5)),
    styles: &["function", "demos", "kink"],
    in_texts: true,
    plays: Some(("xmin=-0.1&xmax=0.1&ymin=-0.025&ymax=0.075", "")),
    samples: samples(&[
        "",
        "fn=binary_step&softplus.beta=4",
        "xmin=-0.02&xmax=0.02&ymin=-0.005&ymax=0.015",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    vec![
        (state.act.id, Box::new(Graph::of(state))),
        ("softplus", Box::new(Both { params: state.params(&SOFTPLUS) })),
    ]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
