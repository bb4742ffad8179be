//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The lead: the view's purpose in a sentence.
    pub lead: &'static str,
    /// The plot's label for screen readers.
    pub plot: fn(k: usize) -> String,
    /// The label of a handle of a piece: its number, and true for the left one.
    pub handle: fn(piece: usize, left: bool) -> String,
    /// The hint for using the handles.
    pub handles: &'static str,
    /// The heading over the numbers of the pieces.
    pub pieces: &'static str,
    /// The label of the slope, or else of the offset, of a piece.
    pub number: fn(piece: usize, slope: bool) -> String,
    /// The button that removes a piece.
    pub remove: fn(piece: usize) -> String,
    /// The number of pieces.
    pub count: fn(k: usize) -> String,
    /// The button that adds a piece.
    pub add: &'static str,
    /// The label of the shapes to start from.
    pub start_from: &'static str,
    /// The heading over the pieces and their intervals.
    pub on_top: &'static str,
    /// The interval on which a piece is active.
    pub active: fn(piece: usize, from: Option<&str>, to: Option<&str>) -> String,
    /// The pieces that are nowhere active.
    pub idle: fn(list: &str) -> String,
    /// The label of the active piece at the probe.
    pub winner: &'static str,
    /// The heading over the fit of one unit.
    pub fit: &'static str,
    /// The option of no target.
    pub nothing: &'static str,
    /// The lead of the fit, shown while there is no target.
    pub fit_lead: &'static str,
    /// The label of the present error.
    pub error: &'static str,
    /// The place of the largest error.
    pub at: fn(x: &str) -> String,
    /// The interval of the fit.
    pub on: fn(from: &str, to: &str) -> String,
    /// The button that makes the pieces the best tangents.
    pub tangents: &'static str,
    /// The button that raises the pieces by half the error.
    pub raise: &'static str,
    /// The heading over the errors of the best tangents for each k.
    pub by_k: &'static str,
    /// The heading over the difference of two units.
    pub pair: &'static str,
    /// The lead of that section: its topic in a sentence.
    pub pair_lead: &'static str,
    /// The label of its plot for screen readers.
    pub pair_plot: &'static str,
    /// The option of the drawn curve.
    pub drawn: &'static str,
    /// The hint for drawing a curve.
    pub draw: &'static str,
    /// The label for screen readers of the point of the curve under the keys.
    pub draw_point: fn(i: usize, x: &str, y: &str) -> String,
    /// The label of the curve as numbers.
    pub curve: &'static str,
    /// The label of the slider of the pieces of each unit.
    pub unit_pieces: &'static str,
    /// The label of the number box beside it.
    pub unit_pieces_box: &'static str,
    /// The legend of the target curve.
    pub wanted: &'static str,
    /// The numbers of pieces that the two units have.
    pub used: fn(h1: usize, h2: usize) -> String,
    /// The heading over the errors for each k.
    pub falling: &'static str,
    /// The heading over the unit of two inputs.
    pub planes: &'static str,
    /// The lead of that section: its topic in a sentence.
    pub planes_lead: &'static str,
    /// The label of its picture for screen readers.
    pub planes_plot: fn(k: usize) -> String,
    /// The label of the point that can be moved.
    pub point: &'static str,
    /// The label of a number of a plane: one of its two slopes, or its offset.
    pub plane_number: fn(piece: usize, which: usize) -> String,
    /// The heading over the claims.
    pub claims: &'static str,
}
