//! The zig-zag: gradient descent with inputs of one sign.

pub mod drawing;
mod keys;
pub mod model;
mod words;

pub use keys::{BATCH, BEST, BIAS, CENTRE, CENTRE_CMP, LR, MOMENTUM, OPTIMUM, START};
pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::{SEED, SPEED, STEPS};
use crate::plot::Drawings;
use drawing::{Side, in_space};
use model::Pair;
use model::worked::{DIRECT, LOCKED};

/// The view.
pub static VIEW: View = View {
    id: "zigzag",
    group: Group::Demos,
    reads: Reads::FUNCTION,
    keys: &[
        LR, BEST, BATCH, MOMENTUM, CENTRE, CENTRE_CMP, BIAS, START, OPTIMUM, SEED, STEPS, SPEED,
    ],
    first: "sigmoid",
    fresh: true,
    beside: &["tanh"],
    most_compared: 1,
    styles: &["function", "demos", "zigzag"],
    in_texts: true,
    plays: Some(("lr=0.3&steps=0", "lr=0.3&steps=40")),
    samples: samples(&[
        "",
        "steps=40&lr=0.3",
        "steps=150&batch=64&cmp=relu&bias=1&momentum=0.5",
        "steps=30&lr=50&centre=1&fn=gelu",
        "steps=40&batch=64&cmp=sigmoid&centre_cmp=1&best=1",
        "steps=25&start=-1,-0.5&optimum=1.5,2",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let [chosen, other] = Pair::of(state).runs;
    vec![
        ("zigzag-chosen", Box::new(Side::of(chosen, 0))),
        ("zigzag-other", Box::new(Side::of(other, 1))),
    ]
}

/// The pictures of the worked example, which are markup and the same in every state.
#[must_use]
pub fn pictures(_state: &Address) -> Vec<(&'static str, String)> {
    vec![("direct", in_space(&DIRECT)), ("locked", in_space(&LOCKED))]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
