//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// Zooms in.
    pub zoom: fn(factor: &str) -> String,
    /// Where the function has corners: the property's name, and what there is.
    pub corners: fn(label: &str, text: &str) -> String,
    /// The table of difference quotients.
    pub quotients: fn(x: &str) -> String,
    /// Its columns.
    pub quotient_columns: [&'static str; 3],
    /// Heading over the choice.
    pub choose: &'static str,
    /// What to choose.
    pub choose_lead: &'static str,
    /// A step from a weight to a weight.
    pub step: fn(slope: &str, gradient: &str, before: &str, after: &str) -> String,
    /// Takes another step.
    pub again: &'static str,
    /// Heading over softplus.
    pub softplus: &'static str,
    /// The gap.
    pub gap: fn(beta: &str, gap: &str) -> String,
    /// The slope at 0 stays.
    pub slope: &'static str,
    /// Heading over the table of frameworks.
    pub frameworks: &'static str,
    /// Its first columns.
    pub columns: [&'static str; 3],
    /// What the marks mean.
    pub differs: &'static str,
    /// What a picture is.
    pub plot: fn(name: &str, x: &str) -> String,
}
