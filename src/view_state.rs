//! The URL grammar: what the page shows, from a query string and back, without a browser.
//!
//! Parsing never fails. What cannot be used falls back to its default and leaves a [`Notice`];
//! unknown keys are dropped. For every state, parsing its query gives the same state.

use crate::activation::{ALL, Activation, by_id};
use crate::numeric::decimal;
use crate::numeric::format::shortest;
use crate::numeric::order::sort_by_key;
use crate::text::Lang;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// Which view.
    pub view: View,
    /// The chosen function, `fn`.
    pub act: &'static Activation,
    /// Parameters that differ from their defaults, in the order of the catalogue.
    params: Vec<(&'static Activation, Vec<f64>)>,
    /// Where the probe is.
    pub x: Option<f64>,
    /// Whether the derivative is drawn.
    pub deriv: bool,
    /// The language, if the address names one.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
}

/// The views of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Every function, small.
    #[default]
    Gallery,
    /// One function, large.
    Function,
}

/// How the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark on white.
    Light,
    /// Light on near-black.
    Dark,
    /// Large, thick, high contrast.
    Projector,
}

/// Something in an address that was not used as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key, shortened.
    pub key: String,
    /// The value, shortened.
    pub value: String,
    /// What is wrong with it.
    pub why: Why,
}

/// Why a value was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Not one of the choices.
    NoSuchChoice,
    /// Not a finite number.
    NotANumber,
    /// The address is longer than [`MAX_LENGTH`].
    TooLong,
}

/// The longest query that is read, in bytes.
pub const MAX_LENGTH: usize = 2048;

/// A choice that a key's value names.
pub trait Choice: Copy + PartialEq + Default + 'static {
    /// Every choice with its name in the address.
    const NAMES: &'static [(Self, &'static str)];

    /// The choice called `name`.
    #[must_use]
    fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, n)| n.eq_ignore_ascii_case(name)).map(|(c, _)| *c)
    }

    /// The name of this choice.
    #[must_use]
    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(c, _)| *c == self).map_or("", |(_, n)| n)
    }
}

impl Choice for View {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Gallery, "gallery"), (Self::Function, "function")];
}

impl Choice for Theme {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Auto, "auto"),
        (Self::Light, "light"),
        (Self::Dark, "dark"),
        (Self::Projector, "projector"),
    ];
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            view: View::default(),
            act: default_function(),
            params: Vec::new(),
            x: None,
            deriv: true,
            lang: None,
            theme: Theme::default(),
        }
    }
}

/// The function shown when none is named.
fn default_function() -> &'static Activation {
    by_id("relu").unwrap_or(ALL[0])
}

impl ViewState {
    /// Reads a query string, with or without its leading `?` or `#`.
    #[must_use]
    pub fn parse(query: &str) -> (Self, Vec<Notice>) {
        let mut reader = Reader { state: Self::default(), notices: Vec::new() };
        let pairs = reader.pairs(query);
        // The function first: it decides what a bare parameter name means.
        if let Some((_, id)) = pairs.iter().find(|(key, _)| key == "fn") {
            match by_id(&id.to_ascii_lowercase()) {
                Some(act) => reader.state.act = act,
                None => reader.notice("fn", id, Why::NoSuchChoice),
            }
        }
        for (key, value) in &pairs {
            reader.read(key, value);
        }
        let Reader { mut state, notices } = reader;
        for (act, values) in std::mem::take(&mut state.params) {
            state.set_params(act, values);
        }
        (state, notices)
    }

    /// The query string that [`parse`](Self::parse) reads back as this state; empty for defaults.
    #[must_use]
    pub fn query(&self) -> String {
        let default = Self::default();
        let mut out = form_urlencoded::Serializer::new(String::new());
        if self.view != default.view {
            out.append_pair("view", self.view.name());
        }
        if self.act != default.act {
            out.append_pair("fn", self.act.id);
        }
        for (act, values) in &self.params {
            for (param, value) in act.params.iter().zip(values) {
                if *value == param.default {
                    continue;
                }
                let own = *act == self.act;
                let key =
                    if own { param.name.to_owned() } else { format!("{}.{}", act.id, param.name) };
                out.append_pair(&key, &shortest(*value));
            }
        }
        if let Some(x) = self.x {
            out.append_pair("x", &shortest(x));
        }
        if self.deriv != default.deriv {
            out.append_pair("deriv", "0");
        }
        if let Some(lang) = self.lang {
            out.append_pair("lang", lang.code());
        }
        if self.theme != default.theme {
            out.append_pair("theme", self.theme.name());
        }
        out.finish()
    }

