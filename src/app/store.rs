//! The page's state: one [`ViewState`], what follows from it, and the ways to change it.

use super::browser::debounce::Debounce;
use super::lazy::Chunks;
use super::observe::{on_canvas_restored, want_style};
use super::prose::Library;
use super::{location, palette, storage};
use activation_explorer::activation::Activation;
use activation_explorer::plot::Palette;
use activation_explorer::text::learn::{self, LearnWords};
use activation_explorer::text::plots::{self, PlotTexts};
use activation_explorer::text::{self, Lang, Words};
use activation_explorer::view_state::{Choice, Hidden, Notice, Theme, View, ViewState};
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing moves before what takes longer is computed again.
const REST: Duration = Duration::from_millis(120);

/// Handles to the state; copied freely and found with [`store`].
#[derive(Clone, Copy)]
pub(super) struct Store {
    /// What the page shows. Whoever reads parameters follows them with [`Store::whole`] or
    /// [`Store::params`]: the rest of the page sleeps while a slider moves.
    pub(super) state: RwSignal<ViewState>,
    /// That a slider has moved.
    moved: Trigger,
    /// That one of this function has: the others on the page sleep.
    moved_of: StoredValue<Vec<(&'static Activation, ArcTrigger)>>,
    /// How often one has.
    pub(super) steps: StoredValue<u32>,
    /// That nothing has moved for a moment.
    pub(super) rested: Trigger,
    rest: StoredValue<Debounce, LocalStorage>,
    /// What the address said that was not used.
    pub(super) notices: RwSignal<Vec<Notice>>,
    /// The language in force.
    pub(super) lang: Memo<Lang>,
    /// The colours in force.
    pub(super) palette: RwSignal<Palette>,
    /// Device pixels per CSS pixel.
    pub(super) ratio: RwSignal<f64>,
    /// Whether the first view is in the document.
    pub(super) ready: RwSignal<bool>,
    /// How often the reader has asked to share what is shown; 0 once that is over.
    pub(super) shares: RwSignal<u32>,
    /// How often a lost canvas has come back, empty.
    pub(super) restored: RwSignal<u32>,
    /// The texts fetched so far.
    pub(super) library: Library,
    /// The parts of the module fetched so far.
    pub(super) chunks: Chunks,
    /// Whether this is the store of a part of a text, where there is little room.
    pub(super) small: bool,
    /// What the reader chose before: where the address is silent.
    remembered: RwSignal<(Option<Lang>, Theme)>,
    /// Whether the system prefers dark.
    dark: RwSignal<bool>,
}

/// The store of the page.
pub(super) fn store() -> Store {
    expect_context::<Store>()
}

impl Store {
    pub(super) fn new() -> Self {
        let (state, notices) = ViewState::parse(&location::query());
        let state = RwSignal::new(state);
        let remembered = RwSignal::new((
            storage::get("lang").map(|tag| Lang::from_tag(&tag)),
            storage::get("theme").and_then(|name| Theme::parse(&name)).unwrap_or_default(),
        ));
        let system = window().navigator().language().map(|tag| Lang::from_tag(&tag));
        let lang = Memo::new(move |_| {
            state.with(|s| s.lang).or(remembered.get().0).or(system).unwrap_or_default()
        });
        let rested = Trigger::new();
        Self {
            state,
            moved: Trigger::new(),
            moved_of: StoredValue::new(Vec::new()),
            steps: StoredValue::new(0),
            rested,
            rest: StoredValue::new_local(Debounce::new(REST, move || rested.notify())),
            notices: RwSignal::new(notices),
            lang,
            palette: RwSignal::new(palette::read()),
            ratio: RwSignal::new(device_ratio()),
            ready: RwSignal::new(false),
            shares: RwSignal::new(0),
            restored: RwSignal::new(0),
            library: Library::new(),
            chunks: Chunks::new(),
            small: false,
            remembered,
            dark: RwSignal::new(palette::prefers_dark()),
        }
    }

