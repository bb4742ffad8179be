//! Writing a state as a query string: defaults are left out, numbers are as short as is exact.

use super::row::Section;
use super::shared::SHARED;
use super::{Address, Theme};
use crate::activation::by_id;
use crate::lang::Lang;
use crate::numeric::format::shortest;

/// Keys and their values.
type Pairs = Vec<(String, String)>;

impl Address {
    /// The query string that [`parse`](Self::parse) reads back as this state; empty for defaults.
    #[must_use]
    pub fn query(&self) -> String {
        let pairs = self.pairs();
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (key, value) in &pairs {
            out.append_pair(key, value);
        }
        // Commas need no escape in a query and are what makes a list readable.
        out.finish().replace("%2C", ",")
    }

    /// The keys that are not at their default, with their values.
    #[must_use]
    pub fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::new();
        let mut state = self.clone();
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if self.builder.is_some() || !self.view.start {
            put("view", self.view_name().to_owned());
        }
        if self.builder.is_some_and(|builder| builder.builds != self.view.id) {
            put("show", self.view.id.to_owned());
        }
        for section in [Section::Text, Section::Plot, Section::Look] {
            if section == Section::Plot {
                self.put_params(&mut put);
            } else if section == Section::Look {
                for (key, values) in &self.own {
                    put(key.name, list(values));
                }
            }
            for row in SHARED.iter().filter(|row| row.section == section) {
                // The chosen function stands before those it is compared with.
                if row.name == "cmp" && self.act != self.view.own_function() {
                    put("fn", self.act.id.to_owned());
                }
                if let Some(value) = row.get(&mut state) {
                    put(row.name, value);
                }
            }
        }
        pairs
    }

    /// The parameters that differ from their defaults.
    fn put_params(&self, put: &mut dyn FnMut(&str, String)) {
        for (act, values) in &self.params {
            for (param, value) in act.params.iter().zip(values) {
                if *value == param.default {
                    continue;
                }
                let own = *act == self.act && self.compared.is_empty();
                let key =
                    if own { param.name.to_owned() } else { format!("{}.{}", act.id, param.name) };
                put(&key, shortest(*value));
            }
        }
    }

    /// Every key that means something in this view, at its default or not.
    #[must_use]
    pub fn every_key(&self, lang: Lang, theme: Theme) -> Pairs {
        let mut pairs = Pairs::new();
        let mut state = self.clone();
        (state.lang, state.theme) = (Some(lang), theme);
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        put("v", "1".to_owned());
        put("view", self.view_name().to_owned());
        if self.builder.is_some() {
            put("show", self.view.id.to_owned());
        }
        put("fn", self.act.id.to_owned());
        for (param, value) in self.act.params.iter().zip(self.params(self.act)) {
            put(param.name, shortest(value));
        }
        for act in self.beside().into_iter().filter(|act| *act != self.act) {
            for (param, value) in act.params.iter().zip(self.params(act)) {
                put(&format!("{}.{}", act.id, param.name), shortest(value));
            }
        }
        for row in SHARED {
            // The place in the lesson means nothing elsewhere.
            let lesson = matches!(row.name, "chapter" | "section");
            if !lesson || (row.read_by)(self.view) {
                put(row.name, row.full(&mut state));
            }
        }
        for key in self.view.keys {
            put(key.name, list(&self.list(key)));
        }
        pairs
    }

    /// The query of this state with some keys set to other values. Where they lead to another
    /// view or function, only how the page looks stays.
    #[must_use]
    pub fn merged(&self, given: &[(String, String)]) -> String {
        const LOOKS: [&str; 6] = ["lang", "theme", "embed", "hide", "zoom", "autoplay"];
        let value =
            |key: &str| given.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str());
        let function = |id: &str| by_id(&id.to_ascii_lowercase());
        let another = value("view").is_some_and(|view| view != self.view_name())
            || value("fn").is_some_and(|id| function(id) != Some(self.act));
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (key, value) in given {
            out.append_pair(key, value);
        }
        for (key, new) in self.pairs() {
            if value(&key).is_none() && (!another || LOOKS.contains(&key.as_str())) {
                out.append_pair(&key, &new);
            }
        }
        if another && value("view").is_none() {
            out.append_pair("view", self.view_name());
        }
        out.finish()
    }

    /// The value of `view`.
    pub(super) fn view_name(&self) -> &'static str {
        self.builder.unwrap_or(self.view).id
    }
}

/// Numbers with commas between them.
pub(super) fn list(values: &[f64]) -> String {
    values.iter().map(|value| shortest(*value)).collect::<Vec<_>>().join(",")
}
