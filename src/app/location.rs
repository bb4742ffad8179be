//! The address bar: reading it, writing it without flooding the history, following Back.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// How long the address waits for the state to settle: Safari allows 100 changes in 30 s.
const SETTLE: Duration = Duration::from_millis(350);

thread_local! {
    /// What the address said when it was last read or written.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    static PENDING: RefCell<Option<(TimeoutHandle, String)>> = const { RefCell::new(None) };
}

/// What the address says, in `?…` or after `#`.
pub(super) fn query() -> String {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    match (search.trim_start_matches('?'), hash.trim_start_matches('#')) {
        (search, hash) if !hash.contains('=') => search.to_owned(),
        ("", hash) => hash.to_owned(),
        (search, hash) => format!("{search}&{hash}"),
    }
}

/// Writes `query` into the current entry once it has stopped changing.
pub(super) fn replace_soon(query: String) {
    cancel();
    if window().location().search().is_ok_and(|now| now.trim_start_matches('?') == query) {
        return;
    }
    if let Ok(handle) = set_timeout_with_handle(flush, SETTLE) {
        PENDING.set(Some((handle, query)));
    }
}

/// Makes a new entry in the history, so that Back leads to what was shown before.
pub(super) fn push(query: &str) {
    flush();
    write(query, true);
}

/// Calls `follow` whenever Back, Forward or a changed hash alters the address.
pub(super) fn on_change(follow: impl Fn() + Clone + 'static) {
    SHOWN.set(query());
    let changed = move || {
        // A jump within the page is such an event too and changes nothing here.
        if SHOWN.with_borrow(|shown| *shown != query()) {
            cancel();
            SHOWN.set(query());
            follow();
        }
    };
    let popped = changed.clone();
    window_event_listener(leptos::ev::popstate, move |_| popped());
    window_event_listener(leptos::ev::hashchange, move |_| changed());
}

/// Writes what is still waiting.
fn flush() {
    if let Some((handle, query)) = PENDING.take() {
        handle.clear();
        write(&query, false);
    }
}

fn cancel() {
    if let Some((handle, _)) = PENDING.take() {
        handle.clear();
    }
}

/// In a sandboxed frame the history throws; the page then lives without an address.
fn write(query: &str, new_entry: bool) {
    let Ok(history) = window().history() else { return };
    let path = window().location().pathname().unwrap_or_default();
    let url = if query.is_empty() { path } else { format!("{path}?{query}") };
    let _ = if new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    SHOWN.set(query.to_owned());
}
