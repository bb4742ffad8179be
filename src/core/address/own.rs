//! The function that a reader typed, `fn=own`, in an address: its formula is the value of `f`.
//!
//! Formulas are read by code that the page fetches when it is first needed. Until then an address
//! that names such a function is kept as it was written, and read again once that code is here.

use super::row::switch_word;
use super::settings::Settings;
use super::{Address, Notice, View};
use crate::activation::{Activation, by_id};
use std::cell::Cell;

/// The id of the function that a reader typed.
pub const OWN: &str = "own";

/// The key of its formula where `f` is the switch of Compare, or could be taken for it.
pub(super) const FORMULA: &str = "own.f";

/// Makes a function of a formula, or of the first one that a reader finds where there is none;
/// `None` for a text that is no formula.
pub type Read = fn(Option<&str>) -> Option<&'static Activation>;

thread_local! {
    static READ: Cell<Option<Read>> = const { Cell::new(None) };
}

/// Reads formulas from now on: natively they always are.
pub fn read_formulas_with(read: Read) {
    READ.set(Some(read));
}

/// What reads formulas, once it is here.
pub(super) fn reads() -> Option<Read> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        Some(READ.get().unwrap_or(crate::formula::own::read))
    }
    #[cfg(target_arch = "wasm32")]
    {
        READ.get()
    }
}

/// Whether a key with this value may name the function that a reader typed. The code for more than a
/// guess would be in the first download.
pub(super) fn may_name_own(key: &str, value: &str) -> bool {
    let inside = |word: &[u8]| word.eq_ignore_ascii_case(OWN.as_bytes());
    matches!(key, "fn" | "cmp" | "deck") && value.as_bytes().windows(OWN.len()).any(inside)
}

impl Settings {
    /// The function called `id`, by any of its names; `own` for the one that a reader typed.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<&'static Activation> {
        let id = id.to_ascii_lowercase();
        if id == OWN { self.typed } else { by_id(&id) }
    }

    /// Whether the address could not be read yet, because it needs what reads formulas.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Whether the typed function is the chosen one or one of those compared.
    pub(super) fn names_own(&self) -> bool {
        self.act.own.is_some() || self.compared.iter().any(|act| act.own.is_some())
    }

    /// The formula of the typed function, with the key under which it can be written.
    pub(super) fn formula(&self) -> Option<(&'static str, &'static str)> {
        let text = self.typed?.own?.text;
        let taken = !self.extras.values || switch_word(text).is_some();
        Some((if taken { FORMULA } else { "f" }, text))
    }

    /// The same, unless it is the one that a reader finds.
    pub(super) fn changed_formula(&self) -> Option<(&'static str, &'static str)> {
        self.formula().filter(|_| reads().is_some_and(|read| read(None) != self.typed))
    }
}

