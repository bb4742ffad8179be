//! Keyboard focus at the beginning of the view's content.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus to the beginning of the view's content.
pub(crate) fn focus_content() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let content = find(".subject").or_else(|| find("main"));
    if let Some(content) = content.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // The page has just gone to its top, where the header is.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = content.focus_with_options(&options);
    }
}
