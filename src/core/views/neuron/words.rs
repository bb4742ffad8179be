//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's topic in a sentence.
    pub lead: &'static str,
    /// The label of an input.
    pub input: fn(usize) -> String,
    /// The label of a weight.
    pub weight: fn(usize) -> String,
    /// The label of the bias.
    pub bias: &'static str,
    /// The label of the number of inputs.
    pub count: &'static str,
    /// The label of the weighted sum.
    pub sum: &'static str,
    /// The label of the output.
    pub output: &'static str,
    /// The heading over the plane.
    pub plane: &'static str,
    /// The explanation of the plane.
    pub plane_lead: &'static str,
    /// The label of the point of the inputs.
    pub inputs: &'static str,
    /// The label of the tip of the weight vector.
    pub weights: &'static str,
    /// The label of the picture for screen readers.
    pub plot: &'static str,
    /// The label of ∂output/∂weight.
    pub slope: fn(usize) -> String,
}
