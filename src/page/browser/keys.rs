//! Keys of the whole page, heard before the element that has the focus.

use super::observers::keep;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

/// Calls `hear` for every key, until the current owner is disposed of; true if the key is used up.
pub(crate) fn on_key(hear: impl Fn(&KeyboardEvent) -> bool + 'static) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if hear(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let call = listener.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback_and_bool("keydown", call, true);
    keep(listener, |listener| {
        let call = listener.as_ref().unchecked_ref();
        let _ = document().remove_event_listener_with_callback_and_bool("keydown", call, true);
    });
}
