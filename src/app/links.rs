//! Links to states of this page (`?view=…`), wherever they stand: followed without a reload.

use super::store::Store;
use activation_explorer::activation::by_id;
use activation_explorer::embed::{frame, link};
use activation_explorer::view_state::{Choice, View};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Puts the focus where the content of the view begins.
pub(super) fn focus_content() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let content = find(".subject").or_else(|| find("main"));
    if let Some(content) = content.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = content.focus();
    }
}

/// The full address of the present state, by itself or for a frame.
pub(super) fn full_address(store: Store, embed: bool) -> String {
    let base = base();
    store.state.with_untracked(|s| if embed { frame(&base, s) } else { link(&base, s) })
}

/// The address of this page, without a state.
pub(super) fn base() -> String {
    let base = window().location().href().unwrap_or_default();
    base.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Follows plain clicks; with a key or another button the browser does what it always does.
pub(super) fn follow(store: Store) {
    window_event_listener(leptos::ev::click, move |event: MouseEvent| {
        let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || with_key {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if target.as_ref().is_some_and(|t| t.matches(".skip").unwrap_or(false)) {
            // As a jump to a fragment it would be a step in the history.
            event.prevent_default();
            focus_content();
            return;
        }
        let link = target.and_then(|t| t.closest("a[href^='?']").ok().flatten());
        let Some(link) = link else { return };
        event.prevent_default();
        let get = |name: &str| link.get_attribute(name);
        match get("data-view").and_then(|name| View::parse(&name)) {
            // A link of the navigation leaves all but the view and the function as it is.
            Some(view) => {
                let act = get("data-act").and_then(|id| by_id(&id));
                store.open(&untrack(|| store.href(view, act)));
            }
            None => store.open(&get("href").unwrap_or_default()),
        }
    });
}
