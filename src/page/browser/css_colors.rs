//! The colours and widths of plots, read from the custom properties of the stylesheet.

use activation_explorer::numeric::decimal;
use activation_explorer::plot::Palette;
use leptos::prelude::*;
use plotters::style::RGBColor;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The palette of the theme in force.
pub(crate) fn read() -> Palette {
    let style = document()
        .document_element()
        .and_then(|html| window().get_computed_style(&html).ok().flatten());
    let get = |name: &str| {
        style.as_ref().and_then(|s| s.get_property_value(name).ok()).unwrap_or_default()
    };
    let resolver = resolver();
    let color = |name: &str| resolve(resolver.as_ref(), get(name).trim());
    let number = |name: &str, otherwise: f64| decimal::parse(&get(name)).unwrap_or(otherwise);
    Palette {
        f: color("--curve-f"),
        df: color("--curve-df"),
        d2f: color("--curve-d2f"),
        series: [
            color("--curve-1"),
            color("--curve-2"),
            color("--curve-3"),
            color("--curve-4"),
            color("--curve-5"),
            color("--curve-6"),
            color("--curve-7"),
            color("--curve-8"),
        ],
        shade: color("--shade"),
        grid: color("--grid"),
        axis: color("--axis"),
        ink: color("--ink"),
        label: color("--muted"),
        paper: color("--paper"),
        width: number("--curve-width", 2.6),
        text: number("--plot-text", 12.0),
    }
}

/// The palette of the theme in force as it is on paper, which is never dark.
pub(crate) fn on_paper() -> Palette {
    let html = document().document_element();
    let dark = html.filter(|html| html.get_attribute("data-theme").as_deref() == Some("dark"));
    let put = |theme: &str| {
        if let Some(html) = &dark {
            let _ = html.set_attribute("data-theme", theme);
        }
    };
    put("light");
    let palette = read();
    put("dark");
    palette
}

/// Whether the reader's system prefers a dark theme.
pub(crate) fn prefers_dark() -> bool {
    media(DARK).is_some_and(|query| query.matches())
}

/// Whether the reader's system asks for little motion.
pub(crate) fn reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

/// Calls `follow` when a preference changes on which colours depend.
pub(crate) fn on_scheme_change(follow: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(follow);
    let asked = [DARK, "(forced-colors: active)", "(prefers-contrast: more)"];
    for query in asked.into_iter().filter_map(media) {
        let _ = query.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
        // Never dropped, or it would stop listening.
        std::mem::forget(query);
    }
    listener.forget(); // lives as long as the page
}

const DARK: &str = "(prefers-color-scheme: dark)";

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// A 2-D context, which parses every notation of a colour: names, short forms, system colours.
fn resolver() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// A CSS colour as numbers; black where it cannot be read.
fn resolve(context: Option<&CanvasRenderingContext2d>, color: &str) -> RGBColor {
    let digits = context.and_then(|context| {
        context.set_fill_style_str(color);
        // An opaque colour reads back as #rrggbb, however it was written.
        let text = context.fill_style().as_string()?;
        u32::from_str_radix(text.strip_prefix('#')?, 16).ok()
    });
    let [_, r, g, b] = digits.unwrap_or_default().to_be_bytes();
    RGBColor(r, g, b)
}