    /// This state without what its view does not show: what a link to it should say.
    #[must_use]
    pub fn shown(&self) -> Self {
        let mut state = self.clone();
        match self.view {
            View::Gallery => state.x = None,
            View::Function => state.params.retain(|(act, _)| *act == self.act),
        }
        state
    }

    /// Takes over what this state leaves open from the state before it: the language, the theme
    /// and the parameters of functions other than the chosen one.
    pub fn keep(&mut self, before: &Self) {
        self.lang = self.lang.or(before.lang);
        if self.theme == Theme::default() {
            self.theme = before.theme;
        }
        for (act, values) in &before.params {
            if *act != self.act && !self.params.iter().any(|(a, _)| a == act) {
                self.set_params(act, values.clone());
            }
        }
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
}

struct Reader {
    state: ViewState,
    notices: Vec<Notice>,
}

impl Reader {
    /// The key–value pairs of a query; of equal keys the first counts.
    fn pairs(&mut self, query: &str) -> Vec<(String, String)> {
        let mut text = query.trim_start_matches(['?', '#']);
        if text.len() > MAX_LENGTH {
            let end = text.floor_char_boundary(MAX_LENGTH);
            // A pair that is cut in two would be read as something else.
            text = text[..end].rsplit_once('&').map_or("", |(whole, _)| whole);
            self.notice("", "", Why::TooLong);
        }
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            let key = key.to_ascii_lowercase();
            if !pairs.iter().any(|(k, _)| *k == key) {
                pairs.push((key, value.into_owned()));
            }
        }
        pairs
    }

    fn read(&mut self, key: &str, value: &str) {
        match key {
            "view" => self.state.view = self.choice(key, value),
            "theme" => self.state.theme = self.choice(key, value),
            "lang" => self.state.lang = Some(Lang::from_tag(value)),
            "locale" => {
                self.state.lang.get_or_insert(Lang::from_tag(value));
            }
            "x" => self.state.x = self.number(key, value),
            "deriv" => self.state.deriv = self.switch(key, value, true),
            "fn" => {}
            _ => self.parameter(key, value),
        }
    }

    /// A bare parameter name of the chosen function, or `id.name` of any.
    fn parameter(&mut self, key: &str, value: &str) {
        let (act, name) = match key.split_once('.') {
            Some((id, name)) => (by_id(id), name),
            None => (Some(self.state.act), key),
        };
        let Some(act) = act else { return };
        let Some(index) = act.param_index(name) else {
            return;
        };
        let Some(number) = self.number(key, value) else {
            return;
        };
        let mut values = self.state.params(act);
        values[index] = act.params[index].clamp(number);
        // Not made to agree yet: that must not depend on the order in the address.
        self.state.params.retain(|(a, _)| *a != act);
        self.state.params.push((act, values));
    }

    fn choice<C: Choice>(&mut self, key: &str, value: &str) -> C {
        C::parse(value).unwrap_or_else(|| {
            self.notice(key, value, Why::NoSuchChoice);
            C::default()
        })
    }

    fn number(&mut self, key: &str, value: &str) -> Option<f64> {
        let number = decimal::parse(value);
        if number.is_none() {
            self.notice(key, value, Why::NotANumber);
        }
        number
    }

    fn switch(&mut self, key: &str, value: &str, default: bool) -> bool {
        match value {
            "0" | "false" => false,
            "1" | "true" => true,
            _ => {
                self.notice(key, value, Why::NoSuchChoice);
                default
            }
        }
    }

    fn notice(&mut self, key: &str, value: &str, why: Why) {
        let short = |text: &str| {
            let mut short: String = text.chars().take(40).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            short
        };
        self.notices.push(Notice { key: short(key), value: short(value), why });
    }
}
