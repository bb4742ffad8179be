//! The list of functions beside a large plot; on a narrow page a menu above it.

use crate::page::state::page;
use crate::page::widgets::figures::all;
use crate::page::widgets::menu::{by_family, options};
use activation_explorer::activation::by_id;
use activation_explorer::views;
use leptos::html::Nav;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The list and the menu.
#[component]
pub(crate) fn Chooser() -> impl IntoView {
    let page = page();
    let now = page.address.act();
    // As HTML: a hundred small elements of which only one attribute ever changes.
    let list = Signal::derive(move || {
        by_family(
            page,
            |name, items| format!("<h2>{name}</h2><ul>{items}</ul>"),
            |act| {
                let (id, name) = (act.id, act.name);
                // One stop of the Tab key; from there arrows lead to the others.
                let here =
                    if *act == *now.get() { " aria-current=\"page\"" } else { " tabindex=\"-1\"" };
                format!(
                    "<li translate=\"no\"><a data-view=\"function\" data-act=\"{id}\" href=\"?view=function&amp;fn={id}\"{here}>{name}</a></li>"
                )
            },
        )
    });
    let nav = NodeRef::<Nav>::new();
    let menu = Signal::derive(move || options(page, |act| *act == *now.get()));
    view! {
        <nav
            class="chooser"
            aria-label=page.word(|w| w.functions)
            node_ref=nav
            inner_html=list
            on:keydown=move |event| {
                if nav.get_untracked().is_some_and(|nav| walks(&nav, &event.key())) {
                    event.prevent_default();
                }
            }
        ></nav>
        <select
            class="chooser-menu"
            name="fn"
            aria-label=page.word(|w| w.functions)
            on:change=move |event| {
                let act = by_id(&event_target_value(&event));
                page.open(&untrack(|| page.address.href(&views::function::VIEW, act)));
            }
            inner_html=menu
        ></select>
    }
}

/// Moves the focus in a list of links as a key asks for; true if it does.
fn walks(list: &Element, key: &str) -> bool {
    let links = all(list, "a");
    let focused = document().active_element();
    let Some(here) = links.iter().position(|link| focused.as_ref() == Some(link)) else {
        return false;
    };
    let last = links.len() - 1;
    let to = match key {
        "ArrowDown" => last.min(here + 1),
        "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return false,
    };
    let link = links[to].dyn_ref::<HtmlElement>();
    link.is_some_and(|link| link.focus().is_ok())
}
