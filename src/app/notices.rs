//! What the address said that was not used, until the reader dismisses it.

use super::store::store;
use leptos::prelude::*;

/// A message per part of the address that fell back to its default.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let store = store();
    let some = Memo::new(move |_| store.notices.with(|n| !n.is_empty()));
    view! {
        <div class="notices" role="status" data-notice=move || some.get().then_some("")>
            {move || some.get().then(|| {
                let words = store.words();
                let lines = store.notices.get().iter().map(|n| view! { <li>{(words.notice)(n)}</li> }).collect_view();
                view! {
                    <div class="notice">
                        <strong>{words.notices}</strong>
                        <ul>{lines}</ul>
                        <button type="button" on:click=move |_| store.notices.set(Vec::new())>
                            {words.dismiss}
                        </button>
                    </div>
                }
            })}
        </div>
    }
}
