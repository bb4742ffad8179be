//! Notices of what is not shown as the address says it, until the reader dismisses them.

use crate::page::state::{Page, page};
use activation_explorer::address::Notice;
use activation_explorer::words::notices;
use leptos::prelude::*;

/// A line for each part of the address that is not shown as written.
#[component]
pub(super) fn List() -> impl IntoView {
    let page = page();
    let lines = move || {
        let all = page.address.notices.get().into_iter();
        all.map(|notice| view! { <li>{line(page, &notice)}</li> }).collect_view()
    };
    view! {
        <div class="notice">
            <strong>{page.say(notices::words, |w| w.title)}</strong>
            <ul>{lines}</ul>
            <button type="button" on:click=move |_| page.address.notices.set(Vec::new())>
                {page.word(|w| w.dismiss)}
            </button>
        </div>
    }
}

/// The text of a notice, as the reader and a host page get it.
pub(super) fn line(page: Page, notice: &Notice) -> String {
    let lang = page.reader.lang.get();
    page.address.untracked(|now| notices::line(lang, notice, now))
}
