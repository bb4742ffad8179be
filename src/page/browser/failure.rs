//! Failures: a panic stops drawing and shows the overlay of `index.html`.

use super::animation_frames;
use leptos::prelude::document;
use std::panic;

/// Makes a panic print to the console, stop all animation and show the overlay.
pub(crate) fn show_panics() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        animation_frames::stop();
        show("panic");
    }));
}

/// Shows the overlay with the message for `kind`.
fn show(kind: &str) {
    let document = document();
    if let Some(html) = document.document_element() {
        let _ = html.set_attribute("data-failed", kind);
    }
    if let Some(overlay) = document.get_element_by_id("failure") {
        let _ = overlay.remove_attribute("hidden");
    }
}
