//! Maxout: pieces to drag, what one unit fits, what the difference of two fits, two inputs.

mod controls;
mod handles;
mod pair;
mod planes;
mod unit;

use super::prose::{Status, part};
use super::store::{Store, store};
use super::widgets::start_over::StartOver;
use super::widgets::view_link::ViewLink;
use activation_explorer::activation::maxout::MAXOUT;
use activation_explorer::plot::Frame;
use activation_explorer::text::maxout::{MaxoutWords, words};
use activation_explorer::view_state::knob::{PIECES, TARGET};
use activation_explorer::view_state::{Edges, View};
use activation_explorer::views::maxout::drawing::{self, color};
use activation_explorer::views::maxout::model::fit::Target;
use activation_explorer::views::maxout::model::{Part, Piece, envelope, numbers, pieces};
use leptos::prelude::*;

/// The unit of one input and what follows from it.
#[derive(Clone, Copy)]
struct Scene {
    store: Store,
    pieces: Memo<Vec<Piece>>,
    parts: Memo<Vec<Part>>,
    count: Memo<usize>,
    target: Memo<Option<Target>>,
    edges: Memo<Edges>,
    frame: RwSignal<Option<Frame>>,
}

impl Scene {
    fn new(store: Store) -> Self {
        let list = Memo::new(move |last: Option<&Vec<Piece>>| {
            let now = store.state.with(|s| pieces(&s.list(&PIECES)));
            // Once the state belongs to another view, what was there last.
            if now.is_empty() { last.cloned().unwrap_or_default() } else { now }
        });
        Self {
            store,
            pieces: list,
            parts: Memo::new(move |_| list.with(|p| envelope(p))),
            count: Memo::new(move |_| list.with(Vec::len)),
            target: Memo::new(move |_| {
                Target::numbered(store.state.with(|s| s.knob(&TARGET)) as usize)
            }),
            edges: Memo::new(move |_| store.state.with(|s| s.edges)),
            frame: RwSignal::new(None),
        }
    }

    /// The drawing of the plot, tracked.
    fn unit(self) -> drawing::Unit {
        let target = self.target.get();
        let window = drawing::window(self.edges.get(), target);
        drawing::Unit { pieces: self.pieces.get(), target, window }
    }

    fn words(self) -> &'static MaxoutWords {
        words(self.store.lang.get())
    }

    /// A word that follows the language.
    fn word(self, pick: fn(&'static MaxoutWords) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// A text, or markup, that follows whatever it reads.
    fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }

    fn set(self, pieces: &[Piece]) {
        let all = numbers(pieces);
        self.store.state.update(|s| s.set_list(&PIECES, all));
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
#[component]
pub(super) fn Maxout() -> impl IntoView {
    let scene = Scene::new(store());
    if scene.store.small {
        return view! { <div class="vectors small"><unit::Unit scene /></div> }.into_any();
    }
    view! {
        <div class="page vectors">
            <header class="head">
                <h1 class="subject" tabindex="-1">"Maxout"</h1>
                <p class="lead">
                    {scene.word(|w| w.lead)}
                    " "
                    <ViewLink view=View::Function act=&MAXOUT>{scene.word(|w| w.more)}</ViewLink>
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
                    <div inner_html=part(scene.store, &MAXOUT, "claims")></div>
                    <Status />
                </section>
            </div>
        </div>
    }
    .into_any()
}
