//! The maxout view: pieces to drag, the fit of one unit, the fit of the difference of two, two
//! inputs.

mod controls;
mod handles;
mod pair;
mod planes;
mod unit;

use crate::page::state::{Page, page};
use crate::page::widgets::fetched_text::Status;
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::start_over::StartOver;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::maxout::MAXOUT;
use activation_explorer::address::Edges;
use activation_explorer::plot::Frame;
use activation_explorer::views;
use activation_explorer::views::maxout::drawing::{self, color};
use activation_explorer::views::maxout::model::fit::Target;
use activation_explorer::views::maxout::model::{Part, Piece, envelope, numbers, pieces};
use activation_explorer::views::maxout::{PIECES, TARGET};
use activation_explorer::views::maxout::{Words, words};
use leptos::prelude::*;

/// The unit of one input with all that is derived from it.
#[derive(Clone, Copy)]
struct Scene {
    page: Page,
    pieces: Memo<Vec<Piece>>,
    parts: Memo<Vec<Part>>,
    count: Memo<usize>,
    target: Memo<Option<Target>>,
    edges: Memo<Edges>,
    frame: RwSignal<Option<Frame>>,
}

impl Scene {
    fn new(page: Page) -> Self {
        let list = Memo::new(move |_| page.address.with(|s| pieces(&s.list(&PIECES))));
        Self {
            page,
            pieces: list,
            parts: Memo::new(move |_| list.with(|p| envelope(p))),
            count: Memo::new(move |_| list.with(Vec::len)),
            target: Memo::new(move |_| {
                Target::numbered(page.address.with(|s| s.number(&TARGET)) as usize)
            }),
            edges: Memo::new(move |_| page.address.with(|s| s.edges)),
            frame: RwSignal::new(None),
        }
    }

    /// The drawing of the plot, tracked.
    fn unit(self) -> drawing::Unit {
        let target = self.target.get();
        let window = drawing::window(self.edges.get(), target);
        drawing::Unit { pieces: self.pieces.get(), target, window }
    }

    fn words(self) -> &'static Words {
        words(self.page.reader.lang.get())
    }

    /// A word that follows the language.
    fn word(self, pick: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// A text, or markup, that tracks whatever it reads.
    fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }

    fn set(self, pieces: &[Piece]) {
        let all = numbers(pieces);
        self.page.address.edit(|s| s.set_list(&PIECES, all));
    }

    fn set_one(self, index: usize, piece: Piece) {
        let mut all = self.pieces.get_untracked();
        if let Some(slot) = all.get_mut(index) {
            *slot = piece;
            self.set(&all);
        }
    }
}

/// The view.
pub(crate) fn show() -> AnyView {
    Maxout().into_any()
}

/// The view.
#[component]
fn Maxout() -> impl IntoView {
    let scene = Scene::new(page());
    if scene.page.figure {
        return view! { <div class="vectors small"><unit::Unit scene /></div> }.into_any();
    }
    view! {
        <div class="page vectors">
            <header class="head">
                <h1 class="subject" tabindex="-1">"Maxout"</h1>
                <p class="lead">
                    {scene.word(|w| w.lead)}
                    " "
                    <ViewLink view=&views::function::VIEW act=&MAXOUT>{scene.word(|w| w.more)}</ViewLink>
                </p>
                <StartOver />
            </header>
            <unit::Unit scene />
            <controls::Controls scene />
            <div class="details">
                <pair::Two scene />
                <planes::Planes scene />
            </div>
            <div class="prose">
                <section class="claims-section">
                    <h2>{scene.word(|w| w.claims)}</h2>
                    <div inner_html=part(scene.page, &MAXOUT, "claims")></div>
                    <Status />
                </section>
            </div>
        </div>
    }
    .into_any()
}
