//! The lecture mode: one figure fills the window, keys play it and walk through a list of states.

use super::player::press;
use crate::page::browser::keys::on_key;
use crate::page::state::{Page, page};
use crate::page::widgets::fetched_text::{Fetched, part, text};
use crate::page::widgets::figures::queries;
use crate::page::widgets::lazy_view::lazy_view;
use crate::page::widgets::start_over::first;
use activation_explorer::activation::Activation;
use activation_explorer::address::{Address, MAX_LENGTH};
use activation_explorer::views;
use activation_explorer::words::filled::filled;
use activation_explorer::words::over::words as over;
use activation_explorer::words::{LECTURE_KEYS, LectureKey};
use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where an arrow moves a number or the text cursor.
const ARROWS: &str = "input,textarea,select,[role=spinbutton],[role=slider]:not(.probe)";
/// What the space bar presses.
const PRESSED: &str = "button,summary,a,input:not([type=range]),textarea,select";
/// The room, in bytes, for the rest of an address beside the states of a lecture.
const ROOM: usize = 300;
/// The attribute of `<html>` in the lecture mode.
const MARK: &str = "data-present";

/// A lecture: the states it walks through, and the state before it.
#[derive(Clone, Copy)]
struct Walk {
    page: Page,
    deck: RwSignal<Vec<String>>,
    at: RwSignal<usize>,
    /// The state to which leaving it leads, if not to the one on show.
    before: StoredValue<Option<Address>>,
}

/// The stage of the lecture.
#[component]
pub(super) fn Lecture() -> impl IntoView {
    let page = page();
    // Its figures are those of a text, at the address of the page.
    provide_context(Page { figure: true, ..page });
    let walk = Walk::new(page);
    enlarge(page);
    on_key(move |event| walk.hear(event));
    let chapter = walk.chapter().map(|chapter| (chapter, text(page, chapter)));
    let stage = NodeRef::<Section>::new();
    stage.on_load(|stage| {
        let _ = stage.focus();
    });
    // A function as a figure does not follow the address from one to another.
    let figure = Memo::new(move |_| {
        let view = page.address.with(|s| s.view);
        let act = page.address.with(|s| s.view.named_by_functions.then_some(s.act.id));
        (view, act, walk.at.get())
    });
    let title = move || {
        let name = |s: &Address| views::name(s.view, page.reader.lang.get()).to_owned();
        page.address.whole(|s| s.subject().unwrap_or_else(|| name(s)))
    };
    let acts = Memo::new(move |_| page.address.whole(|s| s.subjects()));
    let formulas =
        move || acts.get().into_iter().map(|act| view! { <Formula act /> }).collect_view();
    let place = move || {
        let count = walk.deck.with(Vec::len);
        (count > 0).then(|| (page.table(over).lecture.place)(walk.at.get() + 1, count))
    };
    let rows = Signal::derive(move || {
        let say = page.table(over).lecture.key;
        let row = |(_, shown, does): &(_, &str, LectureKey)| {
            format!("<div><dt><kbd>{shown}</kbd></dt><dd>{}</dd></div>", say(*does))
        };
        LECTURE_KEYS.iter().map(row).collect::<String>()
    });
    view! {
        <section class="lecture subject" tabindex="-1" node_ref=stage data-lecture>
            <header>
                <h1>{title}</h1>
                {formulas}
            </header>
            {move || {
                let (view, ..) = figure.get();
                let waits = chapter.filter(|_| !view.in_texts);
                match (view.in_texts, waits) {
                    (true, _) => view! { <div class="stage">{lazy_view(view)}</div> }.into_any(),
                    (false, Some((chapter, html))) => view! {
                        <Fetched slug=chapter />
                        <p class="hint" hidden=move || html.with(String::is_empty)>
                            {page.say(over, |w| w.lecture.no_figure)}
                        </p>
                    }
                    .into_any(),
                    _ => ().into_any(),
                }
            }}
            <footer>
                <details class="keys">
                    <summary>{page.say(over, |w| w.lecture.keys)}</summary>
                    <dl inner_html=rows></dl>
                </details>
                <output class="place">{place}</output>
                <button type="button" class="leave" on:click=move |_| walk.leave()>{page.say(over, |w| w.lecture.leave)}</button>
            </footer>
        </section>
    }
}

/// The formula of a function with its numbers.
#[component]
fn Formula(act: &'static Activation) -> impl IntoView {
    let page = page();
    let (formula, params) = (part(page, act, "formula"), page.address.params(act));
    let html = Signal::derive(move || params.with(|params| filled(&formula.get(), act, params)));
    view! { <div class="filled" lang="en" data-filled=act.id inner_html=html></div> }
}

/// Gives the plots the lines and the labels of a lecture hall while the mode lasts.
fn enlarge(page: Page) {
    let mark = |on: bool| {
        let Some(html) = document().document_element() else { return };
        let _ = if on { html.set_attribute(MARK, "true") } else { html.remove_attribute(MARK) };
    };
    mark(true);
    page.screen.read_palette();
    on_cleanup(move || {
        mark(false);
        page.screen.unseen.set(0);
        page.screen.read_palette();
    });
}

