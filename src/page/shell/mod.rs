//! The shell: the bar on top, the frame around a view, and the loading of the view itself.

mod find;
mod header;
mod host_messages;
mod lecture;
mod links;
mod notices;
mod objects;
mod player;
mod share;
mod title;
mod views;
mod windows;

use crate::page::browser::{copied_numbers, failure, host};
use crate::page::state::parts::{Parts, Piece};
use crate::page::state::{Page, page};
use crate::page::views::function::own;
use crate::page::widgets::full_address::full_address;
use crate::page::widgets::lazy_view::{lazy, lazy_view};
use activation_explorer::address::Settings;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The stylesheet of what lies over the page.
const OVER: &[&str] = &["over"];

/// Replaces the static page by the live one.
pub(crate) fn start() {
    failure::show_panics();
    let Some(root) = document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    let root = wasm_bindgen::JsCast::unchecked_into(root);
    mount_to(root, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let page = Page::new(Parts::new(views::fetch, views::FIRST));
    provide_context(page);
    page.follow_browser();
    links::follow(page);
    copied_numbers::follow();
    if host::parent().is_some() {
        spawn_local(host_messages::talk(page, Owner::current()));
    }
    // In a lecture the same for every view: its stage stays while the figures change.
    let view = Memo::new(move |_| {
        page.address.with(|s| (!lectures(s)).then(|| s.builder.unwrap_or(s.view)))
    });
    // Without what reads formulas, an address with one cannot be read.
    let unread = Memo::new(move |_| page.address.with(Settings::is_unread));
    view! {
        <a class="skip" href="#main">{page.word(|w| w.skip)}</a>
        <header::Header />
        <Notices />
        <main id="main" tabindex="-1">
            {move || {
                if unread.get() {
                    return lazy(Piece { id: own::READ, styles: &[] });
                }
                let Some(view) = view.get() else {
                    title::follow(page);
                    return lazy(Piece { id: views::LECTURE, styles: OVER });
                };
                if !view.start {
                    title::follow(page);
                }
                lazy_view(view)
            }}
        </main>
        {move || page.address.with(|s| s.embed).then(|| view! { <Full /> })}
        // Last, so that nothing moves while it loads.
        {move || {
            let id = match page.address.asked.get() {
                0 => return None,
                views::ASK_FIND => views::FIND,
                _ => views::SHARE,
            };
            Some(lazy(Piece { id, styles: OVER }))
        }}
    }
}

/// Whether a figure fills the window.
fn lectures(state: &Settings) -> bool {
    state.present && state.builder.is_none()
}

/// The place of the notices. What is in it comes when there is something to tell.
#[component]
fn Notices() -> impl IntoView {
    let page = page();
    let some = Memo::new(move |_| page.address.notices.with(|n| !n.is_empty()));
    view! {
        <div class="notices" role="status" data-notice=move || some.get().then_some("")>
            {move || some.get().then(|| lazy(Piece { id: views::NOTICES, styles: &[] }))}
        </div>
    }
}

/// The link from a frame to the whole page.
#[component]
fn Full() -> impl IntoView {
    let page = page();
    let href = move || {
        page.address.track_rest();
        full_address(page, false)
    };
    view! {
        <footer class="full">
            <a href=href target="_blank" rel="noopener">{page.word(|w| w.open_in_full)}</a>
        </footer>
    }
}
