//! What the browser reports later: sizes, visibility, stylesheets.

use activation_explorer::content;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver, ResizeObserverEntry,
};

/// Calls `follow` with the element's width and height in CSS pixels, now and on every change.
pub(super) fn on_resize(element: &Element, follow: impl Fn(f64, f64) + 'static) {
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.at(-1).dyn_into::<ResizeObserverEntry>() {
            let size = entry.content_rect();
            follow(size.width(), size.height());
        }
    });
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    keep((observer, callback), |(observer, _)| observer.disconnect());
}

/// Calls `follow` with whether the element is on screen or nearly so, now and on every change.
pub(super) fn on_visible(element: &Element, follow: impl Fn(bool) + 'static) {
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.at(-1).dyn_into::<IntersectionObserverEntry>() {
            follow(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("100px");
    let function = callback.as_ref().unchecked_ref();
    let Ok(observer) = IntersectionObserver::new_with_options(function, &options) else { return };
    observer.observe(element);
    keep((observer, callback), |(observer, _)| observer.disconnect());
}

/// Calls `follow` when the browser gives back a canvas that it had taken away; it is empty then.
pub(super) fn on_canvas_restored(follow: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(follow);
    // The event does not bubble, but it can be met on its way down.
    let _ = document().add_event_listener_with_callback_and_bool(
        "contextrestored",
        listener.as_ref().unchecked_ref(),
        true,
    );
    listener.forget(); // lives as long as the page
}

/// Adds a stylesheet unless the page has it; whether it came.
///
/// It is asked for at once, whenever the answer is awaited.
pub(super) fn style(name: &str) -> impl Future<Output = bool> + use<> {
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
pub(super) fn want_style(name: &str) {
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

/// Keeps `held` until the current owner is disposed, then lets `end` take it down.
fn keep<T: 'static>(held: T, end: fn(T)) {
    let stored = StoredValue::new_local(Some(held));
    on_cleanup(move || {
        if let Some(held) = stored.try_update_value(Option::take).flatten() {
            end(held);
        }
    });
}