    /// A store for a part of a text: its state is its own and not the address's, the rest is
    /// shared. Wheel and fingers scroll the text, and nothing moves by itself.
    pub(super) fn child(self, query: &str) -> Self {
        let (mut state, notices) = ViewState::parse(query);
        (state.zoom, state.autoplay) = (Some(false), Some(false));
        let (state, notices) = (RwSignal::new(state), RwSignal::new(notices));
        let child = Self { state, notices, small: true, ..self };
        child.follow_state();
        child
    }

    /// Notices when the state changes, and when it rests.
    fn follow_state(self) {
        Effect::new(move |_| {
            self.state.track();
            self.stir();
        });
    }

    fn stir(self) {
        location::changed();
        self.rest.with_value(Debounce::touch);
    }

    /// Keeps the document, the address and the state in step.
    pub(super) fn follow_browser(self) {
        location::on_change(move || {
            let (mut state, notices) = ViewState::parse(&location::query());
            self.state.with_untracked(|now| {
                // Back undoes where one has been, not how one likes to read. The page itself
                // never writes after `#`: what is there has just been asked for.
                let asked = location::after_hash();
                if !(asked && state.lang.is_some()) {
                    state.lang = now.lang;
                }
                if !(asked && state.theme != Theme::default()) {
                    state.theme = now.theme;
                }
                state.keep(now);
            });
            self.state.set(state);
            self.notices.set(notices);
        });
        on_canvas_restored(move || self.restored.update(|n| *n += 1));
        palette::on_scheme_change(move || {
            self.dark.set(palette::prefers_dark());
            self.palette.set(palette::read());
        });
        window_event_listener(leptos::ev::resize, move |_| {
            let ratio = device_ratio();
            if self.ratio.get_untracked() != ratio {
                self.ratio.set(ratio);
            }
        });
        location::write_at_rest(move || self.state.with_untracked(|s| s.shown().query()));
        self.follow_state();
        Effect::new(move |_| {
            set_root_attribute("lang", self.lang.get().tag());
            // Any other view brings the code that names it: see `lazy`.
            if self.state.with_untracked(|s| s.view == View::Gallery && !s.building) {
                document().set_title(self.words().product);
            }
        });
        Effect::new(move |_| {
            let (embed, hidden) = self.state.with(|s| {
                // While an embed is built, what is hidden is hidden there.
                (s.embed, if s.building { Hidden::default() } else { s.hidden })
            });
            if embed || hidden != Hidden::default() {
                want_style("framed");
            }
            set_root_attribute("data-embed", if embed { "true" } else { "false" });
            // Separated as a stylesheet expects it.
            set_root_attribute("data-hide", &hidden.names().replace(',', " "));
        });
        Effect::new(move |_| {
            // Reading the palette makes the browser work out styles: only when they change.
            if set_root_attribute("data-theme", self.theme_in_force().name()) {
                self.palette.set(palette::read());
            }
        });
    }

    /// The words of the language in force.
    pub(super) fn words(self) -> &'static Words {
        text::words(self.lang.get())
    }

