//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What is to be seen.
    pub lead: &'static str,
    /// How many layers.
    pub depth: &'static str,
    /// Heading over the matrices.
    pub product: &'static str,
    /// The largest difference between the stack and the product.
    pub difference: fn(&str) -> String,
    /// With this function it does not multiply out.
    pub no_product: fn(name: &str, difference: &str) -> String,
    /// Heading over the grid.
    pub grid: &'static str,
    /// What the grid shows.
    pub grid_lead: fn(straight: bool, torn: bool, shrunk: bool) -> &'static str,
    /// What the picture is.
    pub grid_plot: &'static str,
    /// Which lines of the grid have which colour.
    pub grid_keys: [&'static str; 2],
    /// What is fitted: dashed, solid.
    pub fit_keys: [&'static str; 2],
    /// Heading over the curve of a stack with one input.
    pub one_input: &'static str,
    /// Heading over the points.
    pub xor: &'static str,
    /// Whether a line separates them.
    pub separable: fn(yes: bool) -> &'static str,
    /// Before and after.
    pub before: &'static str,
    /// After one layer.
    pub after: &'static str,
    /// Heading over the fit.
    pub fit: &'static str,
    /// What the fit shows.
    pub fit_lead: &'static str,
    /// How many units.
    pub units: &'static str,
    /// The error of the line and of the units.
    pub rmse: fn(line: &str, units: &str, count: u32) -> String,
    /// What the picture is.
    pub fit_plot: &'static str,
}
