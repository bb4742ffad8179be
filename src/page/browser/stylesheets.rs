//! Stylesheets that a view fetches when it is first opened.

use activation_explorer::content;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Adds a stylesheet unless the page has it; true once it has loaded.
///
/// The request starts at once, whenever the future is awaited.
pub(crate) fn style(name: &str) -> impl Future<Output = bool> + use<> {
    let address = content::style_address(name);
    let asked = ask_for_style(&address);
    async move {
        let Some((link, came)) = asked else { return true };
        let here = JsFuture::from(came).await.is_ok();
        if !here {
            // Another try then requests it again.
            link.remove();
        }
        here
    }
}

/// Requests a stylesheet that nothing waits for.
pub(crate) fn want_style(name: &str) {
    let style = style(name);
    spawn_local(async move {
        // Without the stylesheet its content looks plain.
        let _ = style.await;
    });
}

/// The link to a stylesheet and the promise of its loading; `None` if it has loaded already.
fn ask_for_style(address: &str) -> Option<(Element, Promise)> {
    let document = document();
    let asked = document.query_selector(&format!("link[href='{address}']")).ok().flatten();
    let link = asked.clone().or_else(|| document.create_element("link").ok())?;
    // While it loads the link has no sheet.
    let sheet = Reflect::get(&link, &"sheet".into()).is_ok_and(|sheet| sheet.is_object());
    if asked.is_some() && sheet {
        return None;
    }
    let came = Promise::new(&mut |yes, no| {
        let _ = link.add_event_listener_with_callback("load", &yes);
        let _ = link.add_event_listener_with_callback("error", &no);
    });
    if asked.is_none() {
        link.set_attribute("rel", "stylesheet").ok()?;
        link.set_attribute("href", address).ok()?;
        document.head()?.append_child(&link).ok()?;
    }
    Some((link, came))
}