    /// A word that follows the language. One type for all of them keeps the module small.
    pub(super) fn word(self, pick: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.words()))
    }

    /// The words of the lesson and the guide, which come with them.
    pub(super) fn lesson(self) -> &'static LearnWords {
        learn::words(self.lang.get())
    }

    /// Such a word, following the language.
    pub(super) fn said(
        self,
        pick: fn(&'static LearnWords) -> &'static str,
    ) -> Signal<&'static str> {
        Signal::derive(move || pick(self.lesson()))
    }

    /// The words of the views of functions, which come with those views.
    pub(super) fn terms(self) -> &'static PlotTexts {
        plots::words(self.lang.get())
    }

    /// Such a word, following the language.
    pub(super) fn term(self, pick: fn(&'static PlotTexts) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.terms()))
    }

    /// The theme chosen in the address or remembered, `Auto` if neither.
    pub(super) fn theme(self) -> Theme {
        match self.state.with(|s| s.theme) {
            Theme::Auto => self.remembered.get().1,
            chosen => chosen,
        }
    }

    fn theme_in_force(self) -> Theme {
        match self.theme() {
            Theme::Auto if self.dark.get() => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        }
    }

    /// Chooses and remembers a theme.
    pub(super) fn choose_theme(self, theme: Theme) {
        storage::set("theme", (theme != Theme::Auto).then_some(theme.name()));
        self.remembered.update(|r| r.1 = theme);
        self.state.update(|s| s.theme = theme);
    }

    /// Chooses and remembers a language.
    pub(super) fn choose_lang(self, lang: Lang) {
        storage::set("lang", Some(lang.code()));
        self.remembered.update(|r| r.0 = Some(lang));
        self.state.update(|s| s.lang = Some(lang));
    }

    /// The state a link to `view` (of `act`) leads to.
    pub(super) fn target(self, view: View, act: Option<&'static Activation>) -> ViewState {
        let mut state = self.state.get();
        state.set_view(view);
        if let Some(act) = act {
            if state.act != act {
                state.x = None;
            }
            state.act = act;
        }
        state
    }

    /// The address that leads there.
    pub(super) fn href(self, view: View, act: Option<&'static Activation>) -> String {
        format!("?{}", self.target(view, act).shown().query())
    }

    /// Goes to the state an address names, as a step that Back undoes. What the address leaves
    /// open stays: the language, the theme, the parameters of other functions.
    pub(super) fn open(self, address: &str) {
        let (mut target, notices) = ViewState::parse(address);
        let (view, act) = self.state.with_untracked(|now| {
            target.keep(now);
            let view = (now.view, now.building) != (target.view, target.building);
            (view, now.act != target.act)
        });
        self.go(target, notices);
        if view || act {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            // What had the focus is gone; the new view is in the document after the next task.
            set_timeout(super::links::focus_content, Duration::ZERO);
        }
    }

    /// Goes to a state, as a step that Back undoes.
    pub(super) fn go(self, target: ViewState, notices: Vec<Notice>) {
        location::push(&target.shown().query());
        self.state.set(target);
        self.notices.set(notices);
        self.shares.set(0);
    }

    /// The parameters of `act`, as a signal.
    pub(super) fn params(self, act: &'static Activation) -> Memo<Vec<f64>> {
        let moved = self.moved_of(act);
        Memo::new(move |_| {
            moved.track();
            self.state.with(|s| s.params(act))
        })
    }

    /// What tells that a slider of `act` has moved.
    fn moved_of(self, act: &'static Activation) -> ArcTrigger {
        let mut all = self.moved_of.write_value();
        if let Some((_, known)) = all.iter().find(|(of, _)| *of == act) {
            return known.clone();
        }
        let new = ArcTrigger::new();
        all.push((act, new.clone()));
        new
    }

    /// Reads the state, and follows its parameters too.
    pub(super) fn whole<T>(self, read: impl FnOnce(&ViewState) -> T) -> T {
        self.moved.track();
        self.state.with(read)
    }

    /// Moves a slider.
    pub(super) fn set_param(self, act: &'static Activation, index: usize, number: f64) {
        self.state.update_untracked(|s| s.set_param(act, index, number));
        self.steps.update_value(|n| *n = n.wrapping_add(1));
        self.moved_of(act).notify();
        self.moved.notify();
        self.stir();
    }
}

fn device_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 4.0)
}

/// Sets an attribute of `<html>`; whether that changed it.
fn set_root_attribute(name: &str, value: &str) -> bool {
    let Some(html) = document().document_element() else { return false };
    let changed = html.get_attribute(name).as_deref() != Some(value);
    changed && html.set_attribute(name, value).is_ok()
}
