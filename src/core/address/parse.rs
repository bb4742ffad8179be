//! Reading a query string: every key once, and a notice for each value that cannot be used.

use super::shared::SHARED;
use super::{Address, Edges, Notice, View, Why};
use crate::activation::by_id;
use crate::key::{Key, Kind};
use crate::lang::Lang;
use crate::numeric::decimal;

/// The longest query that is read, in bytes.
pub const MAX_LENGTH: usize = 2048;

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
        let mut reader = Reader { state: Self::new(views[0]), notices: Vec::new(), views };
        let pairs = reader.pairs(query, limit);
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
    state: Address,
    notices: Vec<Notice>,
    views: &'static [&'static View],
}

impl Reader {
    /// The key–value pairs of a query; of equal keys the first counts.
    fn pairs(&mut self, query: &str, limit: usize) -> Vec<(String, String)> {
        let mut text = query.trim_start_matches(['?', '#']);
        if text.len() > limit {
            let end = text.floor_char_boundary(limit);
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
                "view" | "show" | "fn" | "v" => {}
                "locale" => {
                    self.state.lang.get_or_insert(Lang::from_tag(value));
                }
                _ => self.parameter(key, value),
            }
        }
    }

    /// A number or a list of the view.
    fn own(&mut self, key: &'static Key, value: &str) {
        let list = matches!(key.kind, Kind::List { .. });
        if list && value.is_empty() {
            return;
        }
        let numbers: Option<Vec<f64>> = if list {
            value.split(',').map(decimal::parse).collect()
        } else {
            decimal::parse(value).map(|number| vec![number])
        };
        let Some(numbers) = numbers else { return self.notice(key.name, value, Why::NotANumber) };
        let (fewest, most) = key.entries();
        if numbers.len() > most {
            self.notice(key.name, value, Why::TooMany);
        } else if numbers.len() < fewest {
            self.notice(key.name, value, Why::TooFew);
        }
        self.state.set_list(key, numbers);
    }

    /// A bare parameter name of the chosen function, or `id.name` of any.
    fn parameter(&mut self, key: &str, value: &str) {
        let (act, name) = match key.split_once('.') {
            Some((id, name)) => (by_id(id), name),
            None => (Some(self.state.act), key),
        };
        let Some(act) = act else { return };
        let Some(index) = act.param_index(name) else { return };
        let Some(number) = decimal::parse(value) else {
            return self.notice(key, value, Why::NotANumber);
        };
        let mut values = self.state.params(act);
        values[index] = act.params[index].clamp(number);
        // Not made to agree yet: that must not depend on the order in the address.
        self.state.params.retain(|(a, _)| *a != act);
        self.state.params.push((act, values));
    }

    /// The state, with what depends on several keys made to agree.
    fn settle(mut self) -> (Address, Vec<Notice>) {
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
        self.notices.push(Notice::new(key, value, why));
    }
}
