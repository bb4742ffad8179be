//! The lesson: a text with its contents beside it, its figures live, and the reader's position in
//! the address.

mod contents;
mod definition;
mod position;

use crate::page::state::page;
use crate::page::widgets::fetched_text::Fetched;
use crate::page::widgets::fetched_text::text;
use crate::page::widgets::figures::Mounted;
use activation_explorer::words::reading::words as reading;
use contents::{Contents, Head, Pager, heads};
use definition::{Definition, Looked, opens};
use leptos::html::{Article, Div};
use leptos::prelude::*;
use position::Position;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// The view.
pub(crate) fn show() -> AnyView {
    Learn().into_any()
}

/// The view.
#[component]
fn Learn() -> impl IntoView {
    let page = page();
    let chapter = Memo::new(move |_| page.address.with(|s| s.chapter));
    let html = text(page, chapter.into());
    let (article, area) = (NodeRef::<Article>::new(), NodeRef::<Div>::new());
    let sections = RwSignal::new(Vec::<Head>::new());
    let looked = RwSignal::new_local(None::<Looked>);
    let (mounted, position) = (Mounted::new(), Position::new(page, area));
    Effect::new(move |_| {
        let (Some(area), html) = (area.get(), html.get()) else { return };
        mounted.fill(page, &area, &html);
        sections.set(heads(&area));
        looked.set(None);
        if !html.is_empty() {
            position.arrived(chapter.get_untracked());
        }
    });
    position.follow();
    let click = move |event: MouseEvent| {
        mounted.unfold(page, &event);
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.as_ref().and_then(|t| t.closest("a[href^='?view=learn']").ok().flatten());
        match (link, article.get_untracked()) {
            (Some(link), Some(article)) if opens(&event, &link, chapter.get_untracked()) => {
                // Otherwise nobody follows the link: see `links`.
                event.prevent_default();
                looked.set(Looked::at(&link, &article));
            }
            // A link to the present section changes nothing, but the reader may have scrolled away.
            (Some(_), _) => position.again(),
            (None, _) => {
                let inside = target.and_then(|t| t.closest(".definition").ok().flatten());
                if inside.is_none() {
                    looked.set(None);
                }
            }
        }
    };
    view! {
        <div class="page learn">
            <Contents sections />
            <article class="subject reading" tabindex="-1" node_ref=article on:click=click>
                <Fetched slug=chapter.into() />
                <div node_ref=area></div>
                <p class="hint" hidden=move || chapter.get() != "choose">
                    <a href="?view=choose">{page.say(reading, |w| w.by_question)}</a>
                </p>
                <Pager />
                <Definition looked />
            </article>
        </div>
    }
}
