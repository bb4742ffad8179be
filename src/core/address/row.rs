//! The row of a key that several views read: its kind of value, and reading, writing and clearing
//! it.

use super::notice::Why;
use super::settings::Settings;
use super::view::View;
use crate::numeric::decimal;
use crate::numeric::format::shortest;

/// A key that several views read.
pub(super) struct Shared {
    pub(super) name: &'static str,
    /// Its meaning, for the table of keys; empty in the page.
    pub(super) about: &'static str,
    /// Whether a view reads it; a link to one that does not leaves it out.
    pub(super) read_by: fn(&View) -> bool,
    pub(super) section: Section,
    value: Value,
}

/// A section of an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Before the parameters.
    Text,
    /// After the parameters.
    Plot,
    /// At the end.
    Look,
}

/// The kinds of values.
pub(super) enum Value {
    /// 0 or 1.
    Switch { at: fn(&mut Settings) -> &mut bool, usual: bool },
    /// Likewise, with a usual value that depends on the rest.
    Maybe {
        at: fn(&mut Settings) -> &mut Option<bool>,
        words: [&'static str; 2],
        in_force: fn(&Settings) -> bool,
    },
    /// A finite number, or none.
    Number { at: fn(&mut Settings) -> &mut Option<f64>, in_force: fn(&Settings) -> Option<f64> },
    /// Anything else.
    Other {
        /// The text; empty for the default.
        get: fn(&Settings) -> String,
        /// The text with a default spelt out.
        full: fn(&Settings) -> String,
        set: fn(&mut Settings, &str, &mut Unused),
        clear: fn(&mut Settings),
    },
}

/// Values that could not be used, each with the reason.
pub(super) type Unused = Vec<(String, Why)>;

/// `text` natively; empty in the page, which has no use for it.
pub(super) const fn told(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

pub(super) const fn text(
    name: &'static str,
    about: &'static str,
    read_by: fn(&View) -> bool,
    value: Value,
) -> Shared {
    Shared { name, about: told(about), read_by, section: Section::Text, value }
}

pub(super) const fn plot(
    name: &'static str,
    about: &'static str,
    read_by: fn(&View) -> bool,
    value: Value,
) -> Shared {
    Shared { name, about: told(about), read_by, section: Section::Plot, value }
}

pub(super) const fn look(
    name: &'static str,
    about: &'static str,
    read_by: fn(&View) -> bool,
    value: Value,
) -> Shared {
    Shared { name, about: told(about), read_by, section: Section::Look, value }
}

pub(super) const fn edge(
    name: &'static str,
    about: &'static str,
    at: fn(&mut Settings) -> &mut Option<f64>,
    in_force: fn(&Settings) -> Option<f64>,
) -> Shared {
    plot(name, about, |v| v.reads.window, Value::Number { at, in_force })
}

pub(super) const fn switch(
    name: &'static str,
    about: &'static str,
    read_by: fn(&View) -> bool,
    at: fn(&mut Settings) -> &mut bool,
    usual: bool,
) -> Shared {
    plot(name, about, read_by, Value::Switch { at, usual })
}

/// The texts of 0 and 1.
const BITS: [&str; 2] = ["0", "1"];

impl Shared {
    /// The key's value as text, if it is not at its default. The state is only read, not changed.
    pub(super) fn get(&self, state: &mut Settings) -> Option<String> {
        match &self.value {
            Value::Switch { at, usual } => {
                let on = *at(state);
                (on != *usual).then(|| BITS[usize::from(on)].to_owned())
            }
            Value::Maybe { at, words, .. } => at(state).map(|on| words[usize::from(on)].to_owned()),
            Value::Number { at, .. } => at(state).map(shortest),
            Value::Other { get, .. } => Some(get(state)).filter(|text| !text.is_empty()),
        }
    }

    /// The value in force as text, at its default or not.
    pub(super) fn full(&self, state: &mut Settings) -> String {
        match &self.value {
            Value::Switch { at, .. } => BITS[usize::from(*at(state))].to_owned(),
            Value::Maybe { words, in_force, .. } => words[usize::from(in_force(state))].to_owned(),
            Value::Number { in_force, .. } => in_force(state).map(shortest).unwrap_or_default(),
            Value::Other { full, .. } => full(state),
        }
    }

    /// Sets the key to the value that a text names.
    pub(super) fn set(&self, state: &mut Settings, value: &str, unused: &mut Unused) {
        match &self.value {
            Value::Switch { at, usual } => *at(state) = switched(value, unused).unwrap_or(*usual),
            Value::Maybe { at, .. } => *at(state) = switched(value, unused),
            // Written by `full` where there is none.
            Value::Number { .. } if value.is_empty() && self.name == "x" => {}
            Value::Number { at, .. } => {
                let number = decimal::parse(value);
                if number.is_none() {
                    unused.push((value.to_owned(), Why::NotANumber));
                }
                *at(state) = number;
            }
            Value::Other { set, .. } => set(state, value, unused),
        }
    }

    /// Sets the key to its default.
    pub(super) fn clear(&self, state: &mut Settings) {
        match &self.value {
            Value::Switch { at, usual } => *at(state) = *usual,
            Value::Maybe { at, .. } => *at(state) = None,
            Value::Number { at, .. } => *at(state) = None,
            Value::Other { clear, .. } => clear(state),
        }
    }
}

fn switched(value: &str, unused: &mut Unused) -> Option<bool> {
    let on = switch_word(value);
    if on.is_none() {
        unused.push((value.to_owned(), Why::NoSuchChoice));
    }
    on
}

/// The state of a switch that a text names.
pub(super) fn switch_word(value: &str) -> Option<bool> {
    match value {
        "0" | "false" | "off" => Some(false),
        "1" | "true" | "on" => Some(true),
        _ => None,
    }
}
