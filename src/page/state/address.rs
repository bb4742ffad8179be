//! The address as a signal: the state shown, the effects of a change, and the ways to make one.

use crate::page::browser::address_bar;
use crate::page::browser::debounce::Debounce;
use activation_explorer::activation::Activation;
use activation_explorer::address::{Address, Notice, Settings, View};
use activation_explorer::key::Key;
use activation_explorer::views;
use leptos::prelude::*;
use std::time::Duration;

/// The debounce of whatever takes longer to compute.
const PAUSE: Duration = Duration::from_millis(120);

/// The present address.
///
/// Sliders of parameters move many times a second, and most of the page does not depend on them. So
/// [`with`](Self::with) tracks the settings alone and cannot read a parameter. Effects that need
/// parameters track those of one function with [`params`](Self::params), or everything with
/// [`whole`](Self::whole).
#[derive(Clone, Copy)]
pub(crate) struct Current {
    state: RwSignal<Address>,
    /// Triggered by every move of a parameter's slider.
    moved: Trigger,
    /// Triggered by every move of a slider of one function's parameters.
    moved_of: StoredValue<Vec<(&'static Activation, ArcTrigger)>>,
    /// The number of such moves.
    steps: StoredValue<u32>,
    /// Triggered when nothing has changed for a moment.
    rested: Trigger,
    debounce: StoredValue<Debounce, LocalStorage>,
    /// The parts of the last address that were not used.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// The piece that the reader has asked for, over the page; 0 once that is over. A number, whose
    /// signal the first download has anyway.
    pub(crate) asked: RwSignal<u32>,
}

impl Current {
    /// The address that `query` describes, changed by `fixed` before anything reads it.
    pub(crate) fn new(query: &str, fixed: fn(&mut Address)) -> Self {
        let (mut state, notices) = views::parse(query);
        fixed(&mut state);
        let rested = Trigger::new();
        let current = Self {
            state: RwSignal::new(state),
            moved: Trigger::new(),
            moved_of: StoredValue::new(Vec::new()),
            steps: StoredValue::new(0),
            rested,
            debounce: StoredValue::new_local(Debounce::new(PAUSE, move || rested.notify())),
            notices: RwSignal::new(notices),
            asked: RwSignal::new(0),
        };
        Effect::new(move |_| {
            current.state.track();
            current.touch();
        });
        current
    }

    /// Reads the settings, tracked.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Settings) -> T) -> T {
        self.state.with(|state| read(state))
    }

    /// Reads everything, tracked: parameters too.
    pub(crate) fn whole<T>(self, read: impl FnOnce(&Address) -> T) -> T {
        self.moved.track();
        self.state.with(read)
    }

    /// Reads everything as it is now, untracked.
    pub(crate) fn untracked<T>(self, read: impl FnOnce(&Address) -> T) -> T {
        self.state.with_untracked(read)
    }

    /// Changes the state.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Address)) {
        self.state.update(change);
    }

    /// The value of a key.
    pub(crate) fn number(self, key: &'static Key) -> Memo<f64> {
        Memo::new(move |_| self.with(|s| s.number(key)))
    }

    /// The entries of a list.
    pub(crate) fn list(self, key: &'static Key) -> Memo<Vec<f64>> {
        Memo::new(move |_| self.with(|s| s.list(key)))
    }

    /// The chosen function.
    pub(crate) fn act(self) -> Memo<&'static Activation> {
        Memo::new(move |_| self.with(|s| s.act))
    }

    /// The parameters of `act`.
    pub(crate) fn params(self, act: &'static Activation) -> Memo<Vec<f64>> {
        let moved = self.moved_of(act);
        Memo::new(move |_| {
            moved.track();
            self.state.with(|s| s.params(act))
        })
    }

    /// Sets a key.
    pub(crate) fn set(self, key: &'static Key, to: f64) {
        self.edit(|s| s.set_number(key, to));
    }

    /// Sets a parameter, as a slider does: only effects that track the parameters of `act` run.
    pub(crate) fn set_param(self, act: &'static Activation, index: usize, number: f64) {
        self.state.update_untracked(|s| s.set_param(act, index, number));
        self.steps.update_value(|n| *n = n.wrapping_add(1));
        self.moved_of(act).notify();
        self.moved.notify();
        self.touch();
    }

    /// Tracks the end of changes: triggered when nothing has changed for a moment.
    pub(crate) fn track_rest(self) {
        self.rested.track();
    }

    /// The number of moves of parameters' sliders so far, untracked.
    pub(crate) fn steps(self) -> u32 {
        self.steps.get_value()
    }

    /// The address of a link to `view` (of `act`) from the present state; tracked.
    pub(crate) fn href(self, view: &'static View, act: Option<&'static Activation>) -> String {
        self.whole(|now| {
            let mut state = now.clone();
            // What one follows leads out of a lecture.
            state.present = false;
            state.deck.clear();
            state.set_view(view);
            if let Some(act) = act {
                if state.act != act {
                    state.x = None;
                }
                state.act = act;
            }
            format!("?{}", state.trimmed().query())
        })
    }

    /// Goes to a state, as a new entry of the history, which Back undoes.
    pub(crate) fn go(self, target: Address, notices: Vec<Notice>) {
        address_bar::push(&target.trimmed().query());
        self.replace(target, notices);
        self.asked.set(0);
    }

    /// Replaces the state and the notices.
    pub(crate) fn replace(self, target: Address, notices: Vec<Notice>) {
        self.state.set(target);
        self.notices.set(notices);
    }

    /// Reads the address that could not be read without what reads formulas.
    pub(crate) fn read_again(self) {
        let (state, notices) = self.untracked(|now| now.read_again(views::ALL));
        // What there was to tell of it before is told too.
        let notices = [self.notices.get_untracked(), notices].concat();
        self.replace(state, notices);
    }

    /// Keeps the browser's address bar and this state in step.
    pub(crate) fn follow_address_bar(self) {
        address_bar::on_change(move || {
            let (mut state, notices) = views::parse(&address_bar::query());
            self.untracked(|now| {
                // Back undoes a change of place, not of language or theme. The page itself never
                // writes after `#`: keys there have just been asked for.
                let asked = address_bar::after_hash();
                if !(asked && state.lang.is_some()) {
                    state.lang = now.lang;
                }
                if !(asked && state.theme != activation_explorer::address::Theme::default()) {
                    state.theme = now.theme;
                }
                state.carry_over(now);
            });
            self.replace(state, notices);
        });
        address_bar::write_at_rest(move || self.untracked(|s| s.trimmed().query()));
    }

    /// The trigger of the moves of a function's sliders.
    fn moved_of(self, act: &'static Activation) -> ArcTrigger {
        let mut all = self.moved_of.write_value();
        if let Some((_, known)) = all.iter().find(|(of, _)| *of == act) {
            return known.clone();
        }
        let new = ArcTrigger::new();
        all.push((act, new.clone()));
        new
    }

    fn touch(self) {
        address_bar::changed();
        self.debounce.with_value(Debounce::touch);
    }
}
