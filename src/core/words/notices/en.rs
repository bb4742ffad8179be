//! English: what is not shown as it was written.

use super::Words;
use crate::address::Why;

/// The words.
pub(super) const WORDS: Words = Words {
    title: "Not everything is shown as it was written",
    colon: ": ",
    reason: |why, value| match why {
        Why::NoSuchKey => "there is no such key here".to_owned(),
        Why::NoSuchChoice => format!("there is no “{value}”"),
        Why::NotAFormula => format!("“{value}” is not a formula"),
        Why::NotANumber => format!("“{value}” is not a finite number"),
        Why::TwoNumbers => {
            let comma = value.replace(['，', '、'], ",");
            format!("“{value}” can mean {} or {}", comma.replace(',', "."), comma.replace(',', ""))
        }
        Why::Changed => format!("{value} is not possible here"),
        Why::NoWindow => format!("{value} are not the edges of a window that can be drawn"),
        Why::TooMany => "too many entries, or one of them twice".to_owned(),
        Why::TooFew => "too few entries".to_owned(),
        Why::TooLong => "The address was too long; only its beginning was read".to_owned(),
    },
    shown: |shown| format!("; {shown} is shown."),
    unused: ", so it was not used.",
    stop: ".",
    likely: |key| format!(" Did you mean {key}?"),
    empty: "Nothing was written",
};
