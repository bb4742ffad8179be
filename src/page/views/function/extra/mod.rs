//! The extras of a few functions, below their plot and loaded when first needed: RReLU's training,
//! PReLU's gradient step, the map of a gated unit.

mod cell;
mod gated;
mod prelu;
mod rrelu;

use crate::page::state::parts::Piece;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::lazy_view::lazy;
use activation_explorer::activation::Kind;
use leptos::prelude::*;

/// The name of the part that brings the extras.
pub(crate) const ID: &str = "extra";

/// The extra of the plot's function, or `None` if it has none; its code is loaded when it is
/// shown.
pub(crate) fn place(plot: FunctionPlot) -> Option<AnyView> {
    let special =
        matches!(plot.act.kind, Kind::Gated(_)) || ["rrelu", "prelu"].contains(&plot.act.id);
    special.then(|| {
        provide_context(plot);
        lazy(Piece { id: ID, styles: &["function", "vectors"] })
    })
}

/// The extra of the function of the plot.
pub(crate) fn show() -> AnyView {
    let plot = expect_context::<FunctionPlot>();
    match &plot.act.kind {
        Kind::Gated(gated) => gated::map(plot, gated),
        _ if plot.act.id == "prelu" => prelu::step_of(plot),
        _ => rrelu::modes(plot),
    }
}
