//! The window around this one, where the page is in a frame of another page.

use leptos::prelude::*;
use web_sys::Window;

/// The window around this one, if there is one.
pub(crate) fn parent() -> Option<Window> {
    let parent = window().parent().ok().flatten()?;
    (!js_sys::Object::is(&parent, &window())).then_some(parent)
}

/// Whether the page around this one may forbid downloads. A page cannot ask; only where it sees its
/// own frame, on the same site, does it know.
pub(crate) fn may_forbid_downloads() -> bool {
    if parent().is_none() {
        return false;
    }
    let Ok(Some(frame)) = window().frame_element() else { return true };
    let sandbox = frame.get_attribute("sandbox");
    sandbox.is_some_and(|allowed| !allowed.split_whitespace().any(|word| word == "allow-downloads"))
}
