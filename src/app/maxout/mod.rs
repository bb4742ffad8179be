//! Maxout: pieces to drag, what one unit fits, what the difference of two fits, two inputs.

mod controls;
mod handles;
mod pair;
mod planes;
mod unit;

use super::plot::Subject;
use super::prose::{Status, part};
use super::store::{Store, store};
use super::widgets::start_over::StartOver;
use super::widgets::view_link::ViewLink;
use activation_explorer::activation::Window;
use activation_explorer::activation::maxout::MAXOUT;
use activation_explorer::demo::maxout::fit::Target;
use activation_explorer::demo::maxout::{Part, Piece, envelope, numbers, pieces};
use activation_explorer::numeric::clip::clip;
use activation_explorer::numeric::sample::sample;
use activation_explorer::plot::{Curve, Dot, Frame, Picture, Region, Role};
use activation_explorer::text::maxout::{MaxoutWords, words};
use activation_explorer::view_state::knob::{PIECES, TARGET};
use activation_explorer::view_state::{Edges, View};
use leptos::prelude::*;

/// The window while nothing is fitted.
const WINDOW: Window = Window::new(-3.0, 3.0, -1.5, 3.5);

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
                let index = store.state.with(|s| s.knob(&TARGET)) as usize;
                index.checked_sub(1).and_then(|i| Target::ALL.get(i).copied())
            }),
            edges: Memo::new(move |_| store.state.with(|s| s.edges)),
            frame: RwSignal::new(None),
        }
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

impl Subject for Scene {
    fn window(&self) -> Window {
        let edges = self.edges.get();
        if edges.is_empty() {
            return self.target.get().map_or(WINDOW, Target::window);
        }
        edges.over(WINDOW).unwrap_or(WINDOW)
    }

    fn follow(&self) {
        self.pieces.track();
        self.target.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let mut picture = Picture::default();
        let all = self.pieces.get();
        for (i, piece) in all.iter().enumerate() {
            let ends = [w.x_min, w.x_max].map(|x| (x, piece.at(x)));
            let role = Role::SeriesDf(color(i));
            picture.curves.push(Curve { role, strokes: clip(&ends, w), dots: Vec::new() });
        }
        for part in self.parts.get() {
            let piece = all[part.piece];
            let (from, to) = (part.from.max(w.x_min), part.to.min(w.x_max));
            let ends = [(from, piece.at(from)), (to, piece.at(to))];
            let kink = Dot { at: ends[0], filled: true };
            let inside = w.x_min < kink.at.0 && (w.y_min..=w.y_max).contains(&kink.at.1);
            picture.curves.push(Curve {
                role: Role::Heavy(color(part.piece)),
                strokes: if from < to { clip(&ends, w) } else { Vec::new() },
                dots: if inside && from < to { vec![kink] } else { Vec::new() },
            });
        }
        if let Some(target) = self.target.get() {
            let (a, b) = target.interval();
            for (from, to) in [(w.x_min, a.min(w.x_max)), (b.max(w.x_min), w.x_max)] {
                if from < to {
                    let corners = ((from, w.y_min), (to, w.y_max));
                    picture.regions.push(Region::rectangle(Role::Shade, 20, corners.0, corners.1));
                }
            }
            let f = |x: f64| if (a..=b).contains(&x) { target.eval(x).0 } else { f64::NAN };
            let size = (frame.area.width, frame.area.height);
            let strokes = sample(f, &[a, 0.0, b], w, size.0, size.1);
            picture.curves.push(Curve { role: Role::Arrow, strokes, dots: Vec::new() });
        }
        picture
    }
}

/// Which of the eight colours a piece has.
fn color(index: usize) -> u8 {
    (index % 8) as u8
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
