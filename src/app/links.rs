//! Links to states of this page (`?view=…`), wherever they stand: followed without a reload.

use super::store::Store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Follows plain clicks; with a key or another button the browser does what it always does.
pub(super) fn follow(store: Store) {
    window_event_listener(leptos::ev::click, move |event: MouseEvent| {
        let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || with_key {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^='?']").ok().flatten());
        if let Some(href) = link.and_then(|l| l.get_attribute("href")) {
            event.prevent_default();
            store.open(&href);
        }
    });
}
