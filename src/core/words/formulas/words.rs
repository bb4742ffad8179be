//! The words, a field each.

use crate::formula::breaks::GaveUp;
use crate::formula::{Fault, FaultKind};
use crate::numeric::format::brief;
use crate::precision::lens::Fault as Wrong;
use crate::precision::ranges::Range;
use crate::precision::written::Event;

/// The words.
pub struct Words {
    /// What there is to do, and what comes of it.
    pub lead: &'static str,
    /// The name of the field.
    pub field: &'static str,
    /// What a formula is made of, before the list of names.
    pub made_of: &'static str,
    /// The heading over what a formula is made of.
    pub grammar: &'static str,
    /// The line on the names of the catalogue's functions.
    pub catalogue: &'static str,
    /// The derivative, before what is said of kinks.
    pub exact: &'static str,
    /// The name of the formula that is looked at: the reader's own, or that of a textbook.
    pub looked: fn(own: bool) -> &'static str,
    /// The name of the form that keeps its digits.
    pub stable: &'static str,
    /// The name of the plot of the errors, in a format.
    pub errors: fn(format: &str) -> String,
    /// What the plot shows.
    pub scale: &'static str,
    /// The values of parameters with which formulas of textbooks are looked at.
    pub usual: &'static str,
    /// The label of the choice of a format.
    pub format: &'static str,
    /// What is wrong, without a full stop.
    pub kind: fn(&FaultKind) -> String,
    /// What was probably meant, to the end of the sentence.
    pub meant: fn(&str) -> String,
    /// The end of a sentence.
    pub stop: &'static str,
    /// The value of f′ at a kink.
    pub convention: &'static str,
    /// A formula that is a number for no x.
    pub nowhere: &'static str,
    /// A search for breaks that gave up.
    pub gave_up: fn(GaveUp) -> &'static str,
    /// What went wrong in an operation.
    pub event: fn(Event) -> String,
    /// A fault as the beginning of a sentence, of the value of a formula.
    pub wrong: fn(Wrong) -> &'static str,
    /// A sentence: a fault, and the numbers where it begins and ends, if it does.
    pub where_wrong: fn(&str, Option<&str>, Option<&str>) -> String,
    /// There is no such range.
    pub right: &'static str,
    /// The exact value is not known.
    pub unknown: &'static str,
}

impl Words {
    /// A fault in a sentence.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        let meant = match &fault.kind {
            FaultKind::Unknown(_, meant) => meant.as_deref(),
            FaultKind::Character(_, meant) => *meant,
            FaultKind::Missing(crate::formula::Missing::Operation) => Some("*"),
            _ => None,
        };
        let end = meant.map_or_else(|| self.stop.to_owned(), self.meant);
        (self.kind)(&fault.kind) + &end
    }

    /// A range of wrong values in a sentence.
    #[must_use]
    pub fn range(&self, range: &Range) -> String {
        let end = |x: f64| x.is_finite().then(|| brief(x, 6));
        let (from, to) = (end(range.from), end(range.to));
        (self.where_wrong)((self.wrong)(range.fault), from.as_deref(), to.as_deref())
    }
}

/// The line under a text in letters of one width that points to a fault.
#[must_use]
pub fn caret(fault: &Fault) -> String {
    " ".repeat(fault.at) + &"^".repeat(fault.length.max(1))
}
