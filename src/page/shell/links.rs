//! Links to states of this page (`?view=…`), anywhere in it: followed without a reload.

use crate::page::browser::focus::focus_content;
use crate::page::state::Page;
use activation_explorer::views;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Follows plain clicks; with a modifier key or another button the browser acts as usual.
pub(crate) fn follow(page: Page) {
    window_event_listener(leptos::ev::click, move |event: MouseEvent| {
        let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || with_key {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if target.as_ref().is_some_and(|t| t.matches(".skip").unwrap_or(false)) {
            // A jump to a fragment would be a new entry in the history.
            event.prevent_default();
            focus_content();
            return;
        }
        let link = target.and_then(|t| t.closest("a[href^='?']").ok().flatten());
        let Some(link) = link else { return };
        event.prevent_default();
        let get = |name: &str| link.get_attribute(name);
        match get("data-view").and_then(|name| views::find(&name)) {
            // A link of the navigation changes the view and the function and keeps the rest.
            Some(view) => {
                let act = get("data-act").and_then(|id| page.address.untracked(|s| s.named(&id)));
                page.open(&untrack(|| page.address.href(view, act)));
            }
            None => page.open(&get("href").unwrap_or_default()),
        }
    });
}
