//! A plot as an SVG document of its own, and the pen that writes one.

use super::{Frame, Ink, Palette, Pen, Picture, Size, UNITS, draw_axes, draw_picture};
use crate::numeric::format::shortest;
use plotters::prelude::DrawingBackend;
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt::{Display, Write as _};

/// The height of a line of the caption, and the room above and below all, in font sizes.
const LINE: f64 = 1.2;
const AROUND: f64 = 1.0;
/// The room at the right of the caption, in font sizes.
const RIGHT: f64 = 0.5;

/// The SVG document of a picture with its axes on the palette's paper, and the caption, if there is
/// one, below, in as many lines as it needs; the caption is the document's title, too.
///
/// As large as the frame, the caption's lines added, in CSS pixels; coordinates are [`UNITS`] to
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
    let mut drawn = String::new();
    let ticks = Size::Large.ticks(frame, palette.text);
    draw_axes(SvgPen::new(&mut drawn, frame), frame, &ticks, palette).map_err(text_of)?;
    draw_picture(SvgPen::new(&mut drawn, frame), frame, picture, palette).map_err(text_of)?;
    Ok(document(frame, palette, caption, &drawn))
}

fn text_of(error: impl Display) -> String {
    error.to_string()
}

/// The document with what an [`SvgPen`] has drawn in it, as [`svg`] describes it.
#[must_use]
pub fn document(frame: &Frame, palette: &Palette, caption: &str, drawn: &str) -> String {
    let units = |px: f64| (px * UNITS).round() as i32;
    let lines = caption_lines(caption, frame, palette.text);
    let size = (units(frame.size.0), units(frame.size.1 + caption_room(&lines, palette.text)));
    let mut all = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\">\n",
        shortest(f64::from(size.0) / UNITS),
        shortest(f64::from(size.1) / UNITS),
        size.0,
        size.1
    );
    if !caption.is_empty() {
        let title = caption.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        all.push_str(&format!("<title>{title}</title>\n"));
    }
    all.push_str(&format!(
        "<rect x=\"0\" y=\"0\" width=\"{}\" height=\"{}\" opacity=\"1\" fill=\"{}\" stroke=\"none\"/>\n",
        size.0,
        size.1,
        hex(opaque(palette.paper))
    ));
    all.push_str(drawn);
    for (at, line) in (0..).zip(&lines) {
        let at = (units(frame.area.left), units(frame.size.1 + caption_middle(at, palette.text)));
        let (size, color) = (palette.text * UNITS, opaque(palette.label));
        text(&mut all, line, at, (HPos::Left, VPos::Center), size, color);
    }
    all.push_str("</svg>\n");
    all
}

/// The lines of a caption below a frame, in this font size: broken at spaces, behind wide
/// characters, and within a word that is longer than a line.
#[must_use]
pub fn caption_lines(caption: &str, frame: &Frame, text: f64) -> Vec<String> {
    let room = (frame.size.0 - frame.area.left) / text - RIGHT;
    let mut lines: Vec<String> = Vec::new();
    let mut words = caption.split_inclusive(|c: char| c == ' ' || c >= '\u{2e80}');
    let mut next = words.next().map(str::to_owned);
    while let Some(mut word) = next.take() {
        if let Some(line) = lines.last_mut()
            && caption_width((line.clone() + &word).trim_end()) <= room
        {
            line.push_str(&word);
        } else {
            let fits = |end: usize| caption_width(word[..end].trim_end()) <= room;
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
            // At least one character, however narrow the picture is.
            let end = ends.enumerate().take_while(|(i, end)| *i == 0 || fits(*end)).last();
            let rest = word.split_off(end.map_or(word.len(), |(_, end)| end));
            lines.push(word);
            next = (!rest.is_empty()).then_some(rest);
        }
        next = next.or_else(|| words.next().map(str::to_owned));
    }
    lines.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    lines
}

/// The width of a text, in font sizes: hardly ever less than it is in a system's own font.
#[must_use]
pub fn caption_width(text: &str) -> f64 {
    let one = |c: char| match c {
        '.' | ',' | ' ' | '(' | ')' | '·' => 0.4,
        '−' | '×' | '+' | '=' => 0.84,
        'm' | 'w' | 'M' | 'W' => 0.99,
        'A'..='Z' => 0.78,
        '…' | '\u{2e80}'.. => 1.0,
        _ => 0.64,
    };
    text.chars().map(one).sum()
}

