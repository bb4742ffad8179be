//! The list of functions beside a large plot; on a narrow page a menu above it.

use super::store::store;
use super::widgets::menu::{by_family, options};
use activation_explorer::activation::by_id;
use activation_explorer::view_state::View;
use leptos::prelude::*;

/// The list and the menu.
#[component]
pub(super) fn Chooser() -> impl IntoView {
    let store = store();
    let now = Memo::new(move |_| store.state.with(|s| s.act));
    // As text: a hundred small elements of which only one attribute ever changes.
    let list = Signal::derive(move || {
        by_family(
            store,
            |name, items| format!("<h2>{name}</h2><ul>{items}</ul>"),
            |act| {
                let (id, name) = (act.id, act.name);
                let here = if *act == *now.get() { " aria-current=\"page\"" } else { "" };
                format!(
                    "<li><a data-view=\"function\" data-act=\"{id}\" href=\"?view=function&amp;fn={id}\"{here}>{name}</a></li>"
                )
            },
        )
    });
    let menu = Signal::derive(move || options(store, |act| *act == *now.get()));
    view! {
        <nav class="chooser" aria-label=store.word(|w| w.functions) inner_html=list></nav>
        <select
            class="chooser-menu"
            name="fn"
            aria-label=store.word(|w| w.functions)
            on:change=move |event| {
                let act = by_id(&event_target_value(&event));
                store.open(&untrack(|| store.href(View::Function, act)));
            }
            inner_html=menu
        ></select>
    }
}
