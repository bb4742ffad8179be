//! The comparison: several functions in one plot.

pub mod drawing;
pub mod find;
pub mod gap;
pub mod keys;
pub mod labels;
pub mod slots;
mod words;

pub use words::Words;

use crate::address::{Address, Group, MOST_COMPARED, Reads, VIEW as PLAIN, View, samples};
use crate::plot::Drawings;
use drawing::Comparison;

/// The view.
pub static VIEW: View = View {
    id: "compare",
    group: Group::Compare,
    reads: Reads {
        function: false,
        probe: true,
        window: true,
        equal: true,
        differences: true,
        ..Reads::FUNCTION
    },
    keys: &[keys::SLOTS],
    beside: &["relu", "elu", "gelu"],
    most_compared: MOST_COMPARED,
    named_by_functions: true,
    styles: &["function"],
    frame_height: 620,
    in_texts: true,
    samples: samples(&[
        "",
        "cmp=binary_step,prelu,tanh&prelu.weight=-0.5&deriv=0",
        "cmp=gelu,swish,mish,elu&diff=1&ymin=-1&ymax=1",
        "cmp=relu,sigmoid&f=0&equal=1",
        "cmp=elu,selu&slots=2,4",
        "cmp=gelu,gelu_tanh&diff=1&deriv=0",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    vec![("compare", Box::new(Comparison::of(state)))]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
