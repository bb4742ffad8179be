//! Sharing the address of the state: by the system where it offers that, else by the clipboard.

use crate::page::browser::clipboard::copied;
use crate::page::state::{Page, page};
use crate::page::widgets::copied::copy_outcome;
use crate::page::widgets::full_address::full_address;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::views;
use activation_explorer::words::copying;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The time for which a message that needs no answer is shown.
const SHOWN: Duration = Duration::from_secs(3);

/// The outcome of sharing; shares when it is shown.
#[component]
pub(crate) fn Share() -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new(None::<Result<(), String>>);
    let toast = NodeRef::<Div>::new();
    let end = move || page.address.asked.set(0);
    spawn_local(async move {
        let address = full_address(page, false);
        if offered(&document().title(), &address).await {
            return end();
        }
        let done = copied(address).await;
        let ends = done.is_ok();
        outcome.try_set(Some(done));
        if ends {
            end_soon(page, toast);
        }
    });
    view! {
        <div class="toast shared" node_ref=toast>
            <div class="outcome" role="status">
                {move || outcome.get().map(|done| copy_outcome(page, done))}
            </div>
            <ViewLink view=&views::embed::VIEW>{move || page.table(copying::words).embed}</ViewLink>
            <button type="button" on:click=move |_| end()>{page.word(|w| w.dismiss)}</button>
        </div>
    }
}

/// Takes the message away after a while, unless the pointer or the focus is on it.
fn end_soon(page: Page, toast: NodeRef<Div>) {
    let end = move || {
        let Some(Some(place)) = toast.try_get_untracked() else { return };
        if place.matches(":hover, :focus-within").unwrap_or(false) {
            end_soon(page, toast);
        } else {
            page.address.asked.set(0);
        }
    };
    set_timeout(end, SHOWN);
}

/// Opens the system's share dialogue; true if there is one. Cancelling it is no failure.
async fn offered(title: &str, address: &str) -> bool {
    let navigator = window().navigator();
    let share = Reflect::get(&navigator, &"share".into());
    let Some(share) = share.ok().and_then(|share| share.dyn_into::<Function>().ok()) else {
        return false;
    };
    let what = Object::new();
    for (key, value) in [("title", title), ("url", address)] {
        // A plain object takes any key.
        let _ = Reflect::set(&what, &key.into(), &value.into());
    }
    let asked = share.call1(&navigator, &what).ok().and_then(|p| p.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return false };
    match JsFuture::from(asked).await {
        Ok(_) => true,
        Err(why) => Reflect::get(&why, &"name".into()) == Ok(JsValue::from_str("AbortError")),
    }
}