/// The height of the lines of a caption in CSS pixels; 0 for none.
#[must_use]
pub fn caption_room(lines: &[String], text: f64) -> f64 {
    if lines.is_empty() { 0.0 } else { text * (AROUND + LINE * lines.len() as f64) }
}

/// The middle of a line of a caption, counted from 0, below the frame, in CSS pixels.
#[must_use]
pub fn caption_middle(line: u32, text: f64) -> f64 {
    text * (0.5 * (AROUND + LINE) + LINE * f64::from(line))
}

/// A pen that writes an element of SVG a line; coordinates are [`UNITS`] to the CSS pixel.
pub struct SvgPen<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgPen<'a> {
    /// A pen that adds to `out` what it draws in a frame.
    pub fn new(out: &'a mut String, frame: &Frame) -> Self {
        let units = |px: f64| (px * UNITS) as u32;
        Self { out, size: (units(frame.size.0), units(frame.size.1)) }
    }

    /// Writes formatted text.
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(text);
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (x, y) in points {
            self.put(format_args!("{x},{y} "));
        }
    }
}

impl Pen for SvgPen<'_> {
    fn paths(&mut self, paths: &[&[BackendCoord]], ink: Ink, dash: &[f64]) -> Drawn {
        for path in paths {
            self.put(format_args!(
                "<polyline fill=\"none\" opacity=\"{}\" stroke=\"{}\" stroke-width=\"{}\" points=\"",
                shortest(ink.color.alpha),
                hex(ink.color),
                ink.width
            ));
            self.points(path.iter().copied());
            self.put(format_args!("\""));
            for (i, length) in dash.iter().enumerate() {
                let before = if i == 0 { " stroke-dasharray=\"" } else { " " };
                self.put(format_args!("{before}{}", shortest(*length)));
            }
            self.put(format_args!("{}/>\n", if dash.is_empty() { "" } else { "\"" }));
        }
        Ok(())
    }

    fn dot(&mut self, (x, y): BackendCoord, radius: u32, fill: BackendColor, ink: Ink) -> Drawn {
        let (fill, stroke) = (hex(fill), hex(ink.color));
        for (fill, stroke, width) in
            [(fill.as_str(), "none", 1), ("none", stroke.as_str(), ink.width)]
        {
            self.put(format_args!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" opacity=\"1\" fill=\"{fill}\" \
                 stroke=\"{stroke}\" stroke-width=\"{width}\"/>\n"
            ));
        }
        Ok(())
    }
}

/// What a plot draws with: lines, dots, polygons and words. The rest of plotters' shapes are left
/// to plotters, which makes them of lines.
impl DrawingBackend for SvgPen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\" opacity=\"{}\" fill=\"{}\"/>\n",
            shortest(color.alpha),
            hex(color)
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let color = style.color();
        self.put(format_args!(
            "<polygon opacity=\"{}\" fill=\"{}\" points=\"",
            shortest(color.alpha),
            hex(color)
        ));
        self.points(corners);
        self.put(format_args!("\"/>\n"));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, said: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = style.anchor();
        text(self.out, said, at, (anchor.h_pos, anchor.v_pos), style.size(), style.color());
        Ok(())
    }
}

/// Writes a text of a font size in units.
fn text(
    out: &mut String,
    said: &str,
    (x, y): BackendCoord,
    (across, up): (HPos, VPos),
    size: f64,
    color: BackendColor,
) {
    let anchor = match across {
        HPos::Left => "start",
        HPos::Right => "end",
        HPos::Center => "middle",
    };
    let down = match up {
        VPos::Top => "0.76em",
        VPos::Center => "0.5ex",
        VPos::Bottom => "-0.5ex",
    };
    out.push_str(&format!(
        "<text x=\"{x}\" y=\"{y}\" dy=\"{down}\" text-anchor=\"{anchor}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"{}\" opacity=\"{}\" fill=\"{}\">\n",
        shortest(size),
        shortest(color.alpha),
        hex(color)
    ));
    for c in said.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out.push_str("\n</text>\n");
}

fn opaque(color: RGBColor) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (color.0, color.1, color.2) }
}

fn hex(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02X}{g:02X}{b:02X}")
}
