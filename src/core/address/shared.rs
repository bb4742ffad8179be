//! The keys that several views read, a row each with all there is to know of it.

use super::choice::{Choice, Several, Theme};
use super::notice::Why;
use super::row::{Shared, Unused, Value, edge, look, plot, switch, text};
use super::settings::Settings;
use super::view::View;
use super::window::LARGEST_SHADE;
use crate::chapters::{CHAPTERS, chapter_named};
use crate::lang::Lang;
use crate::numeric::decimal;
use crate::numeric::format::shortest;

/// A shared key as the table of keys tells of it.
pub struct SharedKey {
    /// The key's name.
    pub name: &'static str,
    /// Its meaning.
    pub about: &'static str,
    /// Whether a view reads it.
    pub read_by: fn(&View) -> bool,
}

/// Every shared key but `view`, `show`, `fn` and `v`, in the order of an address.
pub fn shared_keys() -> impl Iterator<Item = SharedKey> {
    let of = |row: &Shared| SharedKey { name: row.name, about: row.about, read_by: row.read_by };
    SHARED.iter().map(of)
}

/// Whether a key is one that every view understands.
#[cfg(test)]
pub(crate) fn is_shared(name: &str) -> bool {
    ["view", "show", "fn", "v", "locale"].contains(&name)
        || SHARED.iter().any(|row| row.name == name)
}

const ALWAYS: fn(&View) -> bool = |_| true;

/// Every such key, in the order of an address.
pub(super) static SHARED: &[Shared] = &[
    text(
        "chapter",
        "the text of the lesson, by its name",
        |v| v.reads.chapter,
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
        "the place in it, by the id of its heading",
        |v| v.reads.chapter,
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
        "ids of functions with commas between them, at most 8",
        |v| v.most_compared > 0,
        Value::Other {
            get: |a| ids(&a.compared),
            full: |a| if a.view.most_compared > 0 { ids(&a.beside()) } else { String::new() },
            set: compare,
            clear: |a| a.compared.clear(),
        },
    ),
    plot(
        "x",
        "the place of the probe",
        |v| v.reads.probe,
        Value::Number { at: |a| &mut a.x, in_force: |a| a.x },
    ),
    edge("xmin", "the left edge of the window", |a| &mut a.edges.x_min, |a| Some(a.window().x_min)),
    edge("xmax", "its right edge", |a| &mut a.edges.x_max, |a| Some(a.window().x_max)),
    edge("ymin", "its bottom edge", |a| &mut a.edges.y_min, |a| Some(a.window().y_min)),
    edge("ymax", "its top edge", |a| &mut a.edges.y_max, |a| Some(a.window().y_max)),
    switch("deriv", "0 or 1: f′", |v| v.reads.deriv, |a| &mut a.deriv, true),
    switch("second", "0 or 1: f″", |v| v.reads.details, |a| &mut a.extras.second, false),
    switch(
        "tangent",
        "0 or 1: the tangent at the probe",
        |v| v.reads.details,
        |a| &mut a.extras.tangent,
        true,
    ),
    switch(
        "equal",
        "0 or 1: one unit is as long across as up",
        |v| v.reads.equal,
        |a| &mut a.extras.equal,
        false,
    ),
    switch(
        "axis2",
        "0 or 1: f′ and f″ have an axis of their own",
        |v| v.reads.details,
        |a| &mut a.extras.own_axis,
        false,
    ),
    switch(
        "f",
        "0 or 1: the functions themselves",
        |v| v.reads.differences,
        |a| &mut a.extras.values,
        true,
    ),
    switch(
        "diff",
        "0 or 1: differences to the first function",
        |v| v.reads.differences,
        |a| &mut a.extras.difference,
        false,
    ),
    switch("embed", "1: no page around the view", ALWAYS, |a| &mut a.embed, false),
    switch("present", "1: one figure fills the window", ALWAYS, |a| &mut a.present, false),
    plot(
        "shade",
        "ε: shades where |f′| < ε, from 0 to 1",
        |v| v.reads.details,
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
        "`en`, `zh`, or any BCP-47 tag; `locale` is the same",
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
        "`auto`, `light`, `dark`, `projector`",
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
        "traits with commas between them: `bounded`, `monotone`, `smooth`, `zero_centred`, `kink`, `saturates`",
        |v| v.reads.only,
        Value::Other {
            get: |a| a.only.names(),
            full: |a| a.only.names(),
            set: |a, value, unused| a.only = several(value, unused),
            clear: |a| a.only = Several::default(),
        },
    ),
    look(
        "hide",
        "parts with commas between them: `controls`, `formula`, `text`, `nav`, `links`",
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
        "`on` or `off`: fingers zoom and a mouse moves the window",
        ALWAYS,
        Value::Maybe { at: |a| &mut a.zoom, words: ["off", "on"], in_force: |a| a.zooms() },
    ),
    look(
        "autoplay",
        "0 or 1: demonstrations start by themselves",
        ALWAYS,
        Value::Maybe { at: |a| &mut a.autoplay, words: ["0", "1"], in_force: |a| a.autoplays() },
    ),
    look(
        "deck",
        "addresses with `|` between them, at most 24: the states of a lecture",
        ALWAYS,
        Value::Other {
            get: |a| a.deck.clone(),
            full: |a| a.deck.clone(),
            set: |a, value, _| value.clone_into(&mut a.deck),
            clear: |a| a.deck.clear(),
        },
    ),
    look(
        "ratio",
        "1 to 4: plots have so many times the pixels, where a host page enlarges the frame",
        ALWAYS,
        Value::Other {
            get: |a| if a.ratio == 1.0 { String::new() } else { shortest(a.ratio) },
            full: |a| shortest(a.ratio),
            set: |a, value, unused| match decimal::parse(value) {
                Some(ratio) if (1.0..=LARGEST_RATIO).contains(&ratio) => a.ratio = ratio,
                _ => unused.push((value.to_owned(), Why::NoSuchChoice)),
            },
            clear: |a| a.ratio = 1.0,
        },
    ),
];

fn several<C: Choice>(value: &str, unused: &mut Unused) -> Several<C> {
    let mut several = Several::default();
    for name in value.split(',').filter(|name| !name.is_empty()) {
        match C::parse(name) {
            Some(choice) => several = several.with(choice, true),
            None => unused.push((name.to_owned(), Why::NoSuchChoice)),
        }
    }
    several
}

fn compare(state: &mut Settings, value: &str, unused: &mut Unused) {
    state.compared.clear();
    let mut more = false;
    for id in value.split(',').filter(|id| !id.is_empty()) {
        match state.named(id) {
            Some(act)
                if !state.compared.contains(&act) && state.compared.len() < state.view.most() =>
            {
                state.compared.push(act);
            }
            Some(_) => more = true,
            None => unused.push((id.to_owned(), Why::NoSuchChoice)),
        }
    }
    if more {
        unused.push((value.to_owned(), Why::TooMany));
    }
}

fn ids(acts: &[&crate::activation::Activation]) -> String {
    acts.iter().map(|act| act.id).collect::<Vec<_>>().join(",")
}

/// The largest `ratio`: beyond it nobody sees a difference, and a canvas takes too much memory.
const LARGEST_RATIO: f64 = 4.0;

/// The longest id of a section, in bytes.
const LONGEST_SECTION: usize = 40;

/// Whether `value` has the form of a section's id; the ids that exist are known once the text is
/// fetched.
fn is_section(value: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    value.len() <= LONGEST_SECTION && value.bytes().all(plain)
}
