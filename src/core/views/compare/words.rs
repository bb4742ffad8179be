//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Adds a function.
    pub add: &'static str,
    /// There is no function of that name.
    pub unknown: fn(text: &str) -> String,
    /// Takes one away.
    pub remove: fn(name: &str) -> String,
    /// Both f and f′, f′ alone …
    pub show_f: &'static str,
    /// Only differences to the first.
    pub difference: fn(name: &str) -> String,
    /// No more can be added.
    pub full: &'static str,
    /// It is there already.
    pub there: fn(name: &str) -> String,
    /// How f and f′ of one function are told apart.
    pub thin: &'static str,
    /// How values are read, while there are none.
    pub point: &'static str,
    /// The function, as the head of a column.
    pub function: &'static str,
}
