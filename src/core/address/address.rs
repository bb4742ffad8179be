//! The state of the page, and the ways to change it.

use super::shared::SHARED;
use super::{Edges, Extras, Hidden, Theme, Traits, View};
use crate::activation::{ALL, Activation, by_id};
use crate::chapters::CHAPTERS;
use crate::key::Key;
use crate::lang::Lang;
use crate::numeric::Window;
use crate::numeric::format::brief;
use crate::numeric::order::sort_by_key;

/// The most functions compared at once.
pub const MOST_COMPARED: usize = 8;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The view; never one that [builds](View::builds) an embed of another.
    pub view: &'static View,
    /// The view that shows how to embed this state instead of the state itself: `view=embed` with
    /// the view as `show`. [`hidden`](Self::hidden), [`zoom`](Self::zoom) and
    /// [`autoplay`](Self::autoplay) then concern the embedded page only.
    pub builder: Option<&'static View>,
    /// The chosen function, `fn`.
    pub act: &'static Activation,
    /// The functions of the comparison, `cmp`; empty for the view's own choice.
    pub compared: Vec<&'static Activation>,
    /// Parameters that differ from their defaults, in the order of the catalogue.
    pub(super) params: Vec<(&'static Activation, Vec<f64>)>,
    /// The place of the probe.
    pub x: Option<f64>,
    /// The window, as far as the address names it.
    pub edges: Edges,
    /// Whether the derivative is drawn.
    pub deriv: bool,
    /// The options of what is drawn beside the curves.
    pub extras: Extras,
    /// The text of the lesson, by its name.
    pub chapter: &'static str,
    /// The place in it: the id of a section, empty for the beginning.
    pub section: String,
    /// The traits that the functions of the gallery have in common.
    pub only: Traits,
    /// Values of the view's own keys that differ from their start, in the view's order.
    pub(super) own: Vec<(&'static Key, Vec<f64>)>,
    /// The language, if the address names one.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// Whether the page is a part of another.
    pub embed: bool,
    /// The parts that are not shown.
    pub hidden: Hidden,
    /// Whether wheel and fingers zoom, if the address says so.
    pub zoom: Option<bool>,
    /// Whether demonstrations start by themselves, if the address says so.
    pub autoplay: Option<bool>,
}

impl Address {
    /// A view as it is at the start.
    #[must_use]
    pub fn new(view: &'static View) -> Self {
        Self {
            view,
            builder: None,
            act: view.own_function(),
            compared: Vec::new(),
            params: Vec::new(),
            x: None,
            edges: Edges::default(),
            deriv: true,
            extras: Extras::default(),
            chapter: CHAPTERS[0],
            section: String::new(),
            only: Traits::default(),
            own: Vec::new(),
            lang: None,
            theme: Theme::default(),
            embed: false,
            hidden: Hidden::default(),
            zoom: None,
            autoplay: None,
        }
    }

    /// This state without what its view does not show: what a link to it should say.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let mut state = self.clone();
        let (view, reads) = (self.view, &self.view.reads);
        for row in SHARED.iter().filter(|row| !(row.read_by)(reads)) {
            row.clear(&mut state);
        }
        let mut shown = self.beside();
        if reads.function {
            shown.push(self.act);
        } else {
            state.act = view.own_function();
        }
        state.compared.truncate(view.most_compared);
        if !reads.every_param {
            state.params.retain(|(act, _)| reads.params && shown.contains(act));
        }
        state.own.retain(|(key, _)| (view.concerns)(key, self.act));
        state
    }

    /// The functions that the view shows beside the chosen one: those of `cmp`, or its own choice.
    #[must_use]
    pub fn beside(&self) -> Vec<&'static Activation> {
        if self.view.most_compared > 0 && !self.compared.is_empty() {
            return self.compared.iter().copied().take(self.view.most_compared).collect();
        }
        self.view.beside.iter().filter_map(|id| by_id(id)).collect()
    }

    /// The first function beside the chosen one; that one itself where there is none.
    #[must_use]
    pub fn second(&self) -> &'static Activation {
        self.beside().first().copied().unwrap_or(self.act)
    }

    /// Takes over from the state before it what this one leaves open: the language, the theme, how
    /// the page is embedded, the place in the lesson, and the parameters of functions other than
    /// the chosen one.
    pub fn carry_over(&mut self, before: &Self) {
        self.lang = self.lang.or(before.lang);
        if self.theme == Theme::default() {
            self.theme = before.theme;
        }
        self.embed |= before.embed;
        if self.builder.is_some() || before.builder.is_none() {
            (self.zoom, self.autoplay) =
                (self.zoom.or(before.zoom), self.autoplay.or(before.autoplay));
            if self.hidden == Hidden::default() {
                self.hidden = before.hidden;
            }
        }
        if !self.view.reads.chapter {
            // So that the way back to the lesson leads to the same place.
            (self.chapter, self.section) = (before.chapter, before.section.clone());
        }
        if !self.view.reads.only {
            self.only = before.only;
        }
        if self.view.most_compared == 0 && self.compared.is_empty() {
            self.compared.clone_from(&before.compared);
        }
        for (act, values) in &before.params {
            if *act != self.act && !self.params.iter().any(|(a, _)| a == act) {
                self.set_params(act, values.clone());
            }
        }
    }

    /// The subject of the view, if not the view itself: the function with its parameters, or the
    /// functions of the comparison.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        if !self.view.named_by_functions {
            return None;
        }
        if !self.view.reads.function {
            let names: Vec<_> = self.beside().iter().map(|act| act.name).collect();
            return Some(names.join(", "));
        }
        let set = self.act.params.iter().zip(self.params(self.act));
        let set: Vec<_> = set
            .filter(|(param, value)| *value != param.default)
            .map(|(param, value)| format!("{} = {}", param.symbol, brief(value, 6)))
            .collect();
        let name = self.act.name;
        Some(if set.is_empty() { name.into() } else { format!("{name} ({})", set.join(", ")) })
    }

    /// The window unless the address names another: the view's, that of the chosen function, or one
    /// that shows every function of the comparison.
    #[must_use]
    pub fn own_window(&self) -> Window {
        if let Some(window) = self.view.window {
            return window;
        }
        if self.view.reads.function || self.view.most_compared == 0 {
            return self.act.window;
        }
        let all = self.beside().into_iter().map(|act| act.window);
        all.reduce(|all, one| all.with(&one)).unwrap_or(self.act.window)
    }

    /// The window that is shown.
    #[must_use]
    pub fn window(&self) -> Window {
        let own = self.own_window();
        self.edges.over(own).unwrap_or(own)
    }

    /// Whether wheel and fingers zoom: as the address says, else unless embedded.
    #[must_use]
    pub fn zooms(&self) -> bool {
        self.zoom.unwrap_or(!self.embed)
    }

    /// Whether demonstrations start by themselves: as the address says, else unless embedded.
    #[must_use]
    pub fn autoplays(&self) -> bool {
        self.autoplay.unwrap_or(!self.embed)
    }

    /// The current parameters of `act`.
    #[must_use]
    pub fn params(&self, act: &'static Activation) -> Vec<f64> {
        let changed = self.params.iter().find(|(a, _)| *a == act);
        changed.map_or_else(|| act.defaults(), |(_, values)| values.clone())
    }

    /// Sets the parameters of `act`, made valid; missing ones are defaults.
    pub fn set_params(&mut self, act: &'static Activation, mut values: Vec<f64>) {
        values.resize(act.params.len(), f64::NAN);
        for (value, param) in values.iter_mut().zip(act.params) {
            *value = param.clamp(*value);
        }
        (act.agree)(&mut values);
        self.params.retain(|(a, _)| *a != act);
        if values != act.defaults() {
            self.params.push((act, values));
            let place = |act| ALL.iter().position(|a| *a == act).unwrap_or_default();
            sort_by_key(&mut self.params, |(act, _)| place(*act) as f64);
        }
    }

    /// Sets one parameter of `act`, made valid.
    pub fn set_param(&mut self, act: &'static Activation, index: usize, value: f64) {
        let mut values = self.params(act);
        if let Some(slot) = values.get_mut(index) {
            *slot = value;
            self.set_params(act, values);
        }
    }

    /// The value of a number: what the address says, else the view's start, else the key's.
    #[must_use]
    pub fn number(&self, key: &Key) -> f64 {
        self.list(key).first().copied().unwrap_or(f64::NAN)
    }

    /// Whether a switch is on.
    #[must_use]
    pub fn on(&self, key: &Key) -> bool {
        self.number(key) != 0.0
    }

    /// Sets a number of this view, made valid; nothing happens if the view has no such key.
    pub fn set_number(&mut self, key: &Key, value: f64) {
        self.set_list(key, vec![value]);
    }

    /// The entries of a list: what the address says, else the view's start, else the key's.
    #[must_use]
    pub fn list(&self, key: &Key) -> Vec<f64> {
        if let Some((_, values)) = self.own.iter().find(|(own, _)| *own == key) {
            return values.clone();
        }
        self.view.key(key.name).unwrap_or(key).start()
    }

    /// Sets a list of this view; what is no usable list leaves it at the view's own. Nothing happens
    /// if the view has no such key.
    pub fn set_list(&mut self, key: &Key, values: Vec<f64>) {
        let Some(key) = self.view.key(key.name) else { return };
        let values = key.valid(values);
        self.own.retain(|(own, _)| *own != key);
        if values != key.start() {
            self.own.push((key, values));
            let place = |key| self.view.keys.iter().position(|own| own == key);
            sort_by_key(&mut self.own, |(key, _)| place(*key).unwrap_or_default() as f64);
        }
    }

    /// Goes to another view; what only the old one had is left behind, and so is a function that
    /// the new one does not show. A view that builds embeds shows how to embed what was there before.
    pub fn set_view(&mut self, view: &'static View) {
        if !view.builds.is_empty() {
            self.builder = Some(view);
            return;
        }
        if self.builder.take().is_some() {
            (self.hidden, self.zoom, self.autoplay) = Default::default();
        }
        self.set_subject(view);
    }

    /// Goes to another view, or embeds another if that is what is shown.
    pub fn set_subject(&mut self, view: &'static View) {
        if !view.builds.is_empty() {
            return;
        }
        if self.view != view {
            self.view = view;
            self.own.clear();
            if view.fresh {
                self.act = view.own_function();
                self.compared.clear();
            }
        }
        if !view.shows(self.act) {
            self.act = view.own_function();
        }
    }
}
