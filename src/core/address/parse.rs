//! Reading a query string: every key once, and a notice for each value that cannot be used.

use super::{Choice, Edges, LARGEST_SHADE, MOST_COMPARED, Several, View, ViewState};
use crate::activation::{ALL, Activation, by_id};
use crate::chapters::{CHAPTERS, chapter_named};
use crate::lang::Lang;
use crate::numeric::decimal;

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
    /// The edges of the window are not those of a rectangle that can be drawn.
    NoWindow,
    /// More entries than can be shown.
    TooMany,
    /// Fewer entries than there must be.
    TooFew,
    /// The address is longer than [`MAX_LENGTH`].
    TooLong,
}

/// The longest query that is read, in bytes.
pub const MAX_LENGTH: usize = 2048;
/// The longest id of a section, in bytes.
const LONGEST_SECTION: usize = 40;

impl ViewState {
    /// Reads a query string, with or without its leading `?` or `#`.
    #[must_use]
    pub fn parse(query: &str) -> (Self, Vec<Notice>) {
        let mut reader = Reader { state: Self::default(), notices: Vec::new() };
        let pairs = reader.pairs(query);
        // First what decides the meaning of the rest: the view and the function.
        if let Some((key, value)) = pairs.iter().find(|(key, _)| key == "view") {
            let view = reader.choice(key, value);
            reader.state.set_view(view);
            if view == View::Embed {
                let shown = pairs.iter().find(|(key, _)| key == "show");
                let shown = shown.map(|(key, value)| reader.choice(key, value));
                // Building an embed of building an embed would have no end.
                let shown = shown.filter(|view| *view != View::Embed);
                reader.state.set_subject(shown.unwrap_or(View::Function));
            }
        }
        if let Some((key, id)) = pairs.iter().find(|(key, _)| key == "fn") {
            match by_id(&id.to_ascii_lowercase()) {
                Some(act) if reader.state.view.shows(act) => reader.state.act = act,
                _ => reader.notice(key, id, Why::NoSuchChoice),
            }
        }
        for (key, value) in &pairs {
            reader.read(key, value);
        }
        reader.settle()
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
            "view" | "show" | "fn" | "v" => {}
            "theme" => self.state.theme = self.choice(key, value),
            "lang" => self.state.lang = Some(Lang::from_tag(value)),
            "locale" => {
                self.state.lang.get_or_insert(Lang::from_tag(value));
            }
            "chapter" => match chapter_named(value) {
                Some(place) => self.state.chapter = CHAPTERS[place],
                None => self.notice(key, value, Why::NoSuchChoice),
            },
            "section" if is_section(value) => value.clone_into(&mut self.state.section),
            "section" => self.notice(key, value, Why::NoSuchChoice),
            "cmp" => self.compared(key, value),
            // As `get` writes that there is none.
            "x" if value.is_empty() => {}
            "x" => self.state.x = self.number(key, value),
            "xmin" => self.state.edges.x_min = self.number(key, value),
            "xmax" => self.state.edges.x_max = self.number(key, value),
            "ymin" => self.state.edges.y_min = self.number(key, value),
            "ymax" => self.state.edges.y_max = self.number(key, value),
            "deriv" => self.state.deriv = self.switch(key, value, true),
            "second" => self.state.extras.second = self.switch(key, value, false),
            "tangent" => self.state.extras.tangent = self.switch(key, value, true),
            "equal" => self.state.extras.equal = self.switch(key, value, false),
            "axis2" => self.state.extras.own_axis = self.switch(key, value, false),
            "f" => self.state.extras.values = self.switch(key, value, true),
            "diff" => self.state.extras.difference = self.switch(key, value, false),
            "shade" => {
                let shade = self.number(key, value).unwrap_or(0.0);
                self.state.extras.shade = shade.clamp(0.0, LARGEST_SHADE) + 0.0;
            }
            "embed" => self.state.embed = self.switch(key, value, false),
            "hide" => self.state.hidden = self.several(key, value),
            "only" => self.state.only = self.several(key, value),
            "zoom" => self.state.zoom = self.tri_state(key, value),
            "autoplay" => self.state.autoplay = self.tri_state(key, value),
            _ => self.other(key, value),
        }
    }

    /// A number or a list of the view, or else a parameter.
    fn other(&mut self, key: &str, value: &str) {
        let view = self.state.view;
        if let Some((knob, _)) = view.knobs().iter().find(|(knob, _)| knob.name == key) {
            if let Some(number) = self.number(key, value) {
                self.state.set_knob(knob, number);
            }
        } else if let Some((list, _)) = view.lists().iter().find(|(list, _)| list.name == key) {
            let numbers: Option<Vec<f64>> = value.split(',').map(decimal::parse).collect();
            match numbers {
                _ if value.is_empty() => {}
                None => self.notice(key, value, Why::NotANumber),
                Some(numbers) => {
                    if numbers.len() > list.most {
                        self.notice(key, value, Why::TooMany);
                    } else if numbers.len() < list.fewest {
                        self.notice(key, value, Why::TooFew);
                    }
                    self.state.set_list(list, numbers);
                }
            }
        } else {
            self.parameter(key, value);
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

    fn compared(&mut self, key: &str, value: &str) {
        let mut found: Vec<&'static Activation> = Vec::new();
        for id in value.split(',').filter(|id| !id.is_empty()).take(ALL.len()) {
            match by_id(&id.to_ascii_lowercase()) {
                Some(act) if !found.contains(&act) => found.push(act),
                Some(_) => {}
                None => self.notice(key, id, Why::NoSuchChoice),
            }
        }
        if found.len() > MOST_COMPARED {
            self.notice(key, value, Why::TooMany);
            found.truncate(MOST_COMPARED);
        }
        self.state.compared = found;
    }

    fn several<C: Choice>(&mut self, key: &str, value: &str) -> Several<C> {
        let mut several = Several::default();
        for name in value.split(',').filter(|name| !name.is_empty()).take(C::NAMES.len()) {
            match C::parse(name) {
                Some(choice) => several = several.with(choice, true),
                None => self.notice(key, name, Why::NoSuchChoice),
            }
        }
        several
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
        self.tri_state(key, value).unwrap_or(default)
    }

    fn tri_state(&mut self, key: &str, value: &str) -> Option<bool> {
        match value {
            "0" | "false" | "off" => Some(false),
            "1" | "true" | "on" => Some(true),
            _ => {
                self.notice(key, value, Why::NoSuchChoice);
                None
            }
        }
    }

    /// The state, with what depends on several keys made to agree.
    fn settle(mut self) -> (ViewState, Vec<Notice>) {
        for (act, values) in std::mem::take(&mut self.state.params) {
            self.state.set_params(act, values);
        }
        let own = self.state.own_window();
        if self.state.edges.over(own).is_none() {
            let Edges { x_min, x_max, y_min, y_max } = self.state.edges;
            let named = [("xmin", x_min), ("xmax", x_max), ("ymin", y_min), ("ymax", y_max)];
            let named = named.iter().filter(|(_, edge)| edge.is_some()).map(|(key, _)| *key);
            let names = named.collect::<Vec<_>>().join(" ");
            self.notice(&names, "", Why::NoWindow);
            self.state.edges = Edges::default();
        }
        (self.state, self.notices)
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

/// Whether this can be the id of a section; which there are is known once the text is here.
fn is_section(value: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    value.len() <= LONGEST_SECTION && value.bytes().all(plain)
}
