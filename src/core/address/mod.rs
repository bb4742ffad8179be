//! The URL grammar: what the page shows, from a query string and back, without a browser.
//!
//! Parsing never fails. What cannot be used falls back to its default and leaves a [`Notice`];
//! unknown keys are dropped. For every state, parsing its query gives the same state.

mod choice;
pub mod knob;
mod parse;
mod plane;
mod write;

pub use choice::{Choice, Hidden, Part, Several, Theme, Trait, Traits, View};
pub use knob::{Knob, List, PATH};
pub use parse::{MAX_LENGTH, Notice, Why};
pub use plane::{Edges, Extras, LARGEST_SHADE, usable};

use crate::activation::{ALL, Activation, Window, by_id};
use crate::chapters::CHAPTERS;
use crate::lang::Lang;
use crate::numeric::elementary::within;
use crate::numeric::format::brief;
use crate::numeric::order::sort_by_key;

/// The most functions compared at once.
pub const MOST_COMPARED: usize = 8;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// Which view; never [`View::Embed`].
    pub view: View,
    /// Whether the page shows how to embed this state instead of the state itself: `view=embed`
    /// with the view as `show`. What is [`hidden`](Self::hidden), [`zoom`](Self::zoom) and
    /// [`autoplay`](Self::autoplay) then concern the embedded page only.
    pub building: bool,
    /// The chosen function, `fn`.
    pub act: &'static Activation,
    /// The functions of the comparison, `cmp`; empty for the view's own choice.
    pub compared: Vec<&'static Activation>,
    /// Parameters that differ from their defaults, in the order of the catalogue.
    params: Vec<(&'static Activation, Vec<f64>)>,
    /// Where the probe is.
    pub x: Option<f64>,
    /// The window, as far as the address names it.
    pub edges: Edges,
    /// Whether the derivative is drawn.
    pub deriv: bool,
    /// What else is drawn.
    pub extras: Extras,
    /// Which text of the lesson, by its name.
    pub chapter: &'static str,
    /// Where in it: the id of a section, empty for the beginning.
    pub section: String,
    /// What the functions of the gallery have in common.
    pub only: Traits,
    /// Numbers of the view that differ from its own choice, in the view's order.
    knobs: Vec<(&'static Knob, f64)>,
    /// Lists of the view that differ from its own choice, in the view's order.
    lists: Vec<(&'static List, Vec<f64>)>,
    /// The language, if the address names one.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// Whether the page is a part of another.
    pub embed: bool,
    /// What is not shown.
    pub hidden: Hidden,
    /// Whether wheel and fingers zoom, if the address says so.
    pub zoom: Option<bool>,
    /// Whether demonstrations start by themselves, if the address says so.
    pub autoplay: Option<bool>,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            view: View::default(),
            building: false,
            act: default_function(View::default()),
            compared: Vec::new(),
            params: Vec::new(),
            x: None,
            edges: Edges::default(),
            deriv: true,
            extras: Extras::default(),
            chapter: CHAPTERS[0],
            section: String::new(),
            only: Traits::default(),
            knobs: Vec::new(),
            lists: Vec::new(),
            lang: None,
            theme: Theme::default(),
            embed: false,
            hidden: Hidden::default(),
            zoom: None,
            autoplay: None,
        }
    }
}

/// The function a view shows when none is named.
fn default_function(view: View) -> &'static Activation {
    by_id(view.own_function().unwrap_or("relu")).unwrap_or(ALL[0])
}

