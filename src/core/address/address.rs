//! The state of the page, and the ways to change it.

use super::shared::SHARED;
use super::{Hidden, Settings, Theme, View};
use crate::activation::{ALL, Activation};
use crate::numeric::format::brief;
use crate::numeric::order::sort_by_key;
use std::ops::{Deref, DerefMut};

/// The state of the page: its settings, which this derefs to, and the parameters of functions.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    settings: Settings,
    /// Parameters that differ from their defaults, in the order of the catalogue.
    pub(super) params: Vec<(&'static Activation, Vec<f64>)>,
}

impl Deref for Address {
    type Target = Settings;

    fn deref(&self) -> &Settings {
        &self.settings
    }
}

impl DerefMut for Address {
    fn deref_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }
}

impl Address {
    /// A view as it is at the start.
    #[must_use]
    pub fn new(view: &'static View) -> Self {
        Self { settings: Settings::new(view), params: Vec::new() }
    }

    /// This state without the settings its view does not show: the state for a link.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let mut state = self.clone();
        let (view, reads) = (self.view, &self.view.reads);
        for row in SHARED.iter().filter(|row| !(row.read_by)(view)) {
            row.clear(&mut state);
        }
        let mut shown = self.beside();
        if reads.function {
            shown.push(self.act);
        } else {
            state.act = view.own_function();
        }
        state.compared.truncate(view.most_compared);
        state.params.retain(|(act, _)| {
            (reads.every_param && act.own.is_none()) || (reads.params && shown.contains(act))
        });
        if !state.names_own() {
            state.typed = None;
        }
        state.own.retain(|(key, _)| (view.concerns)(key, self.act));
        state
    }

    /// Takes over from the state before it the settings this one leaves open: the language, the
    /// theme, how the page is embedded, the place in the lesson, and the parameters of functions
    /// other than the chosen one.
    pub fn carry_over(&mut self, before: &Self) {
        self.lang = self.lang.or(before.lang);
        if self.theme == Theme::default() {
            self.theme = before.theme;
        }
        self.embed |= before.embed;
        if self.ratio == 1.0 {
            self.ratio = before.ratio;
        }
        if self.builder.is_some() || before.builder.is_none() {
            (self.zoom, self.autoplay) =
                (self.zoom.or(before.zoom), self.autoplay.or(before.autoplay));
            if self.hidden == Hidden::default() {
                self.hidden = before.hidden;
            }
        }
        if !self.view.reads.chapter {
            // The way back to the lesson leads to the same place.
            (self.chapter, self.section) = (before.chapter, before.section.clone());
        }
        if !self.view.reads.only {
            self.only = before.only;
        }
        if !self.view.reads.deriv {
            self.deriv = before.deriv;
        }
        if self.view.most_compared == 0 && self.compared.is_empty() {
            self.compared.clone_from(&before.compared);
            let mut typed = self.typed;
            for act in self.compared.iter_mut().filter(|act| act.own.is_some()) {
                *act = typed.get_or_insert(act);
            }
            self.typed = typed;
        }
        for (act, values) in &before.params {
            let lost = act.own.is_some() && !self.compared.contains(act);
            if *act != self.act && !lost && !self.params.iter().any(|(a, _)| a == act) {
                self.set_params(act, values.clone());
            }
        }
    }

    /// The functions that the view is named by; none for a view with a name of its own.
    #[must_use]
    pub fn subjects(&self) -> Vec<&'static Activation> {
        match (self.view.named_by_functions, self.view.reads.function) {
            (false, _) => Vec::new(),
            (true, true) => vec![self.act],
            (true, false) => self.beside(),
        }
    }

    /// The subject of the view, if not the view itself: the function with its parameters, or the
    /// functions of the comparison.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        let subjects = self.subjects();
        let [act] = subjects[..] else {
            let names: Vec<_> = subjects.iter().map(|act| act.name).collect();
            return (!names.is_empty()).then(|| names.join(", "));
        };
        let set = act.params.iter().zip(self.params(act));
        let set: Vec<_> = set
            .filter(|(param, value)| self.view.reads.function && *value != param.default)
            .map(|(param, value)| format!("{} = {}", param.symbol, brief(value, 6)))
            .collect();
        let name = act.name;
        Some(if set.is_empty() { name.into() } else { format!("{name} ({})", set.join(", ")) })
    }

    /// The current parameters of `act`.
    #[must_use]
    pub fn params(&self, act: &'static Activation) -> Vec<f64> {
        let changed = self.params.iter().find(|(a, _)| *a == act);
        changed.map_or_else(|| act.defaults(), |(_, values)| values.clone())
    }

    /// Sets the parameters of `act`, made valid; missing ones are defaults. Of two that contradict
    /// each other the last gives way.
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

    /// Sets one parameter of `act`, made valid. The others stay: where it would contradict them, it
    /// stops. Nothing happens if there is none at `index`.
    pub fn set_param(&mut self, act: &'static Activation, index: usize, value: f64) {
        let mut values = self.params(act);
        if let Some(param) = act.params.get(index) {
            values[index] = param.clamp(value);
            values[index] = (act.stop)(&values, index);
            self.set_params(act, values);
        }
    }
}
