//! A plot as an SVG document of its own, through plotters' SVG backend.

use super::{Frame, Ink, Palette, Pen, Picture, UNITS, draw_axes, draw_picture};
use plotters::prelude::{
    Color, DrawingBackend, IntoDrawingArea, IntoFont, Rectangle, SVGBackend, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

/// The least distance between two ticks, in font sizes, across and up.
const SPACING: (f64, f64) = (4.5, 3.2);
/// The height of the caption, in font sizes.
const CAPTION: f64 = 2.2;

/// The SVG document of a picture with its axes on the palette's paper, and the caption, if there is
/// one, below; the caption is the document's title, too.
///
/// As large as the frame, the caption's line added, in CSS pixels; coordinates are [`UNITS`] to
/// the pixel. It needs nothing outside itself; words are in the reader's own system font.
///
/// # Errors
/// Those of plotters, as text; none are known.
pub fn svg(
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    caption: &str,
) -> Result<String, String> {
    let room = if caption.is_empty() { 0.0 } else { CAPTION * palette.text };
    let units = |px: f64| (px * UNITS).round() as u32;
    let size = (units(frame.size.0), units(frame.size.1 + room));
    let mut drawn = String::new();
    let dashed = draw(&mut drawn, frame, picture, palette, size, caption)?;
    Ok(finish(&drawn, &dashed, size, caption))
}

/// The number of a path, and the lengths of its dashes.
type Dashes = (usize, Vec<f64>);

/// Draws everything into a document and returns the dashes of its dashed paths.
fn draw(
    document: &mut String,
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    size: (u32, u32),
    caption: &str,
) -> Result<Vec<Dashes>, String> {
    let backend = SVGBackend::with_string(document, size);
    let mut book = Book { backend, paths: 0, dashed: Vec::new() };
    let corners = [(0, 0), (size.0 as i32, size.1 as i32)];
    let paper = Rectangle::new(corners, palette.paper.filled());
    Sheet(&mut book).into_drawing_area().draw(&paper).map_err(text_of)?;
    let ticks = (frame.x_ticks(SPACING.0 * palette.text), frame.y_ticks(SPACING.1 * palette.text));
    draw_axes(Sheet(&mut book), frame, (&ticks.0, &ticks.1), palette).map_err(text_of)?;
    draw_picture(Sheet(&mut book), frame, picture, palette).map_err(text_of)?;
    if !caption.is_empty() {
        let below = corners[1].1 - (0.5 * CAPTION * palette.text * UNITS) as i32;
        let style = TextStyle::from(
            (FontFamily::Name("system-ui, sans-serif"), palette.text * UNITS).into_font(),
        )
        .color(&palette.label)
        .pos(Pos::new(HPos::Left, VPos::Center));
        let text = Text::new(caption, ((frame.area.left * UNITS) as i32, below), style);
        Sheet(&mut book).into_drawing_area().draw(&text).map_err(text_of)?;
    }
    book.backend.present().map_err(text_of)?;
    Ok(std::mem::take(&mut book.dashed))
}

fn text_of(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Gives the document its size in CSS pixels, its title and its dashes; plotters writes an element
/// a line and has no dashed paths.
fn finish(drawn: &str, dashed: &[Dashes], units: (u32, u32), caption: &str) -> String {
    let (width, height) = (f64::from(units.0) / UNITS, f64::from(units.1) / UNITS);
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\">\n",
        units.0, units.1
    );
    if !caption.is_empty() {
        document.push_str(&format!("<title>{}</title>\n", escaped(caption)));
    }
    let mut dashed = dashed.iter();
    let mut next = dashed.next();
    let mut paths = 0;
    for line in drawn.lines().skip(1) {
        let is_path = line.starts_with("<polyline");
        match (next, line.strip_suffix("/>")) {
            (Some((path, dash)), Some(open)) if is_path && *path == paths => {
                let dash: Vec<String> = dash.iter().map(f64::to_string).collect();
                document.push_str(&format!("{open} stroke-dasharray=\"{}\"/>", dash.join(" ")));
                next = dashed.next();
            }
            _ => document.push_str(line),
        }
        paths += usize::from(is_path);
        document.push('\n');
    }
    document
}

/// Text escaped for an element or an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The document in the making, handed from one pen to the next.
struct Book<'b> {
    backend: SVGBackend<'b>,
    /// The number of its paths.
    paths: usize,
    /// The dashes of those that have any.
    dashed: Vec<Dashes>,
}

/// A pen, which plotters takes and does not give back.
struct Sheet<'a, 'b>(&'a mut Book<'b>);

type Drawn = Result<(), DrawingErrorKind<std::io::Error>>;

impl Pen for Sheet<'_, '_> {
    fn paths(&mut self, paths: &[&[BackendCoord]], ink: Ink, dash: &[f64]) -> Drawn {
        for path in paths {
            if !dash.is_empty() {
                self.0.dashed.push((self.0.paths, dash.to_vec()));
            }
            self.draw_path(path.iter().copied(), &ink)?;
        }
        Ok(())
    }
}

impl DrawingBackend for Sheet<'_, '_> {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.0.backend.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    /// Nothing to do: another sheet may follow.
    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.0.backend.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.0.backend.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.0.paths += 1;
        self.0.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.0.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.0.backend.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.0.backend.draw_text(text, &FullSize(style), at)
    }
}

/// A text style as large as it says: plotters' SVG divides the height of a font by 1.24, the
/// canvas does not.
struct FullSize<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for FullSize<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        1.24 * self.0.size()
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, at, draw)
    }
}
