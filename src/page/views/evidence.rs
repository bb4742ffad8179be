//! The tables of Xu et al. (2015) as charts, with the chosen function's rows marked.

use crate::page::state::page;
use crate::page::widgets::fetched_text::Fetched;
use crate::page::widgets::fetched_text::text;
use crate::page::widgets::figures::Mounted;
use leptos::html::Div;
use leptos::prelude::*;

/// The view.
pub(crate) fn show() -> AnyView {
    Evidence().into_any()
}

/// The view.
#[component]
fn Evidence() -> impl IntoView {
    let page = page();
    let slug = Signal::derive(|| "evidence");
    let (html, mounted, area) = (text(page, slug), Mounted::new(), NodeRef::<Div>::new());
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            mounted.fill(page, &area, &html.get());
        }
    });
    view! {
        <div class="page reading">
            <article class="subject" tabindex="-1">
                <Fetched slug />
                <div node_ref=area data-fn=move || page.address.with(|s| s.act.id)></div>
            </article>
        </div>
    }
}
