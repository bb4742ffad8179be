//! Links to states of this page (`?view=…`), wherever they stand: followed without a reload.

use super::store::Store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Puts the focus where the content of the view begins.
pub(super) fn focus_content() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let content = find(".subject").or_else(|| find("main"));
    if let Some(content) = content.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = content.focus();
    }
}

/// Follows plain clicks; with a key or another button the browser does what it always does.
pub(super) fn follow(store: Store) {
    window_event_listener(leptos::ev::click, move |event: MouseEvent| {
        let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || with_key {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if target.as_ref().is_some_and(|t| t.matches(".skip").unwrap_or(false)) {
            // As a jump to a fragment it would be a step in the history.
            event.prevent_default();
            focus_content();
            return;
        }
        let link = target.and_then(|t| t.closest("a[href^='?']").ok().flatten());
        if let Some(href) = link.and_then(|l| l.get_attribute("href")) {
            event.prevent_default();
            store.open(&href);
        }
    });
}
