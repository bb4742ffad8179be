//! The words, a field each.

use crate::address::{Address, Notice, Why, likely};
use crate::lang::Lang;

/// The words.
pub struct Words {
    /// The heading over the notices.
    pub title: &'static str,
    /// Between a key and what there is to say of it.
    pub colon: &'static str,
    /// The reason for a notice.
    pub reason: fn(Why, value: &str) -> String,
    /// What is shown instead, after the reason, as the end of the sentence.
    pub shown: fn(shown: &str) -> String,
    /// The same if nothing is shown instead.
    pub unused: &'static str,
    /// The end of a sentence that needs no more.
    pub stop: &'static str,
    /// The key that was probably meant.
    pub likely: fn(key: &str) -> String,
    /// The reason for which an emptied box has its number back.
    pub empty: &'static str,
}

/// The text of a notice of the address of `state`.
#[must_use]
pub fn line(lang: Lang, notice: &Notice, state: &Address) -> String {
    let words = super::words(lang);
    let likely = match notice.why {
        Why::NoSuchKey => likely(state, &notice.key).map(|key| (words.likely)(&key)),
        _ => None,
    };
    let reason = words.reason(notice) + &likely.unwrap_or_default();
    let key = &notice.key;
    if key.is_empty() { reason } else { format!("{key}{}{reason}", words.colon) }
}

impl Words {
    /// The reason for a notice and what is shown instead, without the key.
    #[must_use]
    pub fn reason(&self, notice: &Notice) -> String {
        let Notice { value, shown, why, .. } = notice;
        let end = match why {
            Why::NoSuchKey | Why::TooLong => self.stop.to_owned(),
            _ if shown.is_empty() => self.unused.to_owned(),
            _ => (self.shown)(shown),
        };
        (self.reason)(*why, value) + &end
    }

    /// The same beside the box that the value was typed in, as a sentence.
    #[must_use]
    pub fn beside(&self, notice: &Notice) -> String {
        if notice.value.is_empty() {
            return self.empty.to_owned() + &(self.shown)(&notice.shown);
        }
        self.reason(notice)
    }
}
