//! Writing a state as a query string: defaults are left out, numbers are as short as is exact.

use super::Address;
use super::row::Section;
use super::shared::SHARED;
use crate::numeric::format::shortest;
use form_urlencoded::byte_serialize;

/// Keys and their values.
pub(super) type Pairs = Vec<(String, String)>;

impl Address {
    /// The query string that [`parse`](Self::parse) reads back as this state; empty for defaults.
    #[must_use]
    pub fn query(&self) -> String {
        let pairs = self.pairs();
        if self.is_unread() {
            return self.unread.clone();
        }
        let mut out = String::new();
        for (key, value) in &pairs {
            if !out.is_empty() {
                out.push('&');
            }
            out.extend(byte_serialize(key.as_bytes()));
            // Commas need no escape in a query and are what makes a list readable.
            for (k, item) in value.split(',').enumerate() {
                out.push(if k == 0 { '=' } else { ',' });
                out.extend(byte_serialize(item.as_bytes()));
            }
        }
        out
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
                    put(key.name, key.text(values));
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
                if row.name == "cmp"
                    && let Some((key, text)) = self.changed_formula()
                {
                    put(key, text.to_owned());
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
                let bare = *act == self.act && self.compared.is_empty();
                put(&param.key(act, bare), shortest(*value));
            }
        }
    }

    /// The value of `view`.
    pub(super) fn view_name(&self) -> &'static str {
        self.builder.unwrap_or(self.view).id
    }
}
