//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the definitions.
    pub lead: &'static str,
    /// The plot's label for screen readers.
    pub plot: fn(name: &str) -> String,
    /// The verdict for a side: left, and hard (with its bound), soft or none.
    pub verdict: fn(left: bool, hard: Option<&str>, soft: bool) -> String,
    /// The verdict for both sides together.
    pub both: fn(saturates: bool) -> &'static str,
    /// The heading over the table of values.
    pub far: &'static str,
    /// The heading over the table of all functions.
    pub all: &'static str,
    /// The headings of its columns.
    pub columns: [&'static str; 3],
    /// The class in a cell of that table.
    pub class: fn(hard: Option<&str>, soft: bool, left: bool) -> String,
    /// The reason why there is no curve where f′ is 0 everywhere.
    pub flat: &'static str,
}
