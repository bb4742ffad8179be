//! Keys that several views read: a row says all there is to know of one.

use super::notice::Why;
use super::{Address, Choice, LARGEST_SHADE, MOST_COMPARED, Reads, Several, Theme};
use crate::activation::{ALL, by_id};
use crate::chapters::{CHAPTERS, chapter_named};
use crate::lang::Lang;
use crate::numeric::decimal;
use crate::numeric::format::shortest;

/// A key that several views read.
pub(super) struct Shared {
    pub(super) name: &'static str,
    /// Whether a view reads it; a link to one that does not leaves it out.
    pub(super) read_by: fn(&Reads) -> bool,
    pub(super) place: Place,
    value: Value,
}

/// The place of a key in an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the parameters.
    Text,
    /// After the parameters.
    Plot,
    /// At the end.
    Look,
}

/// The kinds of values.
enum Value {
    /// 0 or 1.
    Switch { at: fn(&mut Address) -> &mut bool, usual: bool },
    /// Likewise, with a usual value that depends on the rest.
    Maybe {
        at: fn(&mut Address) -> &mut Option<bool>,
        words: [&'static str; 2],
        in_force: fn(&Address) -> bool,
    },
    /// A finite number, or none.
    Number { at: fn(&mut Address) -> &mut Option<f64>, in_force: fn(&Address) -> Option<f64> },
    /// Anything else.
    Other {
        /// The text; empty for the default.
        get: fn(&Address) -> String,
        /// The text with a default spelt out.
        full: fn(&Address) -> String,
        set: fn(&mut Address, &str, &mut Unused),
        clear: fn(&mut Address),
    },
}

/// Values that could not be used, each with the reason.
pub(super) type Unused = Vec<(String, Why)>;

/// Whether a key is one that every view understands.
#[cfg(test)]
pub(crate) fn is_shared(name: &str) -> bool {
    ["view", "show", "fn", "v", "locale"].contains(&name)
        || SHARED.iter().any(|row| row.name == name)
}

const ALWAYS: fn(&Reads) -> bool = |_| true;

/// Every such key, in the order of an address.
pub(super) static SHARED: &[Shared] = &[
    text(
        "chapter",
        |r| r.chapter,
        Value::Other {
            get: |a| if a.chapter == CHAPTERS[0] { String::new() } else { a.chapter.to_owned() },
            full: |a| a.chapter.to_owned(),
            set: |a, value, unused| match chapter_named(value) {
                Some(place) => a.chapter = CHAPTERS[place],
                None => unused.push((value.to_owned(), Why::NoSuchChoice)),
            },
            clear: |a| a.chapter = CHAPTERS[0],
        },
    ),
    text(
        "section",
        |r| r.chapter,
        Value::Other {
            get: |a| a.section.clone(),
            full: |a| a.section.clone(),
            set: |a, value, unused| {
                if is_section(value) {
                    value.clone_into(&mut a.section);
                } else {
                    unused.push((value.to_owned(), Why::NoSuchChoice));
                }
            },
            clear: |a| a.section.clear(),
        },
    ),
    text(
        "cmp",
        ALWAYS,
        Value::Other {
            get: |a| ids(&a.compared),
            full: |a| if a.view.most_compared > 0 { ids(&a.beside()) } else { String::new() },
            set: compare,
            // The view cuts it to what it shows.
            clear: |_| {},
        },
    ),
    plot("x", |r| r.probe, Value::Number { at: |a| &mut a.x, in_force: |a| a.x }),
    edge("xmin", |a| &mut a.edges.x_min, |a| Some(a.window().x_min)),
    edge("xmax", |a| &mut a.edges.x_max, |a| Some(a.window().x_max)),
    edge("ymin", |a| &mut a.edges.y_min, |a| Some(a.window().y_min)),
    edge("ymax", |a| &mut a.edges.y_max, |a| Some(a.window().y_max)),
    switch("deriv", |r| r.deriv, |a| &mut a.deriv, true),
    switch("second", |r| r.details, |a| &mut a.extras.second, false),
    switch("tangent", |r| r.details, |a| &mut a.extras.tangent, true),
    switch("equal", |r| r.equal, |a| &mut a.extras.equal, false),
    switch("axis2", |r| r.details, |a| &mut a.extras.own_axis, false),
    switch("f", |r| r.differences, |a| &mut a.extras.values, true),
    switch("diff", |r| r.differences, |a| &mut a.extras.difference, false),
    switch("embed", ALWAYS, |a| &mut a.embed, false),
    plot(
        "shade",
        |r| r.details,
        Value::Other {
            get: |a| if a.extras.shade == 0.0 { String::new() } else { shortest(a.extras.shade) },
            full: |a| shortest(a.extras.shade),
            set: |a, value, unused| {
                let shade = decimal::parse(value);
                if shade.is_none() {
                    unused.push((value.to_owned(), Why::NotANumber));
                }
                a.extras.shade = shade.unwrap_or(0.0).clamp(0.0, LARGEST_SHADE) + 0.0;
            },
            clear: |a| a.extras.shade = 0.0,
        },
    ),
    look(
        "lang",
        ALWAYS,
        Value::Other {
            get: |a| a.lang.map(Lang::code).unwrap_or_default().to_owned(),
            full: |a| a.lang.unwrap_or_default().code().to_owned(),
            set: |a, value, _| a.lang = Some(Lang::from_tag(value)),
            clear: |a| a.lang = None,
        },
    ),
    look(
        "theme",
        ALWAYS,
        Value::Other {
            get: |a| {
                if a.theme == Theme::default() { String::new() } else { a.theme.name().to_owned() }
            },
            full: |a| a.theme.name().to_owned(),
            set: |a, value, unused| {
                let theme = Theme::parse(value);
                if theme.is_none() {
                    unused.push((value.to_owned(), Why::NoSuchChoice));
                }
                a.theme = theme.unwrap_or_default();
            },
            clear: |a| a.theme = Theme::default(),
        },
    ),
    look(
        "only",
        |r| r.only,
        Value::Other {
            get: |a| a.only.names(),
            full: |a| a.only.names(),
            set: |a, value, unused| a.only = several(value, unused),
            clear: |a| a.only = Several::default(),
        },
    ),
    look(
        "hide",
        ALWAYS,
        Value::Other {
            get: |a| a.hidden.names(),
            full: |a| a.hidden.names(),
            set: |a, value, unused| a.hidden = several(value, unused),
            clear: |a| a.hidden = Several::default(),
        },
    ),
    look(
        "zoom",
        ALWAYS,
        Value::Maybe { at: |a| &mut a.zoom, words: ["off", "on"], in_force: Address::zooms },
    ),
    look(
        "autoplay",
        ALWAYS,
        Value::Maybe { at: |a| &mut a.autoplay, words: ["0", "1"], in_force: Address::autoplays },
    ),
];

const fn text(name: &'static str, read_by: fn(&Reads) -> bool, value: Value) -> Shared {
    Shared { name, read_by, place: Place::Text, value }
}

const fn plot(name: &'static str, read_by: fn(&Reads) -> bool, value: Value) -> Shared {
    Shared { name, read_by, place: Place::Plot, value }
}

const fn look(name: &'static str, read_by: fn(&Reads) -> bool, value: Value) -> Shared {
    Shared { name, read_by, place: Place::Look, value }
}

const fn edge(
    name: &'static str,
    at: fn(&mut Address) -> &mut Option<f64>,
    in_force: fn(&Address) -> Option<f64>,
) -> Shared {
    plot(name, |r| r.window, Value::Number { at, in_force })
}

const fn switch(
    name: &'static str,
    read_by: fn(&Reads) -> bool,
    at: fn(&mut Address) -> &mut bool,
    usual: bool,
) -> Shared {
    plot(name, read_by, Value::Switch { at, usual })
}

/// The texts of 0 and 1.
const BITS: [&str; 2] = ["0", "1"];

impl Shared {
    /// The key's value as text, if it is not at its default. The state is only read.
    pub(super) fn get(&self, state: &mut Address) -> Option<String> {
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
    pub(super) fn full(&self, state: &mut Address) -> String {
        match &self.value {
            Value::Switch { at, .. } => BITS[usize::from(*at(state))].to_owned(),
            Value::Maybe { words, in_force, .. } => words[usize::from(in_force(state))].to_owned(),
            Value::Number { in_force, .. } => in_force(state).map(shortest).unwrap_or_default(),
            Value::Other { full, .. } => full(state),
        }
    }

    /// Sets it to what a text says.
    pub(super) fn set(&self, state: &mut Address, value: &str, unused: &mut Unused) {
        match &self.value {
            Value::Switch { at, usual } => *at(state) = switched(value, unused).unwrap_or(*usual),
            Value::Maybe { at, .. } => *at(state) = switched(value, unused),
            // As `full` writes that there is none.
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

    /// Sets it to its default.
    pub(super) fn clear(&self, state: &mut Address) {
        match &self.value {
            Value::Switch { at, usual } => *at(state) = *usual,
            Value::Maybe { at, .. } => *at(state) = None,
            Value::Number { at, .. } => *at(state) = None,
            Value::Other { clear, .. } => clear(state),
        }
    }
}

fn switched(value: &str, unused: &mut Unused) -> Option<bool> {
    match value {
        "0" | "false" | "off" => Some(false),
        "1" | "true" | "on" => Some(true),
        _ => {
            unused.push((value.to_owned(), Why::NoSuchChoice));
            None
        }
    }
}

fn several<C: Choice>(value: &str, unused: &mut Unused) -> Several<C> {
    let mut several = Several::default();
    for name in value.split(',').filter(|name| !name.is_empty()).take(C::NAMES.len()) {
        match C::parse(name) {
            Some(choice) => several = several.with(choice, true),
            None => unused.push((name.to_owned(), Why::NoSuchChoice)),
        }
    }
    several
}

fn compare(state: &mut Address, value: &str, unused: &mut Unused) {
    state.compared.clear();
    for id in value.split(',').filter(|id| !id.is_empty()).take(ALL.len()) {
        match by_id(&id.to_ascii_lowercase()) {
            Some(act) if !state.compared.contains(&act) => state.compared.push(act),
            Some(_) => {}
            None => unused.push((id.to_owned(), Why::NoSuchChoice)),
        }
    }
    if state.compared.len() > MOST_COMPARED {
        unused.push((value.to_owned(), Why::TooMany));
        state.compared.truncate(MOST_COMPARED);
    }
}

fn ids(acts: &[&crate::activation::Activation]) -> String {
    acts.iter().map(|act| act.id).collect::<Vec<_>>().join(",")
}

/// The longest id of a section, in bytes.
const LONGEST_SECTION: usize = 40;

/// Whether this can be the id of a section; which there are is known once the text is here.
fn is_section(value: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    value.len() <= LONGEST_SECTION && value.bytes().all(plain)
}
