//! Maxout: the largest of affine pieces.

pub mod drawing;
mod keys;
pub mod model;
mod words;

pub use keys::{CURVE, DRAWN, PIECES, PLANES, TARGET, UNIT_PIECES, X1, X2};
pub use words::Words;

use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::plot::Drawings;
use drawing::{Difference, Map, Unit, drawn, sine, window};
use model::fit::Target;
use model::{pair, pieces, plane};

/// The view.
pub static VIEW: View = View {
    id: "maxout",
    group: Group::Functions,
    reads: Reads { function: true, probe: true, window: true, ..Reads::NONE },
    keys: &[TARGET, UNIT_PIECES, DRAWN, X1, X2, PIECES, CURVE, PLANES],
    functions: &["maxout"],
    styles: &["function", "vectors"],
    in_texts: true,
    plays: Some(("pieces=-0.4,-0.5,0.1,0.5,0.4,-0.5", "")),
    samples: samples(&[
        "",
        "target=2&drawn=1&k=2&planes=1,1,0,1,-1,0,-1,1,0,-1,-1,0",
        "pieces=0,0,1,0,0,-3&xmin=-1&xmax=4&k=1&planes=0,0,0,1,1,0",
    ]),
    ..PLAIN
};

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let target = Target::numbered(state.number(&TARGET) as usize);
    let unit =
        Unit { pieces: pieces(&state.list(&PIECES)), target, window: window(state.edges, target) };
    let curve = if state.on(&DRAWN) { drawn(&state.list(&CURVE)) } else { sine() };
    let (most, k) = (UNIT_PIECES.range().1 as usize, state.number(&UNIT_PIECES) as usize);
    let pair = pair::fits(&curve, most).into_iter().nth(k.saturating_sub(1));
    vec![
        ("maxout", Box::new(unit)),
        ("maxout-pair", Box::new(Difference { pair, curve })),
        ("maxout-map", Box::new(Map(plane::planes(&state.list(&PLANES))))),
    ]
}

crate::for_each_language!(titled);
crate::for_each_language!(worded);
