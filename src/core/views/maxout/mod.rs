//! Maxout: the largest of affine pieces, of one input and of two, and the difference of two units.

pub mod drawing;
pub mod model;

use super::Drawings;
use crate::view_state::ViewState;
use crate::view_state::knob::{CURVE, DRAWN, PIECES, PLANES, TARGET, UNIT_PIECES};
use drawing::{Difference, Map, Unit, drawn, sine, window};
use model::fit::Target;
use model::{pair, pieces, plane};

/// States that show all of the view.
pub const SAMPLES: &[&str] = &[
    "view=maxout",
    "view=maxout&target=2&drawn=1&k=2&planes=1,1,0,1,-1,0,-1,1,0,-1,-1,0",
    "view=maxout&pieces=0,0,1,0,0,-3&xmin=-1&xmax=4&k=1&planes=0,0,0,1,1,0",
];

/// The drawings of a state.
#[must_use]
pub fn drawings(state: &ViewState) -> Drawings {
    let target = Target::numbered(state.knob(&TARGET) as usize);
    let unit =
        Unit { pieces: pieces(&state.list(&PIECES)), target, window: window(state.edges, target) };
    let curve = if state.knob(&DRAWN) == 1.0 { drawn(&state.list(&CURVE)) } else { sine() };
    let (most, k) = (UNIT_PIECES.max as usize, state.knob(&UNIT_PIECES) as usize);
    let pair = pair::fits(&curve, most).into_iter().nth(k.saturating_sub(1));
    vec![
        ("maxout", Box::new(unit)),
        ("maxout-pair", Box::new(Difference { pair, curve })),
        ("maxout-map", Box::new(Map(plane::planes(&state.list(&PLANES))))),
    ]
}
