//! The wheel over a plot: alone it scrolls the page, with Ctrl or ⌘, or as a pinch, it zooms.

use crate::page::browser::gestures::{Pointers, wheel_factor};
use crate::page::state::page;
use activation_explorer::words::plots::words as plots;
use leptos::html::Div;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, WheelEvent};

/// The time for which the hint is shown.
const SHOWN: Duration = Duration::from_millis(1400);

/// The name under which the session keeps that the hint has been shown.
const SEEN: &str = "activation-explorer.wheel";

/// What it listens for.
const EVENTS: [&str; 3] = ["wheel", "gesturestart", "gesturechange"];

thread_local! {
    // For frames that may not store anything.
    static HINTED: Cell<bool> = const { Cell::new(false) };
}

/// The wheel over the plot below a layer, and the hint that the first plain turn brings.
#[component]
pub(crate) fn Wheel(
    layer: NodeRef<Div>,
    zoom: Callback<((f64, f64), f64)>,
    pointers: Pointers,
) -> impl IntoView {
    let page = page();
    let hint = RwSignal::new(false);
    let kept = StoredValue::new_local(None::<(Element, Closure<dyn Fn(Event)>)>);
    // The element may be used again for the next function.
    on_cleanup(move || {
        let Some((around, listener)) = kept.try_update_value(Option::take).flatten() else {
            return;
        };
        for name in EVENTS {
            let function = listener.as_ref().unchecked_ref();
            let _ = around.remove_event_listener_with_callback(name, function);
        }
    });
    layer.on_load(move |layer| {
        // All that lies over the plot, so that it zooms over a handle, too.
        let Some(around) = layer.parent_element() else { return };
        let layer = HtmlElement::from(layer);
        // The size of a pinch that Safari tells in events of its own; others call it Ctrl and wheel.
        let pinched = Cell::new(1.0);
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let number = |key: &str| read(&event, key)?.as_f64();
            let (Some(x), Some(y)) = (number("clientX"), number("clientY")) else { return };
            let factor = match event.dyn_ref::<WheelEvent>() {
                Some(wheel) if wheel.ctrl_key() || wheel.meta_key() => wheel_factor(wheel),
                Some(wheel) => {
                    if wheel_factor(wheel).is_some() && first() && hint.try_set(true).is_none() {
                        let end = move || {
                            let _ = hint.try_set(false);
                        };
                        set_timeout(end, SHOWN);
                    }
                    None
                }
                None => number("scale").filter(|scale| *scale > 0.0).map(|scale| {
                    let before = pinched.replace(scale);
                    // At its start the size is 1. Two fingers on the plot are pointers already.
                    if scale == 1.0 || pointers.any() { 1.0 } else { scale / before }
                }),
            };
            if let Some(factor) = factor {
                event.prevent_default();
                hint.set(false);
                zoom.run((within(&layer, x, y), factor));
            }
        });
        for name in EVENTS {
            let function = listener.as_ref().unchecked_ref();
            let _ = around.add_event_listener_with_callback(name, function);
        }
        kept.set_value(Some((around, listener)));
    });
    let mac = || {
        let agent = read(&window().navigator(), "userAgent").and_then(|agent| agent.as_string());
        agent.is_some_and(|agent| agent.contains("Mac"))
    };
    view! {
        <p class="wheel" aria-hidden="true" hidden=move || !hint.get()>
            {move || (page.table(plots).plot.wheel)(mac())}
        </p>
    }
}

/// Whether no plot has shown the hint in this session.
fn first() -> bool {
    if HINTED.replace(true) {
        return false;
    }
    // As properties: methods of their own would be in the first download.
    let Some(session) = read(&window(), "sessionStorage") else { return true };
    let seen = read(&session, SEEN).is_some_and(|seen| seen.is_string());
    let _ = js_sys::Reflect::set(&session, &SEEN.into(), &"1".into());
    !seen
}

/// A property of an object.
fn read(object: &JsValue, key: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &key.into()).ok()
}

/// The place in an element, however much CSS enlarges it.
fn within(element: &HtmlElement, x: f64, y: f64) -> (f64, f64) {
    let seen = element.get_bounding_client_rect();
    let scale = |own: i32, seen: f64| if seen > 0.0 { f64::from(own) / seen } else { 1.0 };
    (
        (x - seen.left()) * scale(element.offset_width(), seen.width()),
        (y - seen.top()) * scale(element.offset_height(), seen.height()),
    )
}
