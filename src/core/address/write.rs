//! Writing a state as a query string: defaults are left out, numbers are as short as is exact.

use super::{Choice, Extras, Theme, View, ViewState};
use crate::activation::by_id;
use crate::lang::Lang;
use crate::numeric::format::shortest;

impl ViewState {
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
    pub fn pairs(&self) -> Vec<(String, String)> {
        let default = Self::default();
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if self.building || self.view != default.view {
            put("view", self.view_name().to_owned());
        }
        if self.building && self.view != View::Function {
            put("show", self.view.name().to_owned());
        }
        if self.chapter != default.chapter {
            put("chapter", self.chapter.to_owned());
        }
        if !self.section.is_empty() {
            put("section", self.section.clone());
        }
        if self.act != super::default_function(self.view) {
            put("fn", self.act.id.to_owned());
        }
        if !self.compared.is_empty() {
            let ids: Vec<_> = self.compared.iter().map(|act| act.id).collect();
            put("cmp", ids.join(","));
        }
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
        let e = &self.edges;
        let numbers = [
            ("x", self.x),
            ("xmin", e.x_min),
            ("xmax", e.x_max),
            ("ymin", e.y_min),
            ("ymax", e.y_max),
        ];
        for (key, number) in numbers {
            if let Some(number) = number {
                put(key, shortest(number));
            }
        }
        for (key, now, usual) in self
            .switches()
            .into_iter()
            .zip(default.switches())
            .map(|((key, now), (_, usual))| (key, now, usual))
        {
            if now != usual {
                put(key, if now { "1" } else { "0" }.to_owned());
            }
        }
        if self.extras.shade != default.extras.shade {
            put("shade", shortest(self.extras.shade));
        }
        for (knob, value) in &self.knobs {
            put(knob.name, shortest(*value));
        }
        for (list, values) in &self.lists {
            let values: Vec<_> = values.iter().map(|v| shortest(*v)).collect();
            put(list.name, values.join(","));
        }
        if let Some(lang) = self.lang {
            put("lang", lang.code().to_owned());
        }
        if self.theme != default.theme {
            put("theme", self.theme.name().to_owned());
        }
        for (key, names) in [("only", self.only.names()), ("hide", self.hidden.names())] {
            if !names.is_empty() {
                put(key, names);
            }
        }
        if let Some(on) = self.zoom {
            put("zoom", if on { "on" } else { "off" }.to_owned());
        }
        if let Some(on) = self.autoplay {
            put("autoplay", if on { "1" } else { "0" }.to_owned());
        }
        pairs
    }

    /// Every key that means something in this view, at its default or not.
    #[must_use]
    pub fn every_key(&self, lang: Lang, theme: Theme) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut put = |key: &str, value: String| pairs.push((key.to_owned(), value));
        let bit = |on: bool| if on { "1" } else { "0" }.to_owned();
        put("v", "1".to_owned());
        put("view", self.view_name().to_owned());
        if self.building {
            put("show", self.view.name().to_owned());
        }
        put("fn", self.act.id.to_owned());
        let compared: Vec<_> = match self.view {
            View::Compare => self.compared().iter().map(|act| act.id).collect(),
            View::Zigzag => vec![self.other_run().id],
            _ => Vec::new(),
        };
        put("cmp", compared.join(","));
        if self.view == View::Learn {
            put("chapter", self.chapter.to_owned());
            put("section", self.section.clone());
        }
        for (param, value) in self.act.params.iter().zip(self.params(self.act)) {
            put(param.name, shortest(value));
        }
        let others = match self.view {
            View::Compare => self.compared(),
            View::Zigzag => vec![self.other_run()],
            View::Kink => by_id("softplus").into_iter().collect(),
            _ => Vec::new(),
        };
        for act in others.into_iter().filter(|act| *act != self.act) {
            for (param, value) in act.params.iter().zip(self.params(act)) {
                put(&format!("{}.{}", act.id, param.name), shortest(value));
            }
        }
        put("x", self.x.map(shortest).unwrap_or_default());
        let w = self.window();
        for (key, edge) in
            [("xmin", w.x_min), ("xmax", w.x_max), ("ymin", w.y_min), ("ymax", w.y_max)]
        {
            put(key, shortest(edge));
        }
        for (key, on) in self.switches() {
            put(key, bit(on));
        }
        put("shade", shortest(self.extras.shade));
        for (knob, _) in self.view.knobs() {
            put(knob.name, shortest(self.knob(knob)));
        }
        for (list, _) in self.view.lists() {
            let values: Vec<_> = self.list(list).iter().map(|v| shortest(*v)).collect();
            put(list.name, values.join(","));
        }
        put("only", self.only.names());
        put("lang", lang.code().to_owned());
        put("theme", theme.name().to_owned());
        put("hide", self.hidden.names());
        put("zoom", if self.zooms() { "on" } else { "off" }.to_owned());
        put("autoplay", bit(self.autoplays()));
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
        // Of equal keys the first counts.
        for (key, value) in given {
            out.append_pair(key, value);
        }
        for (key, value) in self.pairs() {
            if !another || LOOKS.contains(&key.as_str()) {
                out.append_pair(&key, &value);
            }
        }
        if another && value("view").is_none() {
            out.append_pair("view", self.view_name());
        }
        out.finish()
    }

    /// What `view` says.
    fn view_name(&self) -> &'static str {
        if self.building { View::Embed.name() } else { self.view.name() }
    }

    /// The keys that are 0 or 1.
    fn switches(&self) -> [(&'static str, bool); 8] {
        let Extras { second, tangent, equal, own_axis, values, difference, .. } = self.extras;
        [
            ("deriv", self.deriv),
            ("second", second),
            ("tangent", tangent),
            ("equal", equal),
            ("axis2", own_axis),
            ("f", values),
            ("diff", difference),
            ("embed", self.embed),
        ]
    }
}
