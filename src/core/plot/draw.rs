//! Drawing a plot through plotters, on a canvas or into an SVG: the axes and the picture apart.

use super::pen::{Ink, Pen, UNITS, run_together};
use super::{Dot, Frame, Palette, Picture, Role, Ticks};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{
    Cartesian2d, Color, DrawingArea, DrawingAreaErrorKind, FontFamily, IntoDrawingArea, IntoFont,
    Polygon, RGBColor, Text, TextStyle,
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
    backend: DB,
    frame: &Frame,
    ticks: &Ticks,
    palette: &Palette,
) -> Draw<DB> {
    let Ticks { x: x_ticks, y: y_ticks, right: right_ticks } = ticks;
    let root = backend.into_drawing_area();
    let a = &frame.area;
    let (right, bottom) = (a.left + a.width, a.top + a.height);
    let font = |h, v| {
        TextStyle::from(
            (FontFamily::Name("system-ui, sans-serif"), palette.text * UNITS).into_font(),
        )
        .color(&palette.label)
        .pos(Pos::new(h, v))
    };
    let below = font(HPos::Center, VPos::Top);
    let beside = font(HPos::Right, VPos::Center);
    // The lines through 0 last, so that the grid does not cross them.
    for is_axis in [false, true] {
        let color = if is_axis { palette.axis } else { palette.grid };
        let mut lines = Vec::new();
        for tick in x_ticks.iter().filter(|t| (t.at == 0.0) == is_axis) {
            let x = crisp(frame.to_px(tick.at, 0.0).0);
            lines.push(vec![units((x, a.top)), units((x, bottom))]);
        }
        for tick in y_ticks.iter().filter(|t| (t.at == 0.0) == is_axis) {
            let y = crisp(frame.to_px(0.0, tick.at).1);
            lines.push(vec![units((a.left, y)), units((right, y))]);
        }
        root.draw(&Paths { all: &lines, ink: ink(color, 1.0), dash: &[] })?;
    }
    // Below the lower half of a label beside the corner.
    let down = (0.4 * palette.text).max(5.0);
    for tick in x_ticks {
        let at = (frame.middle(tick, palette.text), bottom + down);
        root.draw(&Text::new(tick.label.as_str(), units(at), below.clone()))?;
    }
    for tick in y_ticks {
        let at = (a.left - 5.0, frame.to_px(0.0, tick.at).1);
        root.draw(&Text::new(tick.label.as_str(), units(at), beside.clone()))?;
    }
    let style = font(HPos::Left, VPos::Center).color(&palette.df);
    let right_frame = frame.right();
    for tick in right_ticks {
        let at = (right + 5.0, right_frame.to_px(0.0, tick.at).1);
        root.draw(&Text::new(tick.label.as_str(), units(at), style.clone()))?;
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
    for region in &picture.regions {
        let color = palette.style(region.role).0.mix(f64::from(region.alpha) / 255.0);
        chart.draw(&Polygon::new(region.corners.as_slice(), color.filled()))?;
    }
    for curve in &picture.curves {
        let (color, width, dash) = palette.style(curve.role);
        chart.draw(&Paths { all: &curve.strokes, ink: ink(color, width), dash })?;
        let size = if matches!(curve.role, Role::Way(_)) { 1.0 } else { 1.5 };
        let radius = (palette.width * size * UNITS).round() as u32;
        for Dot { at, filled } in &curve.dots {
            let fill = backend_color(if *filled { color } else { palette.paper });
            chart.draw(&Spot { at, radius, fill, ink: ink(color, width * 0.7) })?;
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

/// Polylines of one style as one plotters element, so that they pass through the chart's
/// coordinates.
struct Paths<'a, C> {
    all: &'a [Vec<C>],
    ink: Ink,
    /// In CSS pixels.
    dash: &'a [f64],
}

impl<'a, C> PointCollection<'a, C> for &'a Paths<'a, C> {
    type Point = &'a C;
    type IntoIter = std::iter::Flatten<std::slice::Iter<'a, Vec<C>>>;

    fn point_iter(self) -> Self::IntoIter {
        self.all.iter().flatten()
    }
}

impl<DB: Pen, C> Drawable<DB> for Paths<'_, C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let points: Vec<_> = points.collect();
        let mut rest = points.as_slice();
        let paths: Vec<_> =
            self.all.iter().filter_map(|path| rest.split_off(..path.len())).collect();
        let dash: Vec<f64> = self.dash.iter().map(|length| length * UNITS).collect();
        let solid = dash.is_empty() || run_together(&paths, &dash);
        backend.paths(&paths, self.ink, if solid { &[] } else { &dash })
    }
}

/// A dot as a plotters element.
struct Spot<'a> {
    at: &'a (f64, f64),
    /// In units.
    radius: u32,
    fill: BackendColor,
    ink: Ink,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Spot<'a> {
    type Point = &'a (f64, f64);
    type IntoIter = std::iter::Once<&'a (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(self.at)
    }
}

impl<DB: Pen> Drawable<DB> for Spot<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        at.next().map_or(Ok(()), |at| backend.dot(at, self.radius, self.fill, self.ink))
    }
}
