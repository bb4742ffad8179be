//! The title and the description of the document: what the view says about itself.

use super::store::Store;
use activation_explorer::activation::ALL;
use activation_explorer::view_state::View;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long it waits for the view to be there and for sliders to rest.
const REST: Duration = Duration::from_millis(150);

/// Keeps both in step with the page.
pub(super) fn follow(store: Store) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        store.state.track();
        store.rested.track();
        store.lang.track();
        store.chunks.track();
        store.library.track();
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(move || untrack(|| write(store)), REST).ok());
    });
}

fn write(store: Store) {
    let words = store.words();
    let (view, building) = store.state.with(|s| (s.view, s.building));
    let text = |selector: &str| {
        let element = document().query_selector(selector).ok().flatten();
        element.and_then(|e| e.text_content()).unwrap_or_default()
    };
    let start = view == View::Gallery && !building;
    let heading = match store.state.with(|s| (!s.building).then(|| s.subject()).flatten()) {
        Some(subject) => subject,
        None if start => String::new(),
        None => text("main h1"),
    };
    let product = words.product;
    document().set_title(&match heading.trim() {
        "" => product.to_owned(),
        heading => format!("{heading} · {product}"),
    });
    let said = if start { (words.gallery_lead)(ALL.len()) } else { text("main .lead") };
    if let Ok(Some(meta)) = document().query_selector("meta[name=description]")
        && !said.is_empty()
    {
        let _ = meta.set_attribute("content", &said);
    }
}
