//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// An input.
    pub input: fn(usize) -> String,
    /// A weight.
    pub weight: fn(usize) -> String,
    /// The bias.
    pub bias: &'static str,
    /// How many inputs.
    pub count: &'static str,
    /// The weighted sum.
    pub sum: &'static str,
    /// The output.
    pub output: &'static str,
    /// Heading over the plane.
    pub plane: &'static str,
    /// What the plane shows.
    pub plane_lead: &'static str,
    /// What the picture is, for those who do not see it.
    pub plot: &'static str,
    /// ∂output/∂weight.
    pub slope: fn(usize) -> String,
}
