//! A sheet to draw on, a canvas or the text of an SVG, as a plotters backend with sixteen units to
//! the CSS pixel and real dashes.

use activation_explorer::numeric::format::shortest;
use activation_explorer::plot::{Ink, Pen, SvgPen, UNITS};
use js_sys::Array;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use std::convert::Infallible;
use std::f64::consts::TAU;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The largest side of a canvas in device pixels.
const LARGEST: f64 = 8192.0;

type CanvasError = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<CanvasError>>;

/// A canvas or the text of an SVG. One type, so that the code that draws is there once.
pub(crate) enum Sheet<'a> {
    /// A canvas.
    Canvas(&'a mut Surface),
    /// The text of an SVG.
    Svg(SvgPen<'a>),
}

/// The 2-D context of a canvas, at a given CSS size and sharp at the given device-pixel ratio.
///
/// Kept from one picture to the next, and only changed settings are sent to the browser: fetching
/// the context and parsing a colour or a font take as long as drawing with them. Shapes that are
/// not drawn at every step are left to plotters-canvas.
pub(crate) struct Surface {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (f64, f64),
    /// A cache of colours in CSS notation.
    colors: Vec<(BackendColor, JsValue)>,
    /// A cache of dash patterns.
    dashes: Vec<(Vec<f64>, Array)>,
    /// The settings in force.
    now: CanvasSettings,
}

/// The drawing settings last sent to the browser.
#[derive(Default)]
struct CanvasSettings {
    dash: Vec<f64>,
    line: Option<(BackendColor, u32)>,
    fill: Option<BackendColor>,
    /// The font, the alignment and the baseline of text.
    text: (String, &'static str, &'static str),
}

impl Surface {
    /// Prepares `canvas` and clears it; `None` where the browser gives no 2-D context.
    pub(crate) fn new(canvas: &HtmlCanvasElement, size: (f64, f64), ratio: f64) -> Option<Self> {
        let ratio = ratio.min(LARGEST / size.0.max(size.1).max(1.0));
        let context =
            canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        // Setting either also clears the canvas and all drawing settings.
        canvas.set_width((size.0 * ratio).round() as u32);
        canvas.set_height((size.1 * ratio).round() as u32);
        let scale = ratio / UNITS;
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        let canvas = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self {
            canvas,
            context,
            size,
            colors: Vec::new(),
            dashes: Vec::new(),
            now: CanvasSettings::default(),
        })
    }

    /// Clears the canvas.
    pub(crate) fn clear(&self) {
        // One pixel more: the canvas has whole device pixels.
        let (width, height) = (self.size.0 + 1.0, self.size.1 + 1.0);
        self.context.clear_rect(0.0, 0.0, width * UNITS, height * UNITS);
    }

    /// A colour in CSS notation.
    fn color(&mut self, color: BackendColor) -> JsValue {
        if let Some((_, known)) = self.colors.iter().find(|(known, _)| same(known, &color)) {
            return known.clone();
        }
        let BackendColor { alpha, rgb: (r, g, b) } = color;
        let text = JsValue::from(format!("rgba({r},{g},{b},{})", shortest(alpha)));
        self.colors.push((color, text.clone()));
        text
    }

    /// Sets the dash pattern of lines; solid if it is empty.
    fn dash(&mut self, dash: &[f64]) {
        if self.now.dash == dash {
            return;
        }
        let known = self.dashes.iter().position(|(known, _)| known == dash);
        let place = known.unwrap_or_else(|| {
            let pattern = dash.iter().map(|length| JsValue::from(*length)).collect();
            self.dashes.push((dash.to_vec(), pattern));
            self.dashes.len() - 1
        });
        // A pattern of positive numbers is always accepted; if not, the line is solid.
        let _ = self.context.set_line_dash(&self.dashes[place].1);
        self.now.dash.clear();
        self.now.dash.extend(dash);
    }

    /// Sets the colour and the width of lines.
    #[expect(deprecated, reason = "the other takes a new text every time")]
    fn line(&mut self, ink: Ink) {
        let Ink { color, width } = ink;
        if !self.now.line.is_some_and(|(last, wide)| wide == width && same(&last, &color)) {
            let text = self.color(color);
            self.context.set_stroke_style(&text);
            self.context.set_line_width(f64::from(width));
            self.now.line = Some((color, width));
        }
    }

    /// Sets the fill colour.
    #[expect(deprecated, reason = "the other takes a new text every time")]
    fn fill(&mut self, color: BackendColor) {
        if !self.now.fill.is_some_and(|last| same(&last, &color)) {
            let text = self.color(color);
            self.context.set_fill_style(&text);
            self.now.fill = Some(color);
        }
    }

    /// Adds a polyline to the current path.
    fn trace(&self, mut path: impl Iterator<Item = BackendCoord>) {
        if let Some((x, y)) = path.next() {
            self.context.move_to(f64::from(x), f64::from(y));
        }
        for (x, y) in path {
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }

    fn circle(&self, center: BackendCoord, radius: u32) {
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        self.context.begin_path();
        // A radius that is not negative is always accepted; if not, there is no dot.
        let _ = self.context.arc(x, y, f64::from(radius), 0.0, TAU);
    }

    /// Sets the font, the colour and the alignment of text.
    fn text(&mut self, style: &impl BackendTextStyle) {
        let Pos { h_pos, v_pos } = style.anchor();
        let align = match h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        let baseline = match v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        let (kind, family) = (style.style(), style.family());
        let font = format!("{} {}px {}", kind.as_str(), shortest(style.size()), family.as_str());
        let now = &mut self.now.text;
        if now.0 != font {
            self.context.set_font(&font);
            now.0 = font;
        }
        if (now.1, now.2) != (align, baseline) {
            self.context.set_text_align(align);
            self.context.set_text_baseline(baseline);
            (now.1, now.2) = (align, baseline);
        }
    }

    fn paths(&mut self, paths: &[&[BackendCoord]], ink: Ink, dash: &[f64]) {
        self.dash(dash);
        self.line(ink);
        self.context.begin_path();
        paths.iter().for_each(|path| self.trace(path.iter().copied()));
        self.context.stroke();
    }

    fn dot(&mut self, center: BackendCoord, radius: u32, fill: BackendColor, ink: Ink) {
        self.circle(center, radius);
        self.fill(fill);
        self.context.fill();
        self.dash(&[]);
        self.line(ink);
        self.context.stroke();
    }

    fn polygon(&mut self, corners: impl Iterator<Item = BackendCoord>, color: BackendColor) {
        self.fill(color);
        self.context.begin_path();
        self.trace(corners);
        self.context.fill();
    }

    /// The plotters-canvas backend for shapes that are rarely drawn; it changes the settings
    /// itself.
    fn other(&mut self) -> &mut CanvasBackend {
        self.dash(&[]);
        self.now = CanvasSettings::default();
        &mut self.canvas
    }
}

/// The result of writing into a text, which does not fail.
fn written(result: Result<(), DrawingErrorKind<Infallible>>) -> Drawn {
    result.map_err(|error| match error {
        DrawingErrorKind::DrawingError(never) => match never {},
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    })
}

impl Pen for Sheet<'_> {
    fn paths(&mut self, paths: &[&[BackendCoord]], ink: Ink, dash: &[f64]) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.paths(paths, ink, dash),
            Self::Svg(pen) => written(pen.paths(paths, ink, dash))?,
        }
        Ok(())
    }

    fn dot(&mut self, center: BackendCoord, radius: u32, fill: BackendColor, ink: Ink) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.dot(center, radius, fill, ink),
            Self::Svg(pen) => written(pen.dot(center, radius, fill, ink))?,
        }
        Ok(())
    }
}

