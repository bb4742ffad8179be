//! The clipboard, where the browser lets the page use it, and what is said where it does not.

use super::store::Store;
use activation_explorer::text::embed::copying;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Puts `text` into the clipboard; gives it back if that is not allowed.
pub(super) async fn copied(text: String) -> Result<(), String> {
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

/// That it is there, or the text to copy by hand.
pub(super) fn said(store: Store, done: Result<(), String>) -> AnyView {
    let words = copying(untrack(|| store.lang.get()));
    match done {
        Ok(()) => view! { <p class="hint">{words.copied}</p> }.into_any(),
        Err(text) => view! {
            <label class="hint by-hand">
                {words.by_hand}
                <textarea readonly rows="3">{text}</textarea>
            </label>
        }
        .into_any(),
    }
}
