//! The page of a demonstration: the links to all of them above it.

use crate::page::state::page;
use crate::page::widgets::start_over::StartOver;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::views;
use activation_explorer::words::demos::words as demos;
use leptos::html::Nav;
use leptos::prelude::*;

/// A demonstration under the links to all of them; in a text's figure without the links.
pub(crate) fn demo_page(inside: AnyView) -> AnyView {
    let page = page();
    if page.figure {
        return view! { <div class="demo">{inside}</div> }.into_any();
    }
    // The overview, and all that it shows.
    let links = std::iter::once(&views::play::VIEW).chain(views::demonstrations()).map(|view| {
        let name = Signal::derive(move || views::name(view, page.reader.lang.get()));
        view! { <ViewLink view>{name}</ViewLink> }
    });
    // On a phone the links are one row, and the one to this page may be out of sight.
    let row = NodeRef::<Nav>::new();
    row.on_load(|row| {
        request_animation_frame(move || {
            let Ok(Some(here)) = row.query_selector("[aria-current]") else { return };
            let (from, to) = (row.get_bounding_client_rect(), here.get_bounding_client_rect());
            let middle = to.left() - from.left() - (from.width() - to.width()) / 2.0;
            row.set_scroll_left(row.scroll_left() + middle as i32);
        });
    });
    view! {
        <div class="page demo">
            <div class="ways">
                <nav class="subnav" node_ref=row aria-label=page.say(demos, |w| w.navigation)>{links.collect_view()}</nav>
                <StartOver />
            </div>
            {inside}
        </div>
    }
    .into_any()
}
