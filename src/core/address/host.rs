//! What a host page reads and writes of the state: every key with its value, and the state that keys
//! of its own lead to.

use super::own::FORMULA;
use super::row::switch_word;
use super::shared::SHARED;
use super::write::Pairs;
use super::{Address, MAX_LENGTH, Notice, Theme, View, Why};
use crate::activation::{ALL, Activation};
use crate::lang::Lang;
use crate::numeric::format::shortest;

/// The keys that stay where a host page goes to another view or function: how the page looks.
const LOOKS: [&str; 9] =
    ["lang", "theme", "embed", "present", "deck", "hide", "zoom", "autoplay", "ratio"];

impl Address {
    /// Every key that means something in this view, at its default or not, and the parameters of
    /// other functions that have been changed: [`told`](Self::told) makes this state of them again.
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
        let formula = self.formula();
        if let Some((key, text)) = formula {
            put(key, text.to_owned());
        }
        for (param, value) in self.act.params.iter().zip(self.params(self.act)) {
            put(&param.key(self.act, true), shortest(value));
        }
        let beside = self.beside();
        let shown = |act: &&'static Activation| {
            self.view.reads.every_param
                || beside.contains(act)
                || self.params(act) != act.defaults()
        };
        let typed = self.typed.filter(|act| self.compared.contains(act));
        let all = ALL.iter().copied().chain(typed);
        for act in all.filter(|act| *act != self.act).filter(shown) {
            for (param, value) in act.params.iter().zip(self.params(act)) {
                put(&param.key(act, false), shortest(value));
            }
        }
        for row in SHARED {
            // The place in the lesson means nothing elsewhere.
            let lesson = matches!(row.name, "chapter" | "section");
            let taken = formula.is_some_and(|(key, _)| key == row.name);
            if !taken && (!lesson || (row.read_by)(self.view)) {
                put(row.name, row.full(&mut state));
            }
        }
        for key in self.view.keys {
            put(key.name, key.text(&self.list(key)));
        }
        pairs
    }

    /// The state that the keys of a host page lead to, with a notice for each value that was brought
    /// into its range; keys that are not given stay, unless those given lead to another view or
    /// function, where only how the page looks stays. `views` are those of [`parse`](Self::parse).
    ///
    /// # Errors
    /// If a value cannot be used, or the state is too long for an address: a notice for each. The
    /// state before is then the one to keep.
    pub fn told(
        &self,
        given: &[(String, String)],
        views: &'static [&'static View],
    ) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        // Every key with its value is longer than the address, which leaves out what is usual.
        let (mut state, notices) = Self::parse_within(usize::MAX, &self.merged(given), views);
        if notices.iter().any(|notice| notice.why.refuses()) {
            return Err(notices);
        }
        state.forget_usual();
        if state.trimmed().query().len() > MAX_LENGTH {
            return Err(vec![Notice::new("", "", Why::TooLong)]);
        }
        Ok((state, notices))
    }

    /// The query of this state with some keys set to other values.
    fn merged(&self, given: &[(String, String)]) -> String {
        let value =
            |key: &str| given.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str());
        let differs =
            |key: &str, now: &str| value(key).is_some_and(|value| !value.eq_ignore_ascii_case(now));
        let another = differs("view", self.view_name())
            || (self.builder.is_some() && differs("show", self.view.id))
            || value("fn").is_some_and(|id| self.named(id) != Some(self.act));
        let named: Vec<_> = given.iter().map(|(key, value)| self.full_name(key, value)).collect();
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (key, value) in given {
            out.append_pair(key, value);
        }
        for (key, value) in self.pairs() {
            let stays = !another || LOOKS.contains(&key.as_str());
            if stays && !named.contains(&self.full_name(&key, &value)) {
                out.append_pair(&key, &value);
            }
        }
        if another && value("view").is_none() {
            out.append_pair("view", self.view_name());
        }
        out.finish()
    }

    /// The name of a key that has several: `elu.alpha` for the `alpha` of ELU, `lang` for `locale`.
    fn full_name(&self, key: &str, value: &str) -> String {
        if key == "f" && switch_word(value).is_none() {
            return FORMULA.to_owned();
        }
        let of_function = match key.split_once('.') {
            Some((id, name)) => self.named(id).map(|act| (act, name)),
            None => self.act.param_index(key).map(|_| (self.act, key)),
        };
        match of_function {
            Some((act, name)) => format!("{}.{name}", act.id),
            None if key == "locale" => "lang".to_owned(),
            None => key.to_owned(),
        }
    }
}
