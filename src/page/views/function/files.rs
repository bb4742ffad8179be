//! Files made in the page: pictures of the plot, and tables.

use crate::page::browser::canvas::Surface;
use crate::page::state::Page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::plot::Size;
use activation_explorer::plot::{Drawing, Frame, Palette, Picture, draw_picture};
use leptos::prelude::*;
use plotters::style::RGBColor;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// Device pixels per CSS pixel in a PNG.
const RATIO: f64 = 2.0;

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

/// The plot on screen with a caption below, as PNG or SVG; `None` where that cannot be made.
pub(crate) fn picture(
    plot: FunctionPlot,
    page: Page,
    caption: String,
    svg: bool,
) -> impl Future<Output = Option<Download>> + use<> {
    let seen = plot.frame.get_untracked().map(|frame| {
        let picture = untrack(|| plot.graph()).picture(&frame);
        (frame, picture, page.screen.palette.get_untracked())
    });
    async move {
        let (frame, picture, palette) = seen?;
        if svg {
            let text = as_svg(&frame, &picture, &palette, &caption).await?;
            return Some(Download::text(&format!("{}.svg", plot.act.id), "image/svg+xml", &text));
        }
        let address = png(&frame, &picture, &palette, &caption)?;
        Some(Download { name: format!("{}.png", plot.act.id), address })
    }
}

fn png(frame: &Frame, picture: &Picture, palette: &Palette, caption: &str) -> Option<String> {
    let canvas = || document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok();
    // Each layer clears its canvas, so they are drawn apart and put together.
    let (axes, curves, page) = (canvas()?, canvas()?, canvas()?);
    Size::Large.axes(&mut Surface::new(&axes, frame.size, RATIO)?, frame, palette);
    draw_picture(&mut Surface::new(&curves, frame.size, RATIO)?, frame, picture, palette).ok()?;
    let room = 2.2 * palette.text;
    page.set_width(axes.width());
    page.set_height(axes.height() + (room * RATIO) as u32);
    let context = page.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context.set_fill_style_str(&css(palette.paper));
    context.fill_rect(0.0, 0.0, f64::from(page.width()), f64::from(page.height()));
    context.draw_image_with_html_canvas_element(&axes, 0.0, 0.0).ok()?;
    context.draw_image_with_html_canvas_element(&curves, 0.0, 0.0).ok()?;
    context.set_font(&format!("{}px system-ui, sans-serif", palette.text * RATIO));
    context.set_fill_style_str(&css(palette.label));
    let at = (frame.area.left * RATIO, f64::from(page.height()) - 0.7 * palette.text * RATIO);
    context.fill_text(caption, at.0, at.1).ok()?;
    page.to_data_url().ok()
}

fn css(color: RGBColor) -> String {
    format!("rgb({}, {}, {})", color.0, color.1, color.2)
}

/// A picture as SVG; `None` where it cannot be drawn or the code for it does not load.
async fn as_svg(
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    caption: &str,
) -> Option<String> {
    draw_svg(frame, picture, palette, caption).await.ok()?
}

#[wasm_split(svg, fallible)]
fn draw_svg(
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    caption: &str,
) -> Result<Option<String>, SplitLoaderError> {
    Ok(activation_explorer::plot::svg(frame, picture, palette, caption).ok())
}
