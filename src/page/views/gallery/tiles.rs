//! The probe of the tiles: a dot and two numbers on the tile under the pointer or with the focus.

use super::texts::fill;
use crate::page::browser::observers::listen;
use crate::page::state::Page;
use crate::page::widgets::probe::spot;
use activation_explorer::activation::{Activation, by_id};
use activation_explorer::plot::{Drawing, Size};
use activation_explorer::views::gallery::drawing::Tile;
use activation_explorer::views::gallery::markup;
use activation_explorer::views::gallery::model::START;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// The probe, which goes from tile to tile.
const PROBE: &str = "<div class=\"tip\" aria-hidden=\"true\"><b></b><p></p></div>";

/// Lets the probe follow the pointer and the focus.
pub(super) fn follow(page: Page, root: &Element) {
    let kinds = &["pointermove", "pointerout", "pointercancel", "focusin", "focusout", "input"];
    listen(
        root,
        kinds,
        Box::new(move |event| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let at = |selector: &str| target.as_ref()?.closest(selector).ok().flatten();
            let card = at("[data-card]");
            let plot = card.as_ref().and_then(|card| card.query_selector(".plot").ok().flatten());
            let act = card.and_then(|card| by_id(&card.get_attribute("data-card")?));
            let kind = event.type_();
            let x = match &*kind {
                "pointermove" => match (at(".opens"), event.dyn_ref::<PointerEvent>()) {
                    (Some(_), Some(event)) => Some(Some(f64::from(event.offset_x()))),
                    // What has the focus keeps it.
                    _ => return,
                },
                "focusin" | "input" => Some(None),
                _ => None,
            };
            match (plot.and_then(|plot| plot.dyn_into::<HtmlElement>().ok()), act, x) {
                (Some(plot), Some(act), Some(px)) => probe(page, &plot, act, px),
                // It leaves a tile.
                (Some(plot), _, None) => {
                    if let Ok(Some(tip)) = plot.query_selector(".tip") {
                        tip.remove();
                    }
                }
                _ => {}
            }
        }),
    );
}

/// Puts the probe onto a tile, so many pixels from its left edge.
fn probe(page: Page, plot: &HtmlElement, act: &'static Activation, px: Option<f64>) {
    let (params, deriv) = page.address.untracked(|s| (s.params(act), s.deriv));
    let tile = Tile { act, params, deriv };
    let extent = (f64::from(plot.offset_width()), f64::from(plot.offset_height()));
    let Some(frame) = Size::Tile.frame(extent, 1.0, tile.window(), None, false) else { return };
    let x = px.map_or(START, |px| frame.to_x(px));
    let (f, df) = act.eval(x, &tile.params);
    if plot.query_selector(".tip").is_ok_and(|tip| tip.is_none()) {
        let _ = plot.insert_adjacent_html("beforeend", PROBE);
    }
    fill(plot, ".tip p", &markup::probed(f, deriv.then_some(df)));
    if let Ok(Some(dot)) = plot.query_selector(".tip b")
        && let Ok(dot) = dot.dyn_into::<HtmlElement>()
    {
        let place = spot(&frame, x, f).unwrap_or_else(|| "scale(0)".to_owned());
        let _ = HtmlElement::style(&dot).set_property("transform", &place);
    }
}
