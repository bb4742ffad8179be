//! English: comparison.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Comparison";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Compare activation functions",
    description: "Up to eight activation functions over one another, each with its own parameters, one probe for all.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Compare",
    lead: "Up to eight functions over one another, each with its own parameters and line.",
    add: "Add a function",
    unknown: |text| format!("There is no function called “{text}” here."),
    remove: |name| format!("Remove {name}"),
    show_f: "Show f",
    difference: |name| format!("difference to {name}"),
    full: "Eight is the most; remove one to add another.",
    there: |name| format!("{name} is in the comparison already."),
    thin: "Thick lines: f. Thin lines: f′.",
    point: "Point at the plot, or move along it with the arrow keys, to read values.",
    function: "Function",
    largest_gap: "largest gap",
    gap_at: |gap, x| format!("{gap} at {x}"),
    to_gap: |x| format!("largest gap {x}"),
    formulas: "Formulas",
};
