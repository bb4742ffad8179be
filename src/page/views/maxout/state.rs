//! The unit of one input with all that is derived from it.

use crate::page::state::Page;
use activation_explorer::address::Edges;
use activation_explorer::plot::Frame;
use activation_explorer::views::maxout::drawing;
use activation_explorer::views::maxout::model::fit::Target;
use activation_explorer::views::maxout::model::{Part, Piece, envelope, numbers, pieces};
use activation_explorer::views::maxout::{PIECES, TARGET, Words, words};
use leptos::prelude::*;

/// The unit of one input with all that is derived from it.
#[derive(Clone, Copy)]
pub(super) struct UnitState {
    pub(super) page: Page,
    pub(super) pieces: Memo<Vec<Piece>>,
    pub(super) parts: Memo<Vec<Part>>,
    pub(super) count: Memo<usize>,
    pub(super) target: Memo<Option<Target>>,
    edges: Memo<Edges>,
    pub(super) frame: RwSignal<Option<Frame>>,
}

impl UnitState {
    pub(super) fn new(page: Page) -> Self {
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
    pub(super) fn drawing(self) -> drawing::Unit {
        let target = self.target.get();
        let window = drawing::window(self.edges.get(), target);
        drawing::Unit { pieces: self.pieces.get(), target, window }
    }

    pub(super) fn words(self) -> &'static Words {
        words(self.page.reader.lang.get())
    }

    /// A word that follows the language.
    pub(super) fn word(self, pick: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// A text, or markup, that tracks whatever it reads.
    pub(super) fn text(self, say: fn(Self) -> String) -> Signal<String> {
        Signal::derive(move || say(self))
    }

    pub(super) fn set(self, pieces: &[Piece]) {
        let all = numbers(pieces);
        self.page.address.edit(|s| s.set_list(&PIECES, all));
    }

    pub(super) fn set_one(self, index: usize, piece: Piece) {
        let mut all = self.pieces.get_untracked();
        if let Some(slot) = all.get_mut(index) {
            *slot = piece;
            self.set(&all);
        }
    }
}
