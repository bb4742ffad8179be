//! The function view: one function, large.

pub mod extra;
pub mod handles;
pub mod lens;
pub mod own;

use crate::activation::{Activation, Gated, Kind};
use crate::address::{Address, Group, Reads, VIEW as PLAIN, View, samples};
use crate::key::{LR, SEED};
use crate::plot::{Drawings, Graph};
use extra::{GOAL, TRAIN};
use extra::{gated, prelu, rrelu};
use std::sync::Arc;

/// The view.
pub static VIEW: View = View {
    id: "function",
    group: Group::Functions,
    reads: Reads { probe: true, window: true, details: true, equal: true, ..Reads::FUNCTION },
    keys: &[TRAIN, SEED, GOAL, LR],
    concerns: extra::concerns,
    named_by_functions: true,
    styles: &["function"],
    frame_height: 520,
    in_texts: true,
    samples: samples(&[
        "fn=elu&second=1&shade=0.05&axis2=1",
        "fn=selu&equal=1&deriv=0&xmin=-2&xmax=2",
        "fn=rrelu",
        "fn=rrelu&train=1&x=-3&seed=7",
        "fn=rrelu&x=1",
        "fn=prelu&x=-3&y=2",
        "fn=swiglu&x=-2&a=4.5",
        "fn=reglu",
    ]),
    ..PLAIN
};

/// The drawings of a state: the function's own, and those of what is special to it. In the page all
/// have the function's name.
#[must_use]
pub fn drawings(state: &Address) -> Drawings {
    let act = state.act;
    let graph = Graph::of(state);
    match &act.kind {
        Kind::Gated(gated) => gated_unit(state, graph, gated),
        _ if act.id == "rrelu" => training(state, graph),
        _ if act.id == "prelu" => vec![(act.id, Box::new(step(state, graph)))],
        _ => vec![(act.id, Box::new(graph))],
    }
}

/// The drawings of a gated unit.
fn gated_unit(state: &Address, graph: Graph, gated: &'static Gated) -> Drawings {
    let act: &'static Activation = graph.act;
    let (b, a) = (state.x.unwrap_or(gated::USUAL), first(&graph));
    let window = gated::window(act, a);
    let slice = gated::Slice::new(act, gated, b, &window);
    vec![
        (act.id, Box::new(graph)),
        ("map", Box::new(gated::Map { gated, window })),
        ("slice", Box::new(slice)),
    ]
}

/// The drawings of RReLU.
fn training(state: &Address, graph: Graph) -> Drawings {
    let x = state.x.unwrap_or(rrelu::USUAL);
    let bounds = (graph.params[0], graph.params[1]);
    let slopes = rrelu::slopes(state.number(&SEED) as u32, rrelu::DRAWS, bounds);
    let outputs = slopes.iter().map(|slope| rrelu::output(x, *slope)).collect();
    let count = if state.on(&TRAIN) { rrelu::CURVES } else { 0 };
    let overlay = rrelu::overlay(bounds, slopes.into_iter().take(count).collect());
    vec![
        (graph.act.id, Box::new(Graph { overlay: Some(overlay), ..graph })),
        ("histogram", Box::new(rrelu::Outputs { x, bounds, outputs: Arc::new(outputs) })),
    ]
}

/// The drawing of PReLU with the target of its step.
fn step(state: &Address, graph: Graph) -> Graph {
    let (x, y) = (state.x.unwrap_or(prelu::USUAL), state.number(&GOAL));
    let f = prelu::step(first(&graph), (x, y), state.number(&LR)).f;
    Graph { overlay: Some(prelu::overlay(x, f, y)), ..graph }
}

/// The first parameter, which RReLU, PReLU and gated units all have.
fn first(graph: &Graph) -> f64 {
    graph.params.first().copied().unwrap_or_default()
}

crate::for_each_language!(titled);
