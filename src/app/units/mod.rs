//! What is special to a few functions and stands below their plot, fetched when first needed:
//! RReLU's training, PReLU's gradient step, the map of a gated unit.

mod gated;
mod prelu;
mod rrelu;

use super::lazy::{self, Chunk};
use super::scene::Scene;
use super::store::Store;
use activation_explorer::activation::Kind;
use activation_explorer::text::units::{UnitWords, words};
use leptos::prelude::*;

/// The place for it, for functions that have something.
pub(super) fn place(scene: Scene) -> Option<AnyView> {
    let special =
        matches!(scene.act.kind, Kind::Gated(_)) || ["rrelu", "prelu"].contains(&scene.act.id);
    special.then(|| {
        provide_context(scene);
        lazy::view(Chunk::Units)
    })
}

/// What belongs to the function of the scene.
#[component]
pub(super) fn Units() -> impl IntoView {
    let scene = expect_context::<Scene>();
    match &scene.act.kind {
        Kind::Gated(gated) => gated::map(scene, gated),
        _ if scene.act.id == "prelu" => prelu::step_of(scene),
        _ => rrelu::modes(scene),
    }
}

/// The words of these parts.
fn say(store: Store) -> &'static UnitWords {
    words(store.lang.get())
}

/// A number as one of the readings below a plot, in markup.
fn cell(label: &str, read: &str, value: f64) -> String {
    use activation_explorer::numeric::format::{pretty, shortest};
    format!(
        "<div class=\"cell\"><dt>{label}</dt><dd><data data-read=\"{read}\" value=\"{}\">{}</data></dd></div>",
        shortest(value),
        pretty(value, 5)
    )
}
