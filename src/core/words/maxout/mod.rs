//! The words of the maxout view.

mod en;
mod zh;

use super::Lang;

/// Everything that view says.
pub struct MaxoutWords {
    /// What to do there.
    pub lead: &'static str,
    /// Leads to the function view.
    pub more: &'static str,
    /// The plot of the pieces, for those who do not see it.
    pub plot: fn(k: usize) -> String,
    /// A handle of a piece: its number, and whether it is the left one.
    pub handle: fn(piece: usize, left: bool) -> String,
    /// How to use the handles.
    pub handles: &'static str,
    /// Heading over the numbers of the pieces.
    pub pieces: &'static str,
    /// The slope, or else the offset, of a piece.
    pub number: fn(piece: usize, slope: bool) -> String,
    /// Takes a piece away.
    pub remove: fn(piece: usize) -> String,
    /// How many pieces there are.
    pub count: fn(k: usize) -> String,
    /// One piece more.
    pub add: &'static str,
    /// Shapes to start from.
    pub start_from: &'static str,
    /// Before the pieces and their intervals.
    pub on_top: &'static str,
    /// Where pieces are active; a piece and its interval.
    pub active: fn(piece: usize, from: Option<&str>, to: Option<&str>) -> String,
    /// Pieces that are nowhere active.
    pub idle: fn(list: &str) -> String,
    /// The active piece at the probe.
    pub winner: &'static str,
    /// Heading over the fit of one unit.
    pub fit: &'static str,
    /// No target.
    pub nothing: &'static str,
    /// What to do while there is no target.
    pub fit_lead: &'static str,
    /// The error now, and where it is largest.
    pub error: &'static str,
    /// Where.
    pub at: fn(x: &str) -> String,
    /// The interval of the fit.
    pub on: fn(from: &str, to: &str) -> String,
    /// Makes the pieces the best tangents.
    pub tangents: &'static str,
    /// Raises them by half the error.
    pub raise: &'static str,
    /// Heading over the errors of the best tangents for each k.
    pub by_k: &'static str,
    /// Heading over the difference of two units.
    pub pair: &'static str,
    /// What it is about.
    pub pair_lead: &'static str,
    /// Their plot.
    pub pair_plot: &'static str,
    /// The drawn curve, as a choice.
    pub drawn: &'static str,
    /// How to draw it.
    pub draw: &'static str,
    /// The point of the curve under the keys, for those who do not see it.
    pub draw_point: fn(i: usize, x: &str, y: &str) -> String,
    /// The curve as numbers.
    pub curve: &'static str,
    /// The slider of how many pieces each unit has.
    pub unit_pieces: &'static str,
    /// The box beside it.
    pub unit_pieces_box: &'static str,
    /// What is wanted, in the legend.
    pub wanted: &'static str,
    /// How many pieces the two have.
    pub used: fn(h1: usize, h2: usize) -> String,
    /// Heading over the errors for each k.
    pub falling: &'static str,
    /// Heading over the unit of two inputs.
    pub planes: &'static str,
    /// What it is about.
    pub planes_lead: &'static str,
    /// Its picture, for those who do not see it.
    pub planes_plot: fn(k: usize) -> String,
    /// The point that can be moved.
    pub point: &'static str,
    /// A number of a plane: which of its two slopes, or its offset.
    pub plane_number: fn(piece: usize, which: usize) -> String,
    /// Heading over the claims.
    pub claims: &'static str,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static MaxoutWords {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}
