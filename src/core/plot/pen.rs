//! The pen: the means of drawing that plotters' backends lack, a fine grid of units and dashed lines.

use plotters::prelude::DrawingBackend;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingErrorKind};

/// Units per CSS pixel: plotters rounds every coordinate to a whole unit of its backend
/// (<https://github.com/plotters-rs/plotters/issues/128>), and sixteen to the pixel look continuous.
pub const UNITS: f64 = 16.0;

/// A backend whose unit is 1/[`UNITS`] CSS pixel, which can dash a line and draws paths of one
/// style at once.
pub trait Pen: DrawingBackend {
    /// Draws paths of one colour and width, each solid or, from its beginning, in dashes: lengths
    /// in units, of dashes and gaps in turn.
    ///
    /// # Errors
    /// Those of the backend's own paths.
    fn paths(
        &mut self,
        paths: &[&[BackendCoord]],
        ink: Ink,
        dash: &[f64],
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;

    /// Draws a dot with an outline.
    ///
    /// # Errors
    /// Those of the backend's own circles.
    fn dot(
        &mut self,
        center: BackendCoord,
        radius: u32,
        fill: BackendColor,
        ink: Ink,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;
}

/// A colour and a line width in units.
#[derive(Clone, Copy)]
pub struct Ink {
    /// The colour.
    pub color: BackendColor,
    /// The width.
    pub width: u32,
}

impl BackendStyle for Ink {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The number of flanks from which on a curve may be an oscillation.
const FLANKS: usize = 8;

/// True if paths go up and down so fast that neighbouring flanks are closer than the dashes on them
/// are long: those would line up into lines across, which are not there.
pub(super) fn run_together(paths: &[&[BackendCoord]], dash: &[f64]) -> bool {
    let (Some([(from, _), ..]), Some([.., (to, _)])) = (paths.first(), paths.last()) else {
        return false;
    };
    let mut flanks = 0;
    let mut travel = 0.0;
    for path in paths {
        // Where the curve leaves the window another path begins, and another flank.
        let mut up = None;
        for pair in path.windows(2) {
            let rise = f64::from(pair[1].1) - f64::from(pair[0].1);
            travel += rise.abs();
            if rise != 0.0 && up.replace(rise > 0.0) != Some(rise > 0.0) {
                flanks += 1;
            }
        }
    }
    let turn = dash.iter().sum::<f64>() * flanks as f64;
    flanks >= FLANKS && (f64::from(*to) - f64::from(*from)).abs() < turn && travel > turn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::{Window, sample::sample};
    use crate::plot::UNITS;

    /// Whether cos ωx is drawn solid, across 700 pixels of [−50, 50], cut at ±`cut`.
    fn solid(omega: f64, cut: f64) -> bool {
        let window = Window::new(-50.0, 50.0, -cut, cut);
        let strokes = sample(|x| libm::cos(omega * x), &[], &window, 700.0, 350.0);
        let px = |(x, y): (f64, f64)| {
            let at = (7.0 * (x + 50.0) * UNITS, 175.0 * (1.0 - y / cut) * UNITS);
            (at.0.round() as i32, at.1.round() as i32)
        };
        let paths: Vec<Vec<BackendCoord>> =
            strokes.into_iter().map(|stroke| stroke.into_iter().map(px).collect()).collect();
        let paths: Vec<_> = paths.iter().map(Vec::as_slice).collect();
        run_together(&paths, &[7.0 * UNITS, 5.0 * UNITS])
    }

    #[test]
    fn an_oscillation_faster_than_its_dashes_is_not_dashed() {
        for omega in [15.1, 6.0, 3.0, 1.9] {
            // Whole, and with its tips beyond the window.
            assert!(solid(omega, 1.2) && solid(omega, 0.1), "{omega}");
        }
        // A wave 60 px long; one too low for dashes to line up.
        assert!(!solid(0.7, 1.2) && !solid(3.0, 200.0));
    }

    #[test]
    fn a_jagged_line_is_dashed() {
        assert!(!run_together(&[&[(0, 0), (9, 9000), (18, 0)]], &[112.0, 80.0]));
        assert!(!run_together(&[], &[112.0, 80.0]));
        assert!(!run_together(&[&[]], &[112.0, 80.0]));
    }
}
