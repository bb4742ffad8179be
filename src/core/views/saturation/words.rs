//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The definitions.
    pub lead: &'static str,
    /// What the picture is.
    pub plot: fn(name: &str) -> String,
    /// The verdict for a side: left, and hard (with its bound), soft or none.
    pub verdict: fn(left: bool, hard: Option<&str>, soft: bool) -> String,
    /// Both sides: it saturates, in the full sense.
    pub both: fn(saturates: bool) -> &'static str,
    /// Heading over the table of values.
    pub far: &'static str,
    /// Heading over the table of all functions.
    pub all: &'static str,
    /// Its columns.
    pub columns: [&'static str; 3],
    /// A class in a cell.
    pub class: fn(hard: Option<&str>, soft: bool, left: bool) -> String,
    /// Why there is no curve where f′ is 0 everywhere.
    pub flat: &'static str,
}
