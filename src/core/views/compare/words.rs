//! The words of the comparison.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's purpose in a sentence.
    pub lead: &'static str,
    /// The button that adds a function.
    pub add: &'static str,
    /// The message that no function has the name typed in.
    pub unknown: fn(text: &str) -> String,
    /// The button that removes a function.
    pub remove: fn(name: &str) -> String,
    /// The label of the switch of f.
    pub show_f: &'static str,
    /// The option of the differences to the first function.
    pub difference: fn(name: &str) -> String,
    /// The message that no more functions can be added.
    pub full: &'static str,
    /// The message that a function is shown already.
    pub there: fn(name: &str) -> String,
    /// The legend of f and f′ of one function, which differ in line width.
    pub thin: &'static str,
    /// The hint for reading values off, shown while there is no probe.
    pub point: &'static str,
    /// The heading of the column of functions.
    pub function: &'static str,
    /// The heading of the column of the largest differences.
    pub largest_gap: &'static str,
    /// A largest difference and its place.
    pub gap_at: fn(gap: &str, x: &str) -> String,
    /// The button that leads to the largest difference.
    pub to_gap: fn(x: &str) -> String,
    /// The name of the formulas, for screen readers.
    pub formulas: &'static str,
}
