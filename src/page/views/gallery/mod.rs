//! The start page: a curve to take hold of, three ways on, and every function as a small live plot.
//!
//! All of it is in the first download, so its texts are written as HTML by the core, its controls are
//! inputs and buttons in them, and one listener hears all of these.

mod hero;
mod texts;
mod tiles;

use crate::page::state::page;
use crate::page::widgets::plot::{Plot, Size, drawing};
use activation_explorer::activation::{ALL, Activation, Family};
use activation_explorer::views;
use activation_explorer::views::gallery::drawing::{Hero, Tile};
use activation_explorer::views::gallery::{HERO, words};
use leptos::html::Div;
use leptos::prelude::*;

/// The view.
pub(crate) fn show() -> AnyView {
    let page = page();
    let root = NodeRef::<Div>::new();
    let deriv = Memo::new(move |_| page.address.with(|s| s.deriv));
    let now = RwSignal::new(page.address.untracked(Hero::of));
    let frame = RwSignal::new(None);
    root.on_load(move |root| {
        let root = root.into();
        texts::follow(page, &root);
        hero::follow(page, &root, now, frame);
        tiles::follow(page, &root);
    });
    let label = Signal::derive(move || (page.table(words).plot)(now.with(|hero| hero.act.name)));
    let families: Vec<_> = Family::ALL.into_iter().map(|family| kin(family, deriv)).collect();
    view! {
        <div class="page gallery" node_ref=root>
            <section class="hero">
                <div class="above"></div>
                <div class="stage">
                    <Plot id=HERO drawing=drawing(move || now.get()) label size=Size::Wide frame />
                </div>
                <div class="below"></div>
            </section>
            <div class="doors"></div>
            <div class="head"></div>
            {families}
            <footer class="foot"></footer>
        </div>
    }
    .into_any()
}

/// The functions of a family.
fn kin(family: Family, deriv: Memo<bool>) -> AnyView {
    let tiles = ALL.iter().filter(|act| act.family == family).map(|act| tile(act, deriv));
    view! {
        <section class="family">
            <h3 class="name"></h3>
            <div class="cards">{tiles.collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}

/// A function as a small live plot.
fn tile(act: &'static Activation, deriv: Memo<bool>) -> AnyView {
    let page = page();
    let params = page.address.params(act);
    let graph = move || Tile { act, params: params.get(), deriv: deriv.get() };
    let label = Signal::derive(move || (page.table(words).tile)(act.name, deriv.get()));
    view! {
        <article class="card" data-card=act.id>
            // For the pointer; for keys and screen readers the heading is the same link.
            <a
                class="opens"
                tabindex="-1"
                data-view=views::function::VIEW.id
                data-act=act.id
                href=format!("?view=function&fn={}", act.id)
            >
                <Plot id=act.id drawing=drawing(graph) label size=Size::Tile frame=RwSignal::new(None) />
            </a>
            <div class="notes"></div>
        </article>
    }
    .into_any()
}
