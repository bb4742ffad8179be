//! Lazy views: their code is loaded when they are first shown.

use crate::page::state::page;
use crate::page::state::parts::{Piece, Progress};
use activation_explorer::address::View;
use activation_explorer::views;
use leptos::prelude::*;

/// The name of the piece that is the whole page of a function.
pub(crate) const FULL: &str = "full";

/// A view, once its code is loaded; the page is then ready. A frame and a figure of a text take a
/// function without the rest of its page.
pub(crate) fn lazy_view(view: &'static View) -> AnyView {
    let page = page();
    let small = page.figure || page.address.untracked(|s| s.embed);
    let full = view == &views::function::VIEW && !small;
    loaded(Piece { id: if full { FULL } else { view.id }, styles: view.styles }, true)
}

/// A piece of the page, once its code is loaded; until then a message, and a button after a
/// failure.
pub(crate) fn lazy(piece: Piece) -> AnyView {
    loaded(piece, false)
}

fn loaded(piece: Piece, view: bool) -> AnyView {
    let page = page();
    let parts = page.parts;
    parts.ask(piece, false);
    // A memo: the arrival of another piece, as for a figure in a text, must not make this view
    // anew, which would lose the focus and the view's own state.
    let progress = Memo::new(move |_| parts.progress(piece.id));
    (move || match progress.get() {
        Some(Progress::Here(show)) => {
            if view {
                ready(page.screen.ready);
            }
            show()
        }
        Some(Progress::Failed) => view! {
            <p class="page" role="alert">
                {page.word(|w| w.view_failed)}
                " "
                <button type="button" on:click=move |_| parts.ask(piece, true)>
                    {page.word(|w| w.retry)}
                </button>
            </p>
        }
        .into_any(),
        _ => view! { <p class="page loading" role="status">{page.word(|w| w.loading)}</p> }
            .into_any(),
    })
    .into_any()
}

/// Sets `ready` once the view is in the document.
fn ready(ready: RwSignal<bool>) {
    Effect::new(move |_| {
        ready.set(true);
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-ready", "true");
        }
    });
}
