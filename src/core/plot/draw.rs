//! Drawing a plot through plotters, on a canvas or into an SVG: the axes and the picture apart.

use super::pen::{Ink, Pen, UNITS, run_together};
use super::{Dot, Frame, Palette, Picture, Role, Ticks};
use crate::numeric::ticks::Tick;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{
    Cartesian2d, DrawingArea, DrawingAreaErrorKind, FontFamily, IntoDrawingArea, IntoFont,
    RGBColor, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, DrawingErrorKind};

type Draw<DB> =
    Result<(), DrawingAreaErrorKind<<DB as plotters::prelude::DrawingBackend>::ErrorType>>;
type Chart<DB> = DrawingArea<DB, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Draws the grid, the axes and their labels.
///
/// # Errors
/// Those of the backend.
pub fn draw_axes<DB: Pen>(
    mut backend: DB,
    frame: &Frame,
    ticks: &Ticks,
    palette: &Palette,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let Ticks { x: x_ticks, y: y_ticks, right: right_ticks, bare } = ticks;
    let bare = *bare;
    let a = &frame.area;
    let (right, bottom) = (a.left + a.width, a.top + a.height);
    // The lines through 0 last, so that the grid does not cross them.
    for is_axis in if bare { [true].as_slice() } else { &[false, true] } {
        let is_axis = *is_axis;
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
    // Of a bare plot along the lines through 0, which say 0 themselves.
    let zero = frame.to_px(0.0, 0.0);
    let (floor, side) = if bare { (zero.1, zero.0) } else { (bottom, a.left) };
    for tick in x_ticks.iter().filter(|tick| !bare || tick.at != 0.0) {
        let at = (frame.middle(tick, palette.text), floor + down);
        put(tick, at, &palette.label, HPos::Center, VPos::Top)?;
    }
    let right_frame = frame.right();
    let left = (frame, y_ticks, side - 5.0, &palette.label, HPos::Right);
    let right = (&right_frame, right_ticks, right + 5.0, &palette.df, HPos::Left);
    for (frame, ticks, x, color, side) in [left, right] {
        for tick in ticks.iter().filter(|tick| !bare || tick.at != 0.0) {
            // In the corner clear of the label below.
            let y = frame.to_px(0.0, tick.at).1.min(bottom - 0.35 * palette.text);
            put(tick, (x, y), color, side, VPos::Center)?;
        }
    }
    Ok(())
}

/// Draws a picture: its regions, then its curves and their dots.
///
/// # Errors
/// Those of the backend.
pub fn draw_picture<DB: Pen>(
    backend: DB,
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
) -> Draw<DB> {
    let chart = chart(backend.into_drawing_area(), frame);
    let put = |paths: Vec<&[(f64, f64)]>, way| chart.draw(&Shape { paths, way });
    for region in &picture.regions {
        let rgb = backend_color(palette.style(region.role).0).rgb;
        let color = BackendColor { alpha: f64::from(region.alpha) / 255.0, rgb };
        put(vec![region.corners.as_slice()], Way::Area(color))?;
    }
    for curve in &picture.curves {
        let (color, width, dash) = palette.style(curve.role);
        let strokes = curve.strokes.iter().map(Vec::as_slice).collect();
        put(strokes, Way::Lines(ink(color, width), dash))?;
        let size = if matches!(curve.role, Role::Way(_)) { 1.0 } else { 1.5 };
        let radius = (palette.width * size * UNITS).round() as u32;
        for Dot { at, filled } in &curve.dots {
            let fill = backend_color(if *filled { color } else { palette.paper });
            put(vec![std::slice::from_ref(at)], Way::Dot(radius, fill, ink(color, width * 0.7)))?;
        }
    }
    Ok(())
}

/// Puts the data's coordinates onto the frame's area.
fn chart<DB: Pen>(root: DrawingArea<DB, Shift>, frame: &Frame) -> Chart<DB> {
    let (a, w) = (&frame.area, &frame.window);
    let (left, top) = units((a.left, a.top));
    let (right, bottom) = units((a.left + a.width, a.top + a.height));
    root.apply_coord_spec(Cartesian2d::new(
        w.x_min..w.x_max,
        w.y_min..w.y_max,
        (left..right, bottom..top),
    ))
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

/// Lines, an area or a dot as a plotters element, so that its points pass through the chart's
/// coordinates. One element for all, whose code is in the page once.
struct Shape<'a> {
    paths: Vec<&'a [(f64, f64)]>,
    way: Way,
}

/// The way to draw a [`Shape`].
enum Way {
    /// A line along each path, with dashes in CSS pixels.
    Lines(Ink, &'static [f64]),
    /// The inside of a path.
    Area(BackendColor),
    /// A dot at a point, with its radius in units, and an outline.
    Dot(u32, BackendColor, Ink),
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Shape<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = std::iter::Flatten<std::iter::Copied<std::slice::Iter<'a, &'a [(f64, f64)]>>>;

    fn point_iter(self) -> Self::IntoIter {
        self.paths.iter().copied().flatten()
    }
}

impl<DB: Pen> Drawable<DB> for Shape<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let points: Vec<_> = points.collect();
        match self.way {
            Way::Lines(ink, dash) => {
                let mut rest = points.as_slice();
                let paths: Vec<_> =
                    self.paths.iter().filter_map(|path| rest.split_off(..path.len())).collect();
                let dash: Vec<f64> = dash.iter().map(|length| length * UNITS).collect();
                let solid = dash.is_empty() || run_together(&paths, &dash);
                backend.paths(&paths, ink, if solid { &[] } else { &dash })
            }
            Way::Area(color) => backend.fill_polygon(points, &Ink { color, width: 1 }),
            Way::Dot(radius, fill, ink) => {
                points.first().map_or(Ok(()), |at| backend.dot(*at, radius, fill, ink))
            }
        }
    }
}
