//! Links to a new window in a frame whose host page allows none: the reader is told, and gets the
//! address.

use crate::page::state::Page;
use activation_explorer::words::copying;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

/// The class of the message.
const BLOCKED: &str = "hint by-hand blocked";

/// Watches such links for as long as the page lives.
pub(super) fn watch(page: Page) {
    window_event_listener(leptos::ev::click, move |event: MouseEvent| {
        let asks_otherwise =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || asks_otherwise {
            return;
        }
        let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|clicked| clicked.closest("a[target=_blank]").ok().flatten());
        let Some((link, href)) =
            link.and_then(|link| Some((link.clone(), link.get_attribute("href")?)))
        else {
            return;
        };
        // Only the call says whether there is a window; a link says nothing.
        event.prevent_default();
        match window().open_with_url_and_target(&href, "_blank") {
            // What `rel="noopener"` asks for; not allowed, and not needed, in a sandbox.
            Ok(Some(new)) => {
                let _ = js_sys::Reflect::set(&new, &"opener".into(), &JsValue::NULL);
            }
            _ => {
                let _ = tell(page, &link, &href);
            }
        }
    });
}

/// Puts the message and the address below the link, once.
fn tell(page: Page, link: &Element, href: &str) -> Result<(), JsValue> {
    let next = link.next_element_sibling();
    if let Some(before) = next.filter(|next| next.class_name() == BLOCKED) {
        before.remove();
    }
    let told = document().create_element("label")?;
    told.set_class_name(BLOCKED);
    told.set_attribute("role", "alert")?;
    told.set_text_content(Some(untrack(|| page.table(copying::words)).no_window));
    let address = document().create_element("textarea")?;
    address.set_attribute("readonly", "")?;
    address.set_attribute("rows", "3")?;
    address.set_text_content(Some(href));
    told.append_child(&address)?;
    link.insert_adjacent_element("afterend", &told)?;
    Ok(())
}
