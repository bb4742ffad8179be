//! Copied numbers: what is selected in readouts and tables comes to the clipboard in the signs that
//! other programs read, `-0.5` and `1.2e-7`.

use activation_explorer::numeric::ascii::ascii;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::ClipboardEvent;

/// The elements of numbers.
const NUMBERS: &str = "data, output, td, dd";

thread_local! {
    /// Whether copies are followed.
    static FOLLOWS: Cell<bool> = const { Cell::new(false) };
}

/// Follows copies from the first selection on: its code is then fetched.
pub(crate) fn follow() {
    window_event_listener_untyped("selectstart", |_| {
        spawn_local(async {
            // Where this part of the module does not load, the signs are those on screen.
            let _ = start().await;
        });
    });
}

#[wasm_split(small, fallible)]
fn start() -> Result<(), SplitLoaderError> {
    if !FOLLOWS.replace(true) {
        std::mem::forget(window_event_listener_untyped("copy", |event| {
            copy(&event);
        }));
    }
    Ok(())
}

/// Puts what is selected into the clipboard, as text and as markup, if there are numbers in it. What
/// another listener has put there is taken instead.
fn copy(event: &Event) -> Option<()> {
    let field = event.target()?.dyn_into::<web_sys::Element>().ok();
    if field.is_some_and(|e| e.matches("input, textarea").unwrap_or_default()) {
        return None;
    }
    let clipboard = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let selection = window().get_selection().ok()??;
    let area = document().create_element("div").ok()?;
    let mut numbers = false;
    for index in 0..selection.range_count() {
        let range = selection.get_range_at(index).ok()?;
        let around = range.common_ancestor_container().ok()?;
        let around = around.dyn_ref().cloned().or_else(|| around.parent_element());
        numbers |=
            around.is_some_and(|e: web_sys::Element| e.closest(NUMBERS).is_ok_and(|e| e.is_some()));
        area.append_child(range.clone_contents().ok()?.as_ref()).ok()?;
    }
    if !numbers && area.query_selector(NUMBERS).ok()?.is_none() {
        return None;
    }
    let (text, markup) = if event.default_prevented() {
        (clipboard.get_data("text/plain").ok()?, clipboard.get_data("text/html").ok()?)
    } else {
        let rows = area.inner_html();
        // Rows without their table are none.
        let table = rows.trim_start().starts_with("<t");
        let markup = if table { format!("<table>{rows}</table>") } else { rows };
        (String::from(selection.to_string()), markup)
    };
    event.prevent_default();
    clipboard.set_data("text/plain", &ascii(&text)).ok()?;
    if !markup.is_empty() {
        clipboard.set_data("text/html", &ascii(&markup)).ok()?;
    }
    Some(())
}