impl DrawingBackend for Sheet<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Self::Canvas(surface) => {
                ((surface.size.0 * UNITS) as u32, (surface.size.1 * UNITS) as u32)
            }
            Self::Svg(pen) => pen.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.canvas.ensure_prepared(),
            Self::Svg(pen) => written(pen.ensure_prepared()),
        }
    }

    fn present(&mut self) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.canvas.present(),
            Self::Svg(pen) => written(pen.present()),
        }
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.other().draw_pixel(point, color),
            Self::Svg(pen) => written(pen.draw_pixel(point, color)),
        }
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.other().draw_line(from, to, style),
            Self::Svg(pen) => written(pen.draw_line(from, to, style)),
        }
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        match self {
            Self::Canvas(surface) => {
                surface.other().draw_rect(upper_left, bottom_right, style, fill)
            }
            Self::Svg(pen) => written(pen.draw_rect(upper_left, bottom_right, style, fill)),
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.other().draw_path(path, style),
            Self::Svg(pen) => written(pen.draw_path(path, style)),
        }
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.other().draw_circle(center, radius, style, fill),
            Self::Svg(pen) => written(pen.draw_circle(center, radius, style, fill)),
        }
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        match self {
            Self::Canvas(surface) => surface.polygon(corners.into_iter(), style.color()),
            Self::Svg(pen) => written(pen.fill_polygon(corners, style))?,
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        match self {
            Self::Canvas(surface) => {
                // No text of a plot is rotated.
                surface.text(style);
                surface.fill(style.color());
                // Never refused; if it were, a label would be missing.
                let _ = surface.context.fill_text(text, f64::from(at.0), f64::from(at.1));
            }
            Self::Svg(pen) => written(pen.draw_text(text, style, at))?,
        }
        Ok(())
    }
}

fn same(a: &BackendColor, b: &BackendColor) -> bool {
    (a.rgb, a.alpha) == (b.rgb, b.alpha)
}
