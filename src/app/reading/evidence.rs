//! The tables of Xu et al. (2015) as charts, with the chosen function's rows marked.

use super::live::Mounted;
use crate::app::prose::{Fetched, text};
use crate::app::store::store;
use leptos::html::Div;
use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Evidence() -> impl IntoView {
    let store = store();
    let slug = Signal::derive(|| "evidence");
    let (html, mounted, area) = (text(store, slug), Mounted::new(), NodeRef::<Div>::new());
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            mounted.fill(store, &area, &html.get());
        }
    });
    view! {
        <div class="page reading">
            <article class="subject" tabindex="-1">
                <Fetched slug />
                <div node_ref=area data-fn=move || store.state.with(|s| s.act.id)></div>
            </article>
        </div>
    }
}
