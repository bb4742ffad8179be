//! The outcome of copying, or the text to copy by hand.

use crate::page::state::Page;
use activation_explorer::words::copying;
use leptos::prelude::*;

/// The message that the text is in the clipboard, or the text to copy by hand.
pub(crate) fn copy_outcome(page: Page, done: Result<(), String>) -> AnyView {
    let words = untrack(|| page.table(copying::words));
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
