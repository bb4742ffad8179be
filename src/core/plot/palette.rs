//! The colours, line widths and dashes of a plot.

use super::{DASHES, Role};
use plotters::style::RGBColor;

/// Line widths and colours, read from the theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The function.
    pub f: RGBColor,
    /// The derivative.
    pub df: RGBColor,
    /// The second derivative.
    pub d2f: RGBColor,
    /// The functions of a comparison.
    pub series: [RGBColor; 8],
    /// The regions of vanishing gradient.
    pub shade: RGBColor,
    /// The lines of the grid.
    pub grid: RGBColor,
    /// The two axes through 0.
    pub axis: RGBColor,
    /// Arrows and points, which must stand out.
    pub ink: RGBColor,
    /// The labels of the axes.
    pub label: RGBColor,
    /// The inside of an open dot.
    pub paper: RGBColor,
    /// Width of `f` in CSS pixels; the rest follows from it.
    pub width: f64,
    /// The font size of labels in CSS pixels.
    pub text: f64,
}

/// A colour, a width in CSS pixels, and the lengths of dashes and gaps.
pub(super) type Style = (RGBColor, f64, &'static [f64]);

impl Palette {
    /// The line style of a role.
    pub(super) fn style(&self, role: Role) -> Style {
        let of = |index: u8| usize::from(index) % self.series.len();
        match role {
            Role::F => (self.f, self.width, &[]),
            Role::Df => (self.df, self.width * 0.8, &[7.0, 5.0]),
            Role::D2f => (self.d2f, self.width * 0.65, &[2.0, 3.5]),
            Role::Band => (self.f, self.width * 0.45, &[2.0, 3.0]),
            Role::Series(i) => (self.series[of(i)], self.width * 0.9, DASHES[of(i)]),
            Role::SeriesDf(i) => (self.series[of(i)], self.width * 0.45, DASHES[of(i)]),
            Role::Heavy(i) => (self.series[of(i)], self.width * 1.3, &[]),
            Role::Shade => (self.shade, 1.0, &[]),
            Role::Guide => (self.axis, 0.75, &[]),
            Role::Straight => (self.label, 1.0, &[3.0, 3.0]),
            Role::Arrow => (self.ink, self.width * 0.7, &[]),
            Role::Way(0) => (self.f, self.width * 0.75, &[]),
            Role::Way(_) => (self.df, self.width * 0.75, &[]),
        }
    }
}