impl Walk {
    fn new(page: Page) -> Self {
        let now = page.address.untracked(Clone::clone);
        let (deck, wrong) = views::dealt(&now.deck);
        let told = page.address.notices.get_untracked();
        let walk = Self {
            page,
            deck: RwSignal::new(deck),
            at: RwSignal::new(0),
            before: StoredValue::new(None),
        };
        // The state on show may be one of the list, as after a reload.
        let mut bare = now.trimmed();
        (bare.present, bare.lang, bare.theme) = (false, None, Default::default());
        bare.deck.clear();
        let here =
            walk.deck.with_untracked(|all| all.iter().position(|query| *query == bare.query()));
        if let Some(here) = here {
            walk.at.set(here);
        } else if !walk.deck.with_untracked(Vec::is_empty) && !now.view.in_texts {
            walk.show(0);
        } else if !now.view.in_texts {
            walk.keep();
            // The figures of a chapter come with its text.
            if !now.view.reads.chapter {
                page.address.edit(|s| s.set_view(&views::function::VIEW));
            }
        }
        // The first state has replaced what the address itself had to tell.
        if !wrong.is_empty() {
            page.address.notices.set(told.into_iter().chain(wrong).collect());
        }
        walk
    }

    /// Keeps the state before the lecture.
    fn keep(self) {
        self.before.set_value(Some(self.page.address.untracked(|s| {
            let mut before = s.clone();
            before.present = false;
            before
        })));
    }

    /// The chapter whose figures are the states, if it is one: they are shown once its text is there.
    fn chapter(self) -> Option<Signal<&'static str>> {
        let Self { page, deck, .. } = self;
        let chapter = page.address.untracked(|s| s.view.reads.chapter.then_some(s.chapter))?;
        let slug = Signal::derive(move || chapter);
        let html = text(page, slug);
        Effect::new(move |_| {
            let known = dealt(&queries(&html.get()));
            if deck.with_untracked(Vec::is_empty) && !known.is_empty() {
                deck.set(known);
                self.show(0);
            }
        });
        Some(slug)
    }

    /// Shows the state at a place of the list.
    fn show(self, place: usize) {
        let Self { page, deck, at, .. } = self;
        let Some(query) = deck.with_untracked(|all| all.get(place).cloned()) else { return };
        let (mut target, notices) = views::parse(&query);
        page.address.untracked(|now| target.carry_over(now));
        (target.present, target.deck) = (true, deck.with_untracked(|all| all.join("|")));
        page.screen.unseen.set(0);
        at.set(place);
        page.address.replace(target, notices);
    }

    /// Ends the lecture.
    fn leave(self) {
        match self.before.try_update_value(Option::take).flatten() {
            Some(before) => self.page.address.replace(before, Vec::new()),
            None => self.page.address.edit(|s| {
                s.present = false;
                s.deck.clear();
            }),
        }
    }

    /// Obeys a key; true if it does.
    fn hear(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on = |selector: &str| {
            target.as_ref().is_some_and(|target| target.matches(selector).unwrap_or(false))
        };
        // What lies over the stage has keys of its own, and so has a text field.
        let inside = target.as_ref().is_some_and(|t| t.closest("dialog").ok().flatten().is_some());
        if inside || on("input:not([type=range],[type=checkbox]),textarea") {
            return false;
        }
        let key = event.key();
        let Some(does) = LectureKey::named(&key) else { return false };
        let forward = matches!(&*key, "ArrowRight" | "PageDown" | "ArrowDown");
        let step = || press(if forward { "step" } else { "back" });
        match does {
            LectureKey::Begin | LectureKey::Leave => {
                self.leave();
                true
            }
            LectureKey::Play => !on(PRESSED) && press("play"),
            LectureKey::Walk | LectureKey::Step if on(ARROWS) => false,
            LectureKey::Walk => {
                let count = self.deck.with_untracked(Vec::len);
                if count == 0 {
                    return step();
                }
                let here = self.at.get_untracked();
                let next = if forward { here + 1 } else { here.wrapping_sub(1) };
                if next < count {
                    self.show(next);
                }
                true
            }
            LectureKey::Step => step(),
            LectureKey::Reset => {
                if !press("reset") {
                    self.reset();
                }
                true
            }
            LectureKey::Curve => {
                let compares = self.page.address.untracked(|s| s.view == &views::compare::VIEW);
                if let (true, Some(curve)) = (compares, key.parse::<u32>().ok()) {
                    self.page.screen.unseen.update(|bits| *bits ^= 1 << (curve - 1));
                }
                compares
            }
        }
    }

    /// Shows the state of the list again as it was, or the start of the view.
    fn reset(self) {
        if self.deck.with_untracked(Vec::is_empty) {
            self.page.screen.unseen.set(0);
            self.page.address.edit(|s| {
                let (present, act, compared) = (s.present, s.act, s.compared.clone());
                let mut start = first(s);
                if start.view.shows(act) {
                    start.act = act;
                }
                (start.present, start.compared) = (present, compared);
                *s = start;
            });
        } else {
            self.show(self.at.get_untracked());
        }
    }
}

/// The figures among some states, as many as an address has room for.
fn dealt(queries: &[String]) -> Vec<String> {
    let mut length = 0usize;
    let figure = |query: &String| {
        let state = views::parse(query).0;
        state.view.in_texts.then(|| state.trimmed().query())
    };
    let fits = move |query: &String| {
        // Its separators are escaped.
        let escaped = query.chars().filter(|c| !c.is_alphanumeric()).count();
        length += query.len() + 2 * escaped + 3;
        length < MAX_LENGTH - ROOM
    };
    queries.iter().filter_map(figure).take_while(fits).collect()
}
