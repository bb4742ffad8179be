//! The functions to which the answers still open can lead, as small curves.

use crate::page::widgets::figures::all;
use activation_explorer::activation::Activation;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::Number;
use activation_explorer::views;
use web_sys::Element;

/// The size of a small curve, in its own units.
const SIZE: (f64, f64) = (48.0, 30.0);
/// The number of its pieces.
const PIECES: u32 = 48;

/// The functions to which an option leads, each once.
pub(super) fn of_option(guide: &Element, option: &Element) -> Vec<&'static Activation> {
    let mut found = Vec::new();
    gather(guide, option, &mut found);
    found
}

/// The functions to which a question leads, each once.
pub(super) fn of_question(guide: &Element, question: &Element) -> Vec<&'static Activation> {
    let mut found = Vec::new();
    for option in all(question, ".options > li") {
        gather(guide, &option, &mut found);
    }
    found
}

/// A question leads only to later ones: see `press::guide`.
fn gather(guide: &Element, option: &Element, found: &mut Vec<&'static Activation>) {
    if let Some(query) = option.get_attribute("data-query") {
        let state = views::parse(&query).0;
        let one = state.view.reads.function.then_some(state.act);
        let acts = state.subjects().into_iter().chain(one);
        for act in acts {
            if !found.contains(&act) {
                found.push(act);
            }
        }
    }
    let next = option.get_attribute("data-next");
    let next = next.map(|next| format!("[data-question=\"{next}\"]"));
    let next = next.and_then(|next| guide.query_selector(&next).ok().flatten());
    for option in next.iter().flat_map(|question| all(question, ".options > li")) {
        gather(guide, &option, found);
    }
}

/// A function as a small curve over its own window.
pub(super) fn curve(act: &Activation) -> String {
    let (w, p, (width, height)) = (act.window, act.defaults(), SIZE);
    let down = |y: f64| height * (w.y_max - within(y, w.y_min, w.y_max)) / (w.y_max - w.y_min);
    let point = |i: u32| {
        let part = f64::from(i) / f64::from(PIECES);
        let y = act.f(w.x_min + part * (w.x_max - w.x_min), &p);
        format!("{:.1},{:.1}", Number(part * width), Number(down(y)))
    };
    let points = (0..=PIECES).map(point).collect::<Vec<_>>().join(" ");
    format!(
        "<svg class=\"mini\" viewBox=\"-1 -1 50 32\" aria-hidden=\"true\">\
         <path d=\"M0 {:.1}H{width}\"/><polyline points=\"{points}\"/></svg>",
        Number(down(0.0)),
        width = Number(width)
    )
}
