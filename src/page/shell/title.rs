//! The title and the description of the document, by its view.

use crate::page::state::Page;
use activation_explorer::views::gallery;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::time::Duration;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The debounce of the title: the view may be loading, sliders may be moving.
const REST: Duration = Duration::from_millis(150);

thread_local! {
    /// Whether the title follows the page.
    static FOLLOWS: Cell<bool> = const { Cell::new(false) };
}

/// Keeps both in step with the state, from the first call on.
pub(super) fn follow(page: Page) {
    if !FOLLOWS.replace(true) {
        spawn_local(async move {
            // Where this part of the module does not load, the title stays that of the page.
            let _ = name_document(page).await;
        });
    }
}

#[wasm_split(small, fallible)]
fn name_document(page: Page) -> Result<(), SplitLoaderError> {
    let owner = Owner::new_root(None);
    owner.with(|| start(page));
    // The effects live as long as the page.
    std::mem::forget(owner);
    Ok(())
}

fn start(page: Page) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        page.address.with(|_| ());
        page.address.track_rest();
        page.reader.lang.track();
        page.parts.track();
        page.texts.track();
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(move || untrack(|| write(page)), REST).ok());
    });
}

fn write(page: Page) {
    let words = page.words();
    let text = |selector: &str| {
        let element = document().query_selector(selector).ok().flatten();
        element.and_then(|e| e.text_content()).unwrap_or_default()
    };
    let (start, subject) = page.address.untracked(|s| {
        let building = s.builder.is_some();
        (s.view.start && !building, if building { None } else { s.subject() })
    });
    let heading = match subject {
        Some(subject) => subject,
        None if start => String::new(),
        None => text("main h1"),
    };
    let product = words.product;
    document().set_title(&match heading.trim() {
        "" => product.to_owned(),
        heading => format!("{heading} · {product}"),
    });
    let said = if start {
        gallery::about(page.reader.lang.get_untracked()).description.to_owned()
    } else {
        text("main .lead")
    };
    if let Ok(Some(meta)) = document().query_selector("meta[name=description]")
        && !said.is_empty()
    {
        let _ = meta.set_attribute("content", &said);
    }
}
