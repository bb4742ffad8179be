//! Stylesheets that a view fetches when it is first opened.

use activation_explorer::content;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Adds a stylesheet unless the page has it; whether it came.
///
/// It is asked for at once, whenever the answer is awaited.
pub(crate) fn style(name: &str) -> impl Future<Output = bool> + use<> {
    let address = content::style_address(name);
    let asked = ask_for_style(&address);
    async move {
        let Some((link, came)) = asked else { return true };
        let here = JsFuture::from(came).await.is_ok();
        if !here {
            // So that another try asks again.
            link.remove();
        }
        here
    }
}

/// The same for a stylesheet that nothing waits for.
pub(crate) fn want_style(name: &str) {
    let style = style(name);
    spawn_local(async move {
        // Where it does not come, what it is about looks plain.
        let _ = style.await;
    });
}

/// A link to a stylesheet and the promise of its arrival; nothing if it is here already.
fn ask_for_style(address: &str) -> Option<(Element, Promise)> {
    let document = document();
    let asked = document.query_selector(&format!("link[href='{address}']")).ok().flatten();
    let link = asked.clone().or_else(|| document.create_element("link").ok())?;
    // While it is on its way there is no sheet.
    let sheet = Reflect::get(&link, &"sheet".into()).is_ok_and(|sheet| sheet.is_object());
    if asked.is_some() && sheet {
        return None;
    }
    link.set_attribute("rel", "stylesheet").ok()?;
    let came = Promise::new(&mut |yes, no| {
        let _ = link.add_event_listener_with_callback("load", &yes);
        let _ = link.add_event_listener_with_callback("error", &no);
    });
    if asked.is_none() {
        link.set_attribute("href", address).ok()?;
        document.head()?.append_child(&link).ok()?;
    }
    Some((link, came))
}
