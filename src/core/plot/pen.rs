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
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        for path in paths {
            if dash.is_empty() {
                self.draw_path(path.iter().copied(), &ink)?;
            } else {
                dashes(path, dash).into_iter().try_for_each(|piece| self.draw_path(piece, &ink))?;
            }
        }
        Ok(())
    }

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
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.draw_circle(center, radius, &Ink { color: fill, width: 1 }, true)?;
        self.draw_circle(center, radius, &ink, false)
    }
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

/// True if a path goes up and down so often that its dashes would be thousands, and a grey blur: an
/// oscillation too fast to follow.
pub(super) fn run_together(path: &[BackendCoord], dash: &[f64]) -> bool {
    let length = |pair: &[BackendCoord]| {
        f64::from(pair[1].0 - pair[0].0).hypot(f64::from(pair[1].1 - pair[0].1))
    };
    let turn: f64 = dash.iter().sum();
    path.windows(2).map(length).sum::<f64>() > 2000.0 * turn
}

/// Cuts a path into dashes with gaps, measured along it.
fn dashes(path: &[BackendCoord], dash: &[f64]) -> Vec<Vec<BackendCoord>> {
    let mut pieces = Vec::new();
    let (Some(&first), Some(&on)) = (path.first(), dash.first()) else {
        return pieces;
    };
    let mut piece = vec![first];
    let (mut drawing, mut left, mut turn) = (true, on, 0);
    for pair in path.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let length = dx.hypot(dy);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let t = done / length;
            let at = (from.0 + (dx * t).round() as i32, from.1 + (dy * t).round() as i32);
            if drawing {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            drawing = !drawing;
            turn += 1;
            left = dash[turn % dash.len()];
        }
        left -= length - done;
        if drawing {
            piece.push(to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_path_around_corners() {
        let pieces = dashes(&[(0, 0), (100, 0), (100, 100)], &[60.0, 30.0]);
        assert_eq!(
            pieces,
            [
                vec![(0, 0), (60, 0)],
                vec![(90, 0), (100, 0), (100, 50)],
                vec![(100, 80), (100, 100)]
            ]
        );
    }

    #[test]
    fn a_band_is_not_dashed() {
        let zigzag = |turns: i32| -> Vec<BackendCoord> {
            (0..turns).map(|i| (8 * i, 6000 * (i % 2))).collect()
        };
        assert!(run_together(&zigzag(1440), &[112.0, 80.0]));
        assert!(!run_together(&zigzag(20), &[112.0, 80.0]));
    }

    #[test]
    fn a_point_is_no_dash() {
        assert!(dashes(&[(3, 3)], &[5.0, 5.0]).is_empty());
        assert!(dashes(&[], &[5.0, 5.0]).is_empty());
    }
}