impl Address {
    /// Reads the address that could not be read before.
    #[must_use]
    pub fn read_again(&self, views: &'static [&'static View]) -> (Self, Vec<Notice>) {
        let (mut state, notices) = Self::parse_within(usize::MAX, &self.unread, views);
        state.carry_over(self);
        (state, notices)
    }

    /// Makes a function the one that `own` names, in all of the state: parameters of the same letter
    /// keep their values.
    pub fn set_typed(&mut self, act: &'static Activation) {
        let mut values = act.defaults();
        for (before, known) in self.params.iter().filter(|(before, _)| before.own.is_some()) {
            for (param, value) in before.params.iter().zip(known) {
                if let Some(place) = act.param_index(param.name) {
                    values[place] = *value;
                }
            }
        }
        self.params.retain(|(before, _)| before.own.is_none());
        if self.act.own.is_some() {
            self.act = act;
        }
        for known in &mut self.compared {
            if known.own.is_some() {
                *known = act;
            }
        }
        self.typed = Some(act);
        self.set_params(act, values);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::address::Why;
    use crate::formula::own::ALONE;
    use crate::views;

    fn state(query: &str) -> Address {
        let (state, notices) = views::parse(query);
        assert_eq!(notices, [], "{query}");
        state
    }

    #[test]
    fn a_formula_is_read_and_written_back() {
        for query in [
            "view=function&fn=own&f=x%2F%281%2Bexp%28-x%29%29",
            "view=function&fn=own",
            "view=function&fn=own&f=max%28a*x,x%29&own.a=0.1",
            "view=function&fn=own&f=where%28x%3E0,x,b*%28exp%28x%29-1%29%29&own.b=-2&x=-1",
            // Not the switch of Compare.
            "view=function&fn=own&own.f=1",
            "view=compare&cmp=own,relu&f=x%5E2",
            "view=compare&cmp=own,relu&own.f=x%5E2&f=0",
            "view=compare&cmp=relu,own&f=a*x&own.a=2&relu6.x=1".trim_end_matches("&relu6.x=1"),
            "view=neuron&fn=own&f=b*x%2Bw&own.b=2&own.w=-1&b=1&w=1,2",
            "view=embed&fn=own&f=sin%28x%29",
        ] {
            let read = state(query);
            assert_eq!(read.trimmed(), read, "{query}");
            assert_eq!(state(&read.query()), read, "{query}: {}", read.query());
            assert_eq!(read.query(), query);
        }
    }

    #[test]
    fn a_formula_is_what_its_text_says() {
        let _alone = ALONE.lock();
        let read = state("view=function&fn=own&f=a*x%5E2&own.a=3");
        assert_eq!(read.act.f(2.0, &read.params(read.act)), 12.0);
        assert_eq!(read.act.own.unwrap().text, "a*x^2");
        // Before and after a `#`, in any case, with the key that is never the switch.
        for query in ["fn=OWN&f=a*x%5E2&own.a=3", "#fn=own&own.f=a*x^2&own.a=3"] {
            assert_eq!(state(&format!("view=function&{query}")), read, "{query}");
        }
    }

    #[test]
    fn what_is_no_formula_is_told_and_another_is_shown() {
        let _alone = ALONE.lock();
        let long = "x%2B".repeat(200) + "x";
        let usual = state("view=function&fn=own").act.own.unwrap().text;
        for text in ["2x", "x%2B", "%3Cb%3Ex%3C%2Fb%3E", "", "NaN", &"(".repeat(300), &long] {
            let (read, notices) = views::parse(&format!("view=function&fn=own&f={text}"));
            let [notice] = &notices[..] else { panic!("{text}: {notices:?}") };
            assert_eq!((&*notice.key, notice.why), ("f", Why::NotAFormula), "{text}");
            assert_eq!(notice.shown, usual, "{text}");
            assert_eq!(read, state("view=function&fn=own"), "{text}");
        }
        let large = state("view=function&fn=own&f=9%5E9%5E9%5E9");
        assert!(large.act.f(0.0, &[]).is_infinite());
        let (read, notices) = views::parse(&format!("fn=own&f={}", "x".repeat(100_000)));
        assert_eq!((read.act.id, notices[0].why), (OWN, Why::TooLong));
    }

    #[test]
    fn f_stays_the_switch_of_compare() {
        for (query, on) in [("f=0", false), ("f=off", false), ("f=1", true), ("", true)] {
            let read = state(&format!("view=compare&cmp=elu,selu&{query}"));
            assert_eq!(read.extras.values, on, "{query}");
        }
        // Of a formula that nothing asks for it is told, as it was of any other word.
        for query in ["view=compare&f=x%5E2", "view=compare&own.f=1", "view=function&fn=elu&f=x"] {
            let (read, notices) = views::parse(query);
            assert_eq!((notices.len(), read.typed), (1, None), "{query}: {notices:?}");
            assert_eq!((&*notices[0].key, notices[0].why), ("f", Why::NoSuchChoice), "{query}");
        }
    }

    #[test]
    fn letters_of_a_formula_that_nothing_asks_for_are_told() {
        let (read, notices) = views::parse("view=neuron&fn=ownx&f=b*x&own.b=3&b=1");
        let told: Vec<_> = notices.iter().map(|notice| &*notice.key).collect();
        assert_eq!((told, &*read.query()), (vec!["fn", "f", "own.b"], "view=neuron&b=1"));
    }

    #[test]
    fn letters_of_a_formula_are_no_keys_of_a_view() {
        let (_, notices) = views::parse("view=function&fn=own&f=a*x&a=2");
        assert_eq!((&*notices[0].key, notices[0].why), ("a", Why::NoSuchKey));
        let read = state("view=neuron&fn=own&f=b*x&own.b=3&b=2");
        assert_eq!(read.params(read.act), [3.0]);
    }

    #[test]
    fn another_formula_keeps_the_values_of_its_letters() {
        let mut read = state("view=compare&cmp=relu,own&f=a*x%2Bb&own.a=2&own.b=3");
        let other = state("view=function&fn=own&f=b*x%5E2%2Bc").act;
        read.set_typed(other);
        assert_eq!(read.compared[1], other);
        assert_eq!(read.params(other), [3.0, 1.0]);
        assert_eq!(read.trimmed().query(), "view=compare&cmp=relu,own&f=b*x%5E2%2Bc&own.b=3");
    }

    #[test]
    fn an_address_waits_for_what_reads_formulas() {
        let query = "view=compare&cmp=own,elu&f=x%5E2&elu.alpha=2&lang=zh";
        let (waits, notices) = Address::parse_with(None, usize::MAX, query, views::ALL);
        assert!(waits.is_unread() && notices.is_empty(), "{notices:?}");
        assert_eq!(state(&waits.query()), state(query));
        assert_eq!(state(&waits.trimmed().query()), state(query));
        let (read, notices) = waits.read_again(views::ALL);
        assert_eq!((read, notices), (state(query), vec![]));
        // Nothing else waits.
        let query = "view=compare&cmp=relu,elu&elu.alpha=2";
        let (read, notices) = Address::parse_with(None, usize::MAX, query, views::ALL);
        assert_eq!((read, notices), (state(query), vec![]));
    }

    #[test]
    fn a_formula_is_left_behind_with_the_view_that_shows_it() {
        let mut read = state("view=function&fn=own&f=a*x&own.a=2");
        read.act = by_id("elu").unwrap();
        assert_eq!(read.trimmed().query(), "view=function&fn=elu");
        assert_eq!(read.trimmed().typed, None);
    }
}
