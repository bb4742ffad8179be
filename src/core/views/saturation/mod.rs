//! Saturation: the sides on which a function lets no gradient through.

pub mod drawing;
pub mod model;
mod words;

pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::plot::Drawings;
use drawing::Slopes;

/// The view.
pub static VIEW: View = View {
    id: "saturation",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    styles: &["function", "demos", "saturation"],
    in_texts: true,
    plays: Some(("fn=softplus&beta=0.6", "fn=softplus&beta=3")),
    samples: samples(&["fn=sigmoid", "fn=relu", "fn=softsign"]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    vec![("saturation", Box::new(Slopes { act: state.act, params: state.params(state.act) }))]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
