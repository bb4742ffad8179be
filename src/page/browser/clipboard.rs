//! The clipboard, where the browser lets the page use it.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies `text` to the clipboard; gives it back if that is not allowed.
pub(crate) async fn copied(text: String) -> Result<(), String> {
    // Absent without a secure connection, where the typed call would throw.
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if there.is_ok_and(|clipboard| clipboard.is_object())
        && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
    {
        return Ok(());
    }
    Err(text)
}
