//! Reading a query string: every key once, and a notice for each value that is not shown as written.

use super::own::{FORMULA, Read, may_name_own, reads};
use super::row::switch_word;
use super::shared::SHARED;
use super::{Address, Edges, Notice, View, Why, is_foreign};
use crate::activation::Activation;
use crate::key::{Key, Kind};
use crate::lang::Lang;
use crate::numeric::decimal;
use crate::numeric::format::shortest;

/// The longest query that is read, in bytes.
pub const MAX_LENGTH: usize = 2048;
/// The most notices that are kept: more would not be read.
const MOST_NOTICES: usize = 24;

impl Address {
    /// Reads a query string, with or without its leading `?` or `#`, as a state of one of `views`,
    /// of which the first is that of an empty address.
    #[must_use]
    pub fn parse(query: &str, views: &'static [&'static View]) -> (Self, Vec<Notice>) {
        Self::parse_within(MAX_LENGTH, query, views)
    }

    /// The same with another limit than [`MAX_LENGTH`].
    pub(super) fn parse_within(
        limit: usize,
        query: &str,
        views: &'static [&'static View],
    ) -> (Self, Vec<Notice>) {
        Self::parse_with(reads(), limit, query, views)
    }

    /// The same with what reads formulas, if it is here.
    pub(super) fn parse_with(
        read: Option<Read>,
        limit: usize,
        query: &str,
        views: &'static [&'static View],
    ) -> (Self, Vec<Notice>) {
        let mut reader = Reader { state: Self::new(views[0]), notices: Vec::new(), views };
        let query = reader.within(query, limit);
        let pairs = reader.pairs(query);
        let mut unread = "";
        if pairs.iter().any(|(key, value)| may_name_own(key, value)) {
            match read {
                Some(read) => reader.typed(read, &pairs),
                None => unread = query,
            }
        }
        // The view and the function first: they decide what the other keys mean.
        if let Some((key, value)) = pairs.iter().find(|(key, _)| key == "view") {
            let view = reader.view(key, value);
            reader.state.set_view(view);
            if let Some(builder) = reader.state.builder {
                let shown = pairs.iter().find(|(key, _)| key == "show");
                let shown = shown.map(|(key, value)| reader.view(key, value));
                // The builder of embeds cannot embed itself.
                let shown = shown.filter(|view| view.builds.is_empty());
                let first = || views.iter().copied().find(|view| view.id == builder.builds);
                reader.state.set_subject(shown.or_else(first).unwrap_or(views[0]));
            }
        }
        unread.clone_into(&mut reader.state.unread);
        // That of the start page is not that of every view.
        reader.state.act = reader.state.view.own_function();
        if let Some((key, id)) = pairs.iter().find(|(key, _)| key == "fn") {
            match reader.state.named(id) {
                Some(act) if reader.state.view.shows(act) => reader.state.act = act,
                _ => reader.notice(key, id, Why::NoSuchChoice),
            }
        }
        for (key, value) in &pairs {
            reader.read(key, value);
        }
        reader.settle(&pairs)
    }
}

struct Reader {
    state: Address,
    notices: Vec<Notice>,
    views: &'static [&'static View],
}

