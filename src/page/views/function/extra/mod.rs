//! The extras of a few functions, below their plot and loaded when first needed: RReLU's training,
//! PReLU's gradient step, the map of a gated unit.

mod gated;
mod prelu;
mod rrelu;

use crate::page::state::parts::Piece;
use crate::page::widgets::function_plot::Scene;
use crate::page::widgets::lazy_view::lazy;
use activation_explorer::activation::Kind;
use leptos::prelude::*;

/// The name of the part that brings the extras.
pub(crate) const ID: &str = "extra";

/// The extra of the scene's function, or `None` if it has none; its code is loaded when it is
/// shown.
pub(crate) fn place(scene: Scene) -> Option<AnyView> {
    let special =
        matches!(scene.act.kind, Kind::Gated(_)) || ["rrelu", "prelu"].contains(&scene.act.id);
    special.then(|| {
        provide_context(scene);
        lazy(Piece { id: ID, styles: &["function", "vectors"] })
    })
}

/// The extra of the function of the scene.
pub(crate) fn show() -> AnyView {
    let scene = expect_context::<Scene>();
    match &scene.act.kind {
        Kind::Gated(gated) => gated::map(scene, gated),
        _ if scene.act.id == "prelu" => prelu::step_of(scene),
        _ => rrelu::modes(scene),
    }
}

/// A number as a cell of the readout, in markup.
fn cell(label: &str, read: &str, value: f64) -> String {
    use activation_explorer::numeric::format::{pretty, shortest};
    format!(
        "<div class=\"cell\"><dt>{label}</dt><dd><data data-read=\"{read}\" value=\"{}\">{}</data></dd></div>",
        shortest(value),
        pretty(value, 5)
    )
}
