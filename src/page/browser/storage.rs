//! Local storage of the reader's choices, where the browser allows it; elsewhere nothing happens.

use leptos::prelude::window;

/// The value kept under `key`.
pub(crate) fn get(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&name(key)).ok()?
}

/// Keeps `value` under `key`, or forgets it.
pub(crate) fn set(key: &str, value: Option<&str>) {
    let Ok(Some(storage)) = window().local_storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(&name(key), value),
        None => storage.remove_item(&name(key)),
    };
}

fn name(key: &str) -> String {
    format!("activation-explorer.{key}")
}
