//! Dead units: a small network that is trained, and the units that nothing can teach any more.

pub mod drawing;
mod keys;
pub mod model;
pub mod sweep;
mod thumbnail;
mod words;

pub use keys::{LR, NOISE, OPT, POINTS, SEEDS, SPEED};
pub use thumbnail::thumbnail;
pub use words::{Seen, Words};

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::{SEED, STEPS};
use crate::plot::Drawings;

/// The view.
pub static VIEW: View = View {
    id: "dead",
    group: Group::Demos,
    reads: Reads { deriv: false, ..Reads::FUNCTION },
    keys: &[LR, OPT, SEED, STEPS, SPEED, POINTS, NOISE, SEEDS],
    styles: &["function", "demos", "dead"],
    in_texts: true,
    plays: Some(("lr=0.03", "lr=1.2")),
    samples: samples(&["", "lr=1&steps=1000", "opt=adam&lr=0.03&seed=3&steps=400&points=100"]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    use crate::demo::animation::Animation;
    let mut model = model::Model::new(model::Setting::of(state), model::exact);
    let steps = state.number(&STEPS) as usize;
    while model.steps() < steps && model.goes_on() {
        model.step();
    }
    let look = std::sync::Arc::new(model.look());
    vec![
        ("dead-plane", Box::new(drawing::Plane(look.clone()))),
        ("dead-units", Box::new(drawing::Units(look))),
    ]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
