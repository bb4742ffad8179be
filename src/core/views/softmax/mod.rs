//! Softmax and its relatives: functions of a whole vector of scores.

pub mod bars;
pub mod drawing;
mod keys;
pub mod model;
mod thumbnail;
mod words;

pub use keys::LOGITS;
pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};

/// The view.
pub static VIEW: View = View {
    id: "softmax",
    group: Group::Functions,
    reads: Reads { deriv: false, ..Reads::FUNCTION },
    keys: &[LOGITS],
    functions: &["softmax", "log_softmax", "softmin", "sparsemax"],
    styles: &["function", "vectors"],
    in_texts: true,
    plays: Some(("z=-1,1.5,0.5", "z=2,1,0")),
    samples: samples(&["", "z=1002,1001,1000&temperature=0.5", "z=-3,0,7,1e3,-20&fn=sparsemax"]),
    ..PLAIN
};

/// The pictures of a state, which are markup: the view has no plot.
#[must_use]
pub fn pictures(state: &Address) -> Vec<(&'static str, String)> {
    let z = state.list(&LOGITS);
    let t = state.params(state.act).first().copied().unwrap_or(1.0);
    let mut all =
        vec![("scores", drawing::scores(&z, bars::axis(&z))), ("shares", drawing::shares(&z, t))];
    if let Ok(z) = <[f64; 3]>::try_from(z) {
        all.push(("simplex", drawing::triangle(&z, t)));
    }
    all
}

pub use crate::plot::no_drawings as drawings;
pub use thumbnail::thumbnail;

crate::for_each_language!(titled);
crate::for_each_language!(worded);