impl ViewState {
    /// This state without what its view does not show: what a link to it should say.
    #[must_use]
    pub fn shown(&self) -> Self {
        let mut state = self.clone();
        let of_function = |act: &Activation| *act == *self.act;
        if self.view != View::Learn {
            (state.chapter, state.section) = (CHAPTERS[0], String::new());
        }
        if self.view != View::Gallery {
            state.only = Traits::default();
        }
        match self.view {
            View::Gallery => {
                (state.x, state.edges, state.extras) = Default::default();
                state.compared.clear();
            }
            View::Function => {
                state.params.retain(|(act, _)| of_function(act));
                state.compared.clear();
                (state.extras.difference, state.extras.values) = (false, true);
                let own = knob::of_function(self.act.id);
                state.knobs.retain(|(knob, _)| own.contains(knob));
            }
            View::Compare => {
                let shown = state.compared();
                state.params.retain(|(act, _)| shown.contains(act));
                state.act = default_function(self.view);
                let Extras { equal, values, difference, .. } = self.extras;
                state.extras = Extras { equal, values, difference, ..Extras::default() };
            }
            View::Learn | View::Choose | View::Evidence => {
                state.alone();
                (state.deriv, state.params) = (true, Vec::new());
                if self.view != View::Evidence {
                    state.act = default_function(self.view);
                }
            }
            View::Neuron | View::Linear | View::Saturation => {
                state.params.retain(|(act, _)| of_function(act));
                state.alone();
            }
            View::Softmax => {
                state.params.retain(|(act, _)| of_function(act));
                state.alone();
                state.deriv = true;
            }
            View::Maxout => {
                let (x, edges) = (state.x, state.edges);
                state.params.clear();
                state.alone();
                (state.x, state.edges, state.deriv) = (x, edges, true);
            }
            View::Zigzag => {
                let other = state.other_run();
                state.params.retain(|(act, _)| of_function(act) || *act == other);
                state.compared.truncate(1);
                (state.x, state.edges, state.extras) = Default::default();
            }
            View::Embed => {}
            View::Kink => {
                state.params.retain(|(act, _)| of_function(act) || act.id == "softplus");
                let edges = state.edges;
                state.alone();
                state.edges = edges;
            }
        }
        state
    }

    /// Without what only plots of functions have.
    fn alone(&mut self) {
        (self.x, self.edges, self.extras) = Default::default();
        self.compared.clear();
    }

