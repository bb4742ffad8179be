//! Notices of the parts of the address that were not used, until the reader dismisses them.

use crate::page::state::page;
use leptos::prelude::*;

/// A notice per part of the address that fell back to its default.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let page = page();
    let some = Memo::new(move |_| page.address.notices.with(|n| !n.is_empty()));
    view! {
        <div class="notices" role="status" data-notice=move || some.get().then_some("")>
            {move || some.get().then(|| {
                let words = page.words();
                let lines = page.address.notices.get().iter().map(|n| view! { <li>{(words.notice)(n)}</li> }).collect_view();
                view! {
                    <div class="notice">
                        <strong>{words.notices}</strong>
                        <ul>{lines}</ul>
                        <button type="button" on:click=move |_| page.address.notices.set(Vec::new())>
                            {words.dismiss}
                        </button>
                    </div>
                }
            })}
        </div>
    }
}
