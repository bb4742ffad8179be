//! Observers: sizes and visibility of elements, canvases that the browser restores.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver, ResizeObserverEntry,
};

/// Calls `follow` with the element's width and height in CSS pixels, now and on every change.
pub(crate) fn on_resize(element: &Element, follow: impl Fn(f64, f64) + 'static) {
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

/// Calls `follow` with true when the element is on screen or nearly so, else false, now and on
/// every change.
pub(crate) fn on_visible(element: &Element, follow: impl Fn(bool) + 'static) {
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

/// Calls `follow` when the browser restores a canvas that it had taken away; it is blank then.
pub(crate) fn on_canvas_restored(follow: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(follow);
    // The event does not bubble, but it can be captured on its way down.
    let _ = document().add_event_listener_with_callback_and_bool(
        "contextrestored",
        listener.as_ref().unchecked_ref(),
        true,
    );
    listener.forget(); // lives as long as the page
}

/// Calls `follow` for each of these events on an element.
///
/// Beside the attributes of a template: one closure for many events, and for elements that are
/// written as text.
pub(crate) fn listen(
    element: &Element,
    kinds: &'static [&'static str],
    follow: Box<dyn Fn(Event)>,
) {
    let callback = Closure::<dyn Fn(Event)>::wrap(follow);
    let function: &js_sys::Function = callback.as_ref().unchecked_ref();
    for kind in kinds {
        let _ = element.add_event_listener_with_callback(kind, function);
    }
    keep((element.clone(), kinds, callback), |(element, kinds, callback)| {
        for kind in kinds {
            let function = callback.as_ref().unchecked_ref();
            let _ = element.remove_event_listener_with_callback(kind, function);
        }
    });
}

/// Keeps `held` until the current owner is disposed of, then lets `end` take it down.
pub(super) fn keep<T: 'static>(held: T, end: fn(T)) {
    let stored = StoredValue::new_local(Some(held));
    on_cleanup(move || {
        if let Some(held) = stored.try_update_value(Option::take).flatten() {
            end(held);
        }
    });
}
