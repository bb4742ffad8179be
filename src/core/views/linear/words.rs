//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's topic in a sentence.
    pub lead: &'static str,
    /// The label of the number of layers.
    pub depth: &'static str,
    /// The heading over the matrices.
    pub product: &'static str,
    /// The largest difference between the stack and the product.
    pub difference: fn(&str) -> String,
    /// The note that with this function the layers do not multiply out.
    pub no_product: fn(name: &str, difference: &str) -> String,
    /// The heading over the grid.
    pub grid: &'static str,
    /// The description of the grid: lines that stayed straight, were torn, or shrank to points.
    pub grid_lead: fn(straight: bool, torn: bool, shrunk: bool) -> &'static str,
    /// The grid's label for screen readers.
    pub grid_plot: &'static str,
    /// The legend of the grid's two colours.
    pub grid_keys: [&'static str; 2],
    /// The legend of the fit: the dashed line, the solid one.
    pub fit_keys: [&'static str; 2],
    /// The heading over the curve of a stack with one input.
    pub one_input: &'static str,
    /// The heading over the points.
    pub xor: &'static str,
    /// The verdict on whether a line separates the classes.
    pub separable: fn(yes: bool) -> &'static str,
    /// The caption before the layer.
    pub before: &'static str,
    /// The caption after one layer.
    pub after: &'static str,
    /// The heading over the fit.
    pub fit: &'static str,
    /// The description of the fit.
    pub fit_lead: &'static str,
    /// The label of the number of units.
    pub units: &'static str,
    /// The errors of the line and of the units.
    pub rmse: fn(line: &str, units: &str, count: u32) -> String,
    /// The fit's label for screen readers.
    pub fit_plot: &'static str,
}