impl Reader {
    /// As much of a query as is read.
    fn within<'a>(&mut self, query: &'a str, limit: usize) -> &'a str {
        let text = query.trim_start_matches(['?', '#']);
        if text.len() <= limit {
            return text;
        }
        self.notice("", "", Why::TooLong);
        let end = text.floor_char_boundary(limit);
        // A pair that is cut in two would be read as something else.
        text.get(..end).unwrap_or("").rsplit_once('&').map_or("", |(whole, _)| whole)
    }

    /// The key–value pairs of a query; of equal keys the first counts. What stands before a `#` has
    /// been added to what stands after it, and may say the same keys anew.
    fn pairs(&mut self, text: &str) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for part in text.split('#') {
            let before = pairs.len();
            for (key, value) in form_urlencoded::parse(part.as_bytes()) {
                let key = key.to_ascii_lowercase();
                // An address copied out of HTML, where `&` is `&amp;`.
                let mut key = &key[..];
                while let Some(rest) = key.strip_prefix("amp;") {
                    key = rest;
                }
                if key == "f" && switch_word(&value).is_none() {
                    key = FORMULA;
                }
                match pairs.iter().position(|(k, _)| k == key) {
                    None => pairs.push((key.to_owned(), value.into_owned())),
                    Some(at) if at >= before && pairs[at].1 != value && !is_foreign(key) => {
                        self.notice(key, &value, Why::TooMany);
                    }
                    Some(_) => {}
                }
            }
        }
        pairs
    }

    /// The function that the reader typed.
    fn typed(&mut self, read: Read, pairs: &[(String, String)]) {
        let written = pairs.iter().find(|(key, _)| key == FORMULA);
        self.state.typed = written.and_then(|(_, text)| read(Some(text)));
        if let (Some((key, text)), None) = (written, self.state.typed) {
            self.notice(key, text, Why::NotAFormula);
        }
        self.state.typed = self.state.typed.or_else(|| read(None));
    }

    fn view(&mut self, key: &str, value: &str) -> &'static View {
        let view = self.views.iter().copied().find(|view| view.id.eq_ignore_ascii_case(value));
        view.unwrap_or_else(|| {
            self.notice(key, value, Why::NoSuchChoice);
            self.views[0]
        })
    }

    fn read(&mut self, key: &str, value: &str) {
        if let Some(row) = SHARED.iter().find(|row| row.name == key) {
            let mut unused = Vec::new();
            row.set(&mut self.state, value, &mut unused);
            for (value, why) in unused {
                self.notice(key, &value, why);
            }
        } else if let Some(own) = self.state.view.key(key) {
            self.own(own, value);
        } else {
            match key {
                "view" | "show" | "fn" | "v" | FORMULA => {}
                "locale" => {
                    self.state.lang.get_or_insert(Lang::from_tag(value));
                }
                _ => self.parameter(key, value),
            }
        }
    }

    /// A number, a list or a word of the view.
    fn own(&mut self, key: &'static Key, value: &str) {
        if let Kind::Word { words } = key.kind {
            match words.iter().position(|word| word.eq_ignore_ascii_case(value)) {
                Some(at) => self.state.set_list(key, vec![at as f64]),
                None => self.notice(key.name, value, Why::NoSuchChoice),
            }
            return;
        }
        let list = matches!(key.kind, Kind::List { .. });
        if list && value.is_empty() {
            return;
        }
        let Some(numbers) = numbers(value).filter(|numbers| list || numbers.len() == 1) else {
            return self.notice(key.name, value, Why::NotANumber);
        };
        let (fewest, most) = key.entries();
        if numbers.len() > most {
            self.notice(key.name, value, Why::TooMany);
        } else if numbers.len() < fewest {
            self.notice(key.name, value, Why::TooFew);
        }
        self.state.set_list(key, numbers);
    }

    /// A parameter, or a key without a meaning.
    fn parameter(&mut self, key: &str, value: &str) {
        let Some((act, index)) = self.state.parameter(key) else {
            if !is_foreign(key) {
                self.notice(key, value, Why::NoSuchKey);
            }
            return;
        };
        let Some(number) = decimal::parse(value) else {
            return self.notice(key, value, Why::NotANumber);
        };
        let mut values = self.state.params(act);
        values[index] = act.params[index].clamp(number);
        // Not made to agree yet: that must not depend on the order in the address.
        self.state.params.retain(|(a, _)| *a != act);
        self.state.params.push((act, values));
    }

    /// The state, with what depends on several keys made to agree, and the notices of all that is
    /// not shown as written.
    fn settle(mut self, pairs: &[(String, String)]) -> (Address, Vec<Notice>) {
        if !self.state.names_own() {
            for (key, text) in pairs {
                if key == FORMULA {
                    // Nothing asks for a formula: it is no word of the switch of Compare.
                    self.notice("f", text, Why::NoSuchChoice);
                } else if self.state.parameter(key).is_some_and(|(act, _)| act.own.is_some()) {
                    self.notice(key, text, Why::NoSuchKey);
                }
            }
            self.state.typed = None;
        }
        let mut moved = Vec::new();
        for (act, values) in std::mem::take(&mut self.state.params) {
            if act.own.is_some() && self.state.typed.is_none() {
                continue;
            }
            self.state.set_params(act, values.clone());
            for (index, value) in values.into_iter().enumerate() {
                let written =
                    |(key, _): &(String, _)| self.state.parameter(key) == Some((act, index));
                if !pairs.iter().any(written) {
                    let bare = act == self.state.act;
                    moved.push((act.params[index].key(act, bare), shortest(value)));
                }
            }
        }
        let own = self.state.own_window();
        if self.state.edges.over(own).is_none() {
            let edges = ["xmin", "xmax", "ymin", "ymax"];
            let named = edges.iter().filter_map(|key| pairs.iter().find(|(k, _)| k == key));
            let (keys, values): (Vec<_>, Vec<_>) = named.map(|(k, v)| (&**k, &**v)).unzip();
            self.notice(&keys.join(" "), &values.join(", "), Why::NoWindow);
            self.state.edges = Edges::default();
        }
        // What is written against what is kept; then parameters that were not written, but had to
        // give way to those that were.
        let mut state = self.state.clone();
        for (key, value) in pairs.iter().chain(&moved) {
            let told = |notice: &Notice| notice.key.split(' ').any(|told| told == key);
            let (written, kept) = (numbers(value), numbers(&state.in_force(key)));
            let differ = written.is_some() && kept.is_some() && written != kept;
            if differ && !self.notices.iter().any(told) {
                self.notice(key, value, Why::Changed);
            }
        }
        for notice in &mut self.notices {
            let keys = notice.key.split(' ').map(|key| state.in_force(key));
            *notice = notice.clone().shows(&keys.collect::<Vec<_>>().join(", "));
            if notice.key == FORMULA {
                "f".clone_into(&mut notice.key);
            }
        }
        if state.is_unread() {
            // All but that it is too long, which comes first, is told when it is read.
            let long = self.notices.first().is_some_and(|notice| notice.why == Why::TooLong);
            self.notices.truncate(usize::from(long));
        }
        (self.state, self.notices)
    }

    fn notice(&mut self, key: &str, value: &str, why: Why) {
        if self.notices.len() < MOST_NOTICES {
            self.notices.push(Notice::new(key, value, why));
        }
    }
}

