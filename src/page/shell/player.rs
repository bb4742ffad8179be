//! The player of the view on show, as a host page and the keys of a lecture work it: by its buttons.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The first element that matches in the view.
fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Whether an animation plays; `None` without one.
pub(super) fn playing() -> Option<bool> {
    let demo = find("[data-playing]")?;
    Some(demo.get_attribute("data-playing")? == "true")
}

/// Presses a button of the player; true if there is one.
pub(super) fn press(button: &str) -> bool {
    let button = find(&format!("[data-player={button}]"));
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}
