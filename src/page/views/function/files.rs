//! Files made in the page: pictures of the plot, and tables.

use crate::page::browser::canvas::{Sheet, Surface};
use crate::page::state::Page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::plot::{Size, axes};
use activation_explorer::numeric::format::pixels;
use activation_explorer::plot::{
    Drawing, Frame, Palette, Picture, SvgPen, caption_lines, caption_middle, caption_room, csv,
    document as document_of, draw_picture, file_name,
};
use leptos::prelude::*;
use plotters::style::RGBColor;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// Device pixels per CSS pixel in a PNG.
const RATIO: f64 = 2.0;
/// The difference of a channel of a colour, of 255, that may come back from a canvas.
const NOISE: u8 = 12;

/// A download: a file to save, as an address that holds it.
#[derive(Clone, PartialEq)]
pub(crate) struct Download {
    pub(crate) name: String,
    pub(crate) address: String,
}

impl Download {
    /// A file of text.
    pub(crate) fn text(name: &str, kind: &str, text: &str) -> Self {
        let data = String::from(js_sys::encode_uri_component(text));
        Self { name: name.to_owned(), address: format!("data:{kind};charset=utf-8,{data}") }
    }

    /// Offers the file to be saved, as a click on a link to it would.
    pub(crate) fn offer(&self) {
        let Ok(link) = document().create_element("a") else { return };
        let set = |name, value: &str| link.set_attribute(name, value).is_ok();
        if set("href", &self.address)
            && set("download", &self.name)
            && let Ok(link) = link.dyn_into::<HtmlElement>()
        {
            link.click();
        }
    }
}

/// A file that can be saved.
#[derive(Clone)]
pub(crate) enum Saved {
    /// As it was wanted.
    Wanted(Download),
    /// An SVG in place of a PNG: this browser gives pages another picture than it shows.
    Instead(Download),
}

/// The plot on screen with a caption below, as PNG or SVG; `None` where that cannot be made.
pub(crate) fn picture(plot: FunctionPlot, page: Page, caption: &str, svg: bool) -> Option<Saved> {
    let frame = plot.frame.get_untracked()?;
    let picture = untrack(|| plot.graph()).picture(&frame);
    let palette = page.screen.palette.get_untracked();
    let name = name(plot, page);
    let readable = readable();
    if svg || readable == Some(false) {
        let text = as_svg(&frame, &picture, &palette, caption)?;
        let file = Download::text(&format!("{name}.svg"), "image/svg+xml", &text);
        return Some(if svg { Saved::Wanted(file) } else { Saved::Instead(file) });
    }
    let address = png(&frame, &picture, &palette, caption)?;
    Some(Saved::Wanted(Download { name: format!("{name}.png"), address }))
}

/// The numbers of the plot on screen.
pub(crate) fn table(plot: FunctionPlot, page: Page) -> Download {
    let window = plot.frame.get_untracked().map_or(plot.act.window, |f| f.window);
    let text = plot.params.with_untracked(|p| csv(plot.act, p, &window, plot.second()));
    Download::text(&format!("{}.csv", name(plot, page)), "text/csv", &text)
}

/// The name of a file of this state, without its ending.
fn name(plot: FunctionPlot, page: Page) -> String {
    let moved = page.address.untracked(|s| !s.edges.is_empty());
    let seen = plot.frame.get_untracked().map(|f| f.window).filter(|_| moved);
    plot.params.with_untracked(|p| file_name(plot.act, p, seen.as_ref()))
}

/// True if pages can read what they have drawn, false if they are given something else, as in
/// Firefox with `privacy.resistFingerprinting`; `None` where there is no canvas at all.
fn readable() -> Option<bool> {
    const SIDE: u32 = 16;
    let (_, context) = blank(SIDE, SIDE)?;
    let part = f64::from(SIDE / 2);
    let colors = [(230, 30, 60), (20, 200, 90), (40, 70, 250), (240, 240, 20)];
    for (i, (r, g, b)) in (0..).zip(colors) {
        context.set_fill_style_str(&format!("rgb({r}, {g}, {b})"));
        context.fill_rect(f64::from(i % 2) * part, f64::from(i / 2) * part, part, part);
    }
    let read = context.get_image_data(0.0, 0.0, f64::from(SIDE), f64::from(SIDE));
    let Ok(read) = read else { return Some(false) };
    let pixels = read.data();
    let right = pixels.chunks_exact(4).zip(0..).all(|(pixel, i)| {
        let (x, y) = (i % SIDE, i / SIDE);
        let (r, g, b) = colors[(x / (SIDE / 2) + 2 * (y / (SIDE / 2))) as usize];
        // Colours may be rounded, and protected by a little noise, which nobody sees.
        pixel.iter().zip([r, g, b, 255]).all(|(found, drawn)| found.abs_diff(drawn) <= NOISE)
    });
    Some(right)
}

/// An empty canvas that is not on the page.
fn blank(width: u32, height: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    Some((canvas, context))
}

fn png(frame: &Frame, picture: &Picture, palette: &Palette, caption: &str) -> Option<String> {
    // Each layer clears its canvas, so they are drawn apart and put together.
    let ((back, _), (front, _)) = (blank(1, 1)?, blank(1, 1)?);
    let mut surface = Surface::new(&back, frame.size, RATIO)?;
    axes(Sheet::Canvas(&mut surface), Size::Large, frame, palette);
    let mut surface = Surface::new(&front, frame.size, RATIO)?;
    draw_picture(Sheet::Canvas(&mut surface), frame, picture, palette).ok()?;
    let lines = caption_lines(caption, frame, palette.text);
    let below = caption_room(&lines, palette.text);
    let ratio = f64::from(back.width()) / frame.size.0;
    let (page, context) = blank(back.width(), back.height() + (below * ratio).ceil() as u32)?;
    context.set_fill_style_str(&css(palette.paper));
    context.fill_rect(0.0, 0.0, f64::from(page.width()), f64::from(page.height()));
    context.draw_image_with_html_canvas_element(&back, 0.0, 0.0).ok()?;
    context.draw_image_with_html_canvas_element(&front, 0.0, 0.0).ok()?;
    context.set_font(&format!("{} system-ui, sans-serif", pixels(palette.text * ratio)));
    context.set_fill_style_str(&css(palette.label));
    context.set_text_baseline("middle");
    for (place, line) in (0..).zip(&lines) {
        let at = (frame.area.left, frame.size.1 + caption_middle(place, palette.text));
        context.fill_text(line, at.0 * ratio, at.1 * ratio).ok()?;
    }
    page.to_data_url().ok()
}

fn css(color: RGBColor) -> String {
    format!("rgb({}, {}, {})", color.0, color.1, color.2)
}

/// A picture as SVG; `None` where it cannot be drawn.
fn as_svg(frame: &Frame, picture: &Picture, palette: &Palette, caption: &str) -> Option<String> {
    let mut drawn = String::new();
    axes(Sheet::Svg(SvgPen::new(&mut drawn, frame)), Size::Large, frame, palette);
    let sheet = Sheet::Svg(SvgPen::new(&mut drawn, frame));
    draw_picture(sheet, frame, picture, palette).ok()?;
    Some(document_of(frame, palette, caption, &drawn))
}