/// The numbers of a list; `None` if one of its entries is none.
fn numbers(list: &str) -> Option<Vec<f64>> {
    list.split(',').map(decimal::parse).collect()
}

impl Address {
    /// The parameter that a key names: a bare name of the chosen function, or `id.name` of any.
    fn parameter(&self, key: &str) -> Option<(&'static Activation, usize)> {
        let (act, name) = match key.split_once('.') {
            Some((id, name)) => (self.named(id)?, name),
            None if self.act.own.is_some() => return None,
            None => (self.act, key),
        };
        Some((act, act.param_index(name)?))
    }

    /// The value of a key, at its default or not; empty if there is none.
    fn in_force(&mut self, key: &str) -> String {
        if let Some(row) = SHARED.iter().find(|row| row.name == key) {
            return row.full(self);
        }
        if let Some(own) = self.view.key(key) {
            return own.text(&self.list(own));
        }
        match (key, self.parameter(key)) {
            ("view", _) => self.view_name().to_owned(),
            ("show", _) => self.view.id.to_owned(),
            ("fn", _) => self.act.id.to_owned(),
            (FORMULA, _) => self.formula().map_or("", |(_, text)| text).to_owned(),
            (_, Some((act, index))) => shortest(self.params(act)[index]),
            _ => String::new(),
        }
    }
}
