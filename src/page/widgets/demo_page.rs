//! The page of a demonstration: the links to all of them above it.

use crate::page::state::page;
use crate::page::widgets::start_over::StartOver;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::address::Group;
use activation_explorer::views;
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;

/// A demonstration under the links to all of them; in a text's figure without the links.
pub(crate) fn demo_page(inside: AnyView) -> AnyView {
    let page = page();
    if page.figure {
        return view! { <div class="demo">{inside}</div> }.into_any();
    }
    let all = views::ALL.iter().copied();
    let links = all.filter(|view| view.group == Group::Demos || view.plays.is_some()).map(|view| {
        let name = Signal::derive(move || views::name(view, page.reader.lang.get()));
        view! { <ViewLink view>{name}</ViewLink> }
    });
    view! {
        <div class="page demo">
            <div class="top">
                <nav class="subnav" aria-label=page.say(demos, |w| w.navigation)>{links.collect_view()}</nav>
                <StartOver />
            </div>
            {inside}
        </div>
    }
    .into_any()
}
