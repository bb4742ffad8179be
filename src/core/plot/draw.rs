//! Drawing a plot with plotters' coordinates and backends, on a canvas or into an SVG: the axes and
//! the picture apart.

use super::pen::{Ink, Pen, UNITS, run_together};
use super::{Dot, Frame, Palette, Picture, Role, Ticks};
use crate::numeric::ticks::Tick;
use plotters::coord::CoordTranslate;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, DrawingBackend, FontFamily, IntoFont, RGBColor, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, DrawingErrorKind};

type Draw<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;
type Chart = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// Draws the grid, the axes and their labels.
///
/// # Errors
/// Those of the backend.
pub fn draw_axes<DB: Pen>(
    mut backend: DB,
    frame: &Frame,
    ticks: &Ticks,
    palette: &Palette,
) -> Draw<DB> {
    let Ticks { x: x_ticks, y: y_ticks, right: right_ticks } = ticks;
    let a = &frame.area;
    let (right, bottom) = (a.left + a.width, a.top + a.height);
    // The lines through 0 last, so that the grid does not cross them.
    for is_axis in [false, true] {
        let color = if is_axis { palette.axis } else { palette.grid };
        let mut lines = Vec::new();
        for tick in x_ticks.iter().filter(|t| (t.at == 0.0) == is_axis) {
            let x = crisp(frame.to_px(tick.at, 0.0).0);
            lines.push([units((x, a.top)), units((x, bottom))]);
        }
        for tick in y_ticks.iter().filter(|t| (t.at == 0.0) == is_axis) {
            let y = crisp(frame.to_px(0.0, tick.at).1);
            lines.push([units((a.left, y)), units((right, y))]);
        }
        let lines: Vec<&[BackendCoord]> = lines.iter().map(|line| line.as_slice()).collect();
        backend.paths(&lines, ink(color, 1.0), &[])?;
    }
    let font = TextStyle::from(
        (FontFamily::Name("system-ui, sans-serif"), palette.text * UNITS).into_font(),
    );
    let mut put = |tick: &Tick, at, color: &RGBColor, h, v| {
        let style = font.color(color).pos(Pos::new(h, v));
        backend.draw_text(&tick.label, &style, units(at))
    };
    // Below the lower half of a label beside the corner.
    let down = (0.4 * palette.text).max(5.0);
    for tick in x_ticks {
        let at = (frame.middle(tick, palette.text), bottom + down);
        put(tick, at, &palette.label, HPos::Center, VPos::Top)?;
    }
    let right_frame = frame.right();
    let left = (frame, y_ticks, a.left - 5.0, &palette.label, HPos::Right);
    let right = (&right_frame, right_ticks, right + 5.0, &palette.df, HPos::Left);
    for (frame, ticks, x, color, side) in [left, right] {
        for tick in ticks {
            put(tick, (x, frame.to_px(0.0, tick.at).1), color, side, VPos::Center)?;
        }
    }
    Ok(())
}

/// Draws a picture: its regions, then its curves and their dots.
///
/// # Errors
/// Those of the backend.
pub fn draw_picture<DB: Pen>(
    mut backend: DB,
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
) -> Draw<DB> {
    let chart = chart(frame);
    let place = |points: &[(f64, f64)]| -> Vec<BackendCoord> {
        points.iter().map(|point| chart.translate(point)).collect()
    };
    for region in &picture.regions {
        let mut style = ink(palette.style(region.role).0, 1.0);
        style.color.alpha = f64::from(region.alpha) / 255.0;
        backend.fill_polygon(place(&region.corners), &style)?;
    }
    for curve in &picture.curves {
        let (color, width, dash) = palette.style(curve.role);
        let paths: Vec<_> = curve.strokes.iter().map(|stroke| place(stroke)).collect();
        let paths: Vec<&[BackendCoord]> = paths.iter().map(Vec::as_slice).collect();
        let dash: Vec<f64> = dash.iter().map(|length| length * UNITS).collect();
        let solid = dash.is_empty() || run_together(&paths, &dash);
        backend.paths(&paths, ink(color, width), if solid { &[] } else { &dash })?;
        let size = if matches!(curve.role, Role::Way(_)) { 1.0 } else { 1.5 };
        let radius = (palette.width * size * UNITS).round() as u32;
        for Dot { at, filled } in &curve.dots {
            let fill = backend_color(if *filled { color } else { palette.paper });
            backend.dot(chart.translate(at), radius, fill, ink(color, width * 0.7))?;
        }
    }
    Ok(())
}

/// Puts the data's coordinates onto the frame's area.
fn chart(frame: &Frame) -> Chart {
    let (a, w) = (&frame.area, &frame.window);
    let (left, top) = units((a.left, a.top));
    let (right, bottom) = units((a.left + a.width, a.top + a.height));
    Cartesian2d::new(w.x_min..w.x_max, w.y_min..w.y_max, (left..right, bottom..top))
}

/// CSS pixels to drawing units.
fn units((x, y): (f64, f64)) -> BackendCoord {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

/// The middle of the pixel, where a hairline is sharp.
fn crisp(px: f64) -> f64 {
    px.floor() + 0.5
}

/// A colour and a width in CSS pixels.
fn ink(color: RGBColor, px: f64) -> Ink {
    Ink { color: backend_color(color), width: (px * UNITS).round().max(1.0) as u32 }
}

fn backend_color(color: RGBColor) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (color.0, color.1, color.2) }
}
