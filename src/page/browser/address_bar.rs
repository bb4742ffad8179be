//! The browser's address bar: reading it, writing it after a debounce, following Back.

use super::debounce::Debounce;
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The debounce of writing: Safari allows 100 `replaceState` in 30 s
/// (<https://github.com/marp-team/marp-cli/issues/158>).
const SETTLE: Duration = Duration::from_millis(350);

thread_local! {
    /// The query when it was last read or written.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    static WRITER: RefCell<Option<Debounce>> = const { RefCell::new(None) };
}

/// The query, in `?…` or after `#`, or both with `#` between them: of equal keys the first counts, and
/// those after `#` come first, as they were added last.
pub(crate) fn query() -> String {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    match (search.trim_start_matches('?'), hash.trim_start_matches('#')) {
        (search, hash) if !hash.contains('=') => search.to_owned(),
        ("", hash) => hash.to_owned(),
        (search, hash) => format!("{hash}#{search}"),
    }
}

/// Whether there are keys after `#`.
pub(crate) fn after_hash() -> bool {
    window().location().hash().is_ok_and(|hash| hash.contains('='))
}

/// Writes the address whenever the state has rested after a change; `query` is asked for it then.
pub(crate) fn write_at_rest(query: impl Fn() -> String + 'static) {
    let job = move || {
        let query = query();
        let now = window().location().search();
        if now.is_ok_and(|now| now.trim_start_matches('?') != query) {
            write(&query, false);
        }
    };
    WRITER.set(Some(Debounce::new(SETTLE, job)));
}

/// Notes a change of the state: the address follows once it rests.
pub(crate) fn changed() {
    writer(Debounce::touch);
}

/// Makes a new entry in the history, so that Back leads to the state before.
pub(crate) fn push(query: &str) {
    writer(Debounce::flush);
    write(query, true);
}

/// Calls `follow` whenever Back, Forward or a changed hash alters the address.
pub(crate) fn on_change(follow: impl Fn() + Clone + 'static) {
    SHOWN.set(query());
    let changed = move || {
        // A jump within the page is such an event too; the query stays the same.
        if SHOWN.with_borrow(|shown| *shown != query()) {
            writer(Debounce::cancel);
            SHOWN.set(query());
            follow();
        }
    };
    let popped = changed.clone();
    window_event_listener(leptos::ev::popstate, move |_| popped());
    window_event_listener(leptos::ev::hashchange, move |_| changed());
}

/// Calls a method of the writer outside its cell: the job itself may come here again.
fn writer(call: fn(&Debounce)) {
    if let Some(rest) = WRITER.with_borrow(Clone::clone) {
        call(&rest);
    }
}

/// Writes the address. In a sandboxed frame the history throws; the page then lives without it.
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