    /// The function of the second run of the zig-zag.
    #[must_use]
    pub fn other_run(&self) -> &'static Activation {
        self.compared.first().copied().or_else(|| by_id("tanh")).unwrap_or(ALL[0])
    }

    /// Takes over what this state leaves open from the state before it: the language, the theme,
    /// how the page is embedded, the place in the lesson, and the parameters of functions other than
    /// the chosen one.
    pub fn keep(&mut self, before: &Self) {
        self.lang = self.lang.or(before.lang);
        if self.theme == Theme::default() {
            self.theme = before.theme;
        }
        self.embed |= before.embed;
        if self.building || !before.building {
            (self.zoom, self.autoplay) =
                (self.zoom.or(before.zoom), self.autoplay.or(before.autoplay));
            if self.hidden == Hidden::default() {
                self.hidden = before.hidden;
            }
        }
        if self.view != View::Learn {
            // So that the way back to the lesson leads to where one was.
            (self.chapter, self.section) = (before.chapter, before.section.clone());
        }
        if self.view != View::Gallery {
            self.only = before.only;
        }
        if !matches!(self.view, View::Compare | View::Zigzag) && self.compared.is_empty() {
            self.compared.clone_from(&before.compared);
        }
        for (act, values) in &before.params {
            if *act != self.act && !self.params.iter().any(|(a, _)| a == act) {
                self.set_params(act, values.clone());
            }
        }
    }

    /// The functions of the comparison; never none.
    #[must_use]
    pub fn compared(&self) -> Vec<&'static Activation> {
        if !self.compared.is_empty() {
            return self.compared.clone();
        }
        ["relu", "elu", "gelu"].iter().filter_map(|id| by_id(id)).collect()
    }

    /// What the view is of, if not of itself: the function with its parameters, or the functions of
    /// the comparison.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        match self.view {
            View::Function => {
                let set = self.act.params.iter().zip(self.params(self.act));
                let set: Vec<_> = set
                    .filter(|(param, value)| *value != param.default)
                    .map(|(param, value)| format!("{} = {}", param.symbol, brief(value, 6)))
                    .collect();
                let name = self.act.name;
                Some(if set.is_empty() {
                    name.into()
                } else {
                    format!("{name} ({})", set.join(", "))
                })
            }
            View::Compare => {
                let names: Vec<_> = self.compared().iter().map(|act| act.name).collect();
                Some(names.join(", "))
            }
            _ => None,
        }
    }

    /// The window the view has unless the address names another: that of the chosen function, or
    /// one that shows every function of the comparison.
    #[must_use]
    pub fn own_window(&self) -> Window {
        match self.view {
            View::Compare => {}
            View::Kink => return Window::new(-2.0, 2.0, -0.5, 1.5),
            _ => return self.act.window,
        }
        let all = self.compared();
        let mut window = all.first().map_or(self.act.window, |act| act.window);
        for act in all {
            let w = act.window;
            window = Window::new(
                window.x_min.min(w.x_min),
                window.x_max.max(w.x_max),
                window.y_min.min(w.y_min),
                window.y_max.max(w.y_max),
            );
        }
        window
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

    /// The value of a number of this view.
    #[must_use]
    pub fn knob(&self, knob: &'static Knob) -> f64 {
        let set = self.knobs.iter().find(|(k, _)| *k == knob);
        let own = || self.view.knobs().iter().find(|(k, _)| *k == knob);
        set.or_else(own).map_or(knob.min, |(_, value)| *value)
    }

    /// Sets a number of this view, made valid. Nothing happens if the view has no such number.
    pub fn set_knob(&mut self, knob: &'static Knob, value: f64) {
        let Some(place) = self.view.knobs().iter().position(|(k, _)| *k == knob) else { return };
        let own = self.view.knobs()[place].1;
        let value = if value.is_finite() { knob.clamp(value) } else { own };
        self.knobs.retain(|(k, _)| *k != knob);
        if value != own {
            self.knobs.push((knob, value));
            let place = |knob| self.view.knobs().iter().position(|(k, _)| *k == knob);
            sort_by_key(&mut self.knobs, |(knob, _)| place(*knob).unwrap_or_default() as f64);
        }
    }

    /// The entries of a list of this view.
    #[must_use]
    pub fn list(&self, list: &'static List) -> Vec<f64> {
        if let Some((_, values)) = self.lists.iter().find(|(l, _)| *l == list) {
            return values.clone();
        }
        let own = self.view.lists().iter().find(|(l, _)| *l == list);
        own.map_or_else(Vec::new, |(_, values)| values.to_vec())
    }

    /// Sets a list of this view; what is no usable list leaves it at the view's own.
    pub fn set_list(&mut self, list: &'static List, mut values: Vec<f64>) {
        let Some(place) = self.view.lists().iter().position(|(l, _)| *l == list) else { return };
        values.truncate(list.most);
        for value in &mut values {
            *value = within(*value, -list.largest, list.largest) + 0.0;
        }
        self.lists.retain(|(l, _)| *l != list);
        let sound = values.len() >= list.fewest && values.iter().all(|v| v.is_finite());
        if sound && values != self.view.lists()[place].1 {
            self.lists.push((list, values));
            let place = |list| self.view.lists().iter().position(|(l, _)| *l == list);
            sort_by_key(&mut self.lists, |(list, _)| place(*list).unwrap_or_default() as f64);
        }
    }

    /// Goes to another view; what only the old one had is left behind, and so is a function that
    /// the new one does not show. [`View::Embed`] shows how to embed what was there before.
    pub fn set_view(&mut self, view: View) {
        if view == View::Embed {
            self.building = true;
            return;
        }
        if std::mem::take(&mut self.building) {
            (self.hidden, self.zoom, self.autoplay) = Default::default();
        }
        self.set_subject(view);
    }

    /// Goes to another view, or embeds another if that is what is shown.
    pub fn set_subject(&mut self, view: View) {
        if self.view != view && view != View::Embed {
            self.view = view;
            if view.functions().is_empty() && view.own_function().is_some() {
                self.act = default_function(view);
                self.compared.clear();
            }
            self.knobs.clear();
            self.lists.clear();
        }
        if !view.shows(self.act) {
            self.act = default_function(view);
        }
    }
}
