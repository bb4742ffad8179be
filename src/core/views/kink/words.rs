//! The words of the kink view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's topic in a sentence.
    pub lead: &'static str,
    /// The label of the zoom factor.
    pub zoom: fn(factor: &str) -> String,
    /// The corners of the function: the property's label, and its text.
    pub corners: fn(label: &str, text: &str) -> String,
    /// The heading over the difference quotients.
    pub quotients: fn(x: &str) -> String,
    /// The headings of its columns.
    pub quotient_columns: [&'static str; 3],
    /// The heading over the choice of a subgradient.
    pub choose: &'static str,
    /// The explanation of that choice.
    pub choose_lead: &'static str,
    /// A gradient step from one weight to the next.
    pub step: fn(slope: &str, gradient: &str, before: &str, after: &str) -> String,
    /// The button that takes another step.
    pub again: &'static str,
    /// The heading over softplus.
    pub softplus: &'static str,
    /// The gap between softplus and ReLU.
    pub gap: fn(beta: &str, gap: &str) -> String,
    /// The note that the slope of softplus at 0 does not depend on β.
    pub slope: &'static str,
    /// The heading over the table of frameworks.
    pub frameworks: &'static str,
    /// The headings of its first columns.
    pub columns: [&'static str; 3],
    /// The explanation of the marks in the table.
    pub differs: &'static str,
    /// The plot's label for screen readers.
    pub plot: fn(name: &str, x: &str) -> String,
}
