//! The list of functions beside a large plot; on a narrow page a menu above it.

use crate::page::state::page;
use crate::page::widgets::figures::all;
use crate::page::widgets::menu::{by_family, options};
use activation_explorer::activation::by_id;
use activation_explorer::views;
use activation_explorer::views::function::own::name as own_name;
use leptos::html::Nav;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The way to the function that the reader types.
const OWN: &str = "view=function&fn=own";

/// The list and the menu.
#[component]
pub(crate) fn Chooser() -> impl IntoView {
    let page = page();
    let now = page.address.act();
    // As HTML: a hundred small elements of which only one attribute ever changes.
    let list = Signal::derive(move || {
        let current = now.get().own.is_some();
        let here = if current { " aria-current=\"page\"" } else { " tabindex=\"-1\"" };
        let own = own_name(page.reader.lang.get());
        format!("<p class=\"typed\"><a href=\"?{OWN}\"{here}>{own} …</a></p>")
            + &by_family(
                page,
                |name, items| {
                    // The family of the function is open, the others on request.
                    let open = if items.contains("aria-current") { " open" } else { "" };
                    format!(
                        "<details{open}><summary tabindex=\"-1\">{name}</summary><ul>{items}</ul></details>"
                    )
                },
                |act| {
                    let (id, name) = (act.id, act.name);
                    let view = views::whole(act).unwrap_or(&views::function::VIEW).id;
                    // One stop of the Tab key; from there arrows lead to the others.
                    let here = if *act == *now.get() {
                        " aria-current=\"page\""
                    } else {
                        " tabindex=\"-1\""
                    };
                    format!(
                        "<li translate=\"no\"><a data-view=\"{view}\" data-act=\"{id}\" href=\"?view={view}&amp;fn={id}\"{here}>{name}</a></li>"
                    )
                },
            )
    });
    let menu = Signal::derive(move || {
        let own = if now.get().own.is_some() {
            String::new()
        } else {
            let name = own_name(page.reader.lang.get());
            format!("<option value=\"{}\">{name} …</option>", activation_explorer::address::OWN)
        };
        own + &options(page, |act| *act == *now.get())
    });
    // The list may be longer than the window.
    let area = NodeRef::<Nav>::new();
    Effect::new(move |_| {
        list.track();
        let Some(area) = area.get() else { return };
        let Ok(Some(here)) = area.query_selector("[aria-current]") else { return };
        let (from, to) = (area.get_bounding_client_rect(), here.get_bounding_client_rect());
        let (above, below) = (to.top() - from.top(), to.bottom() - from.bottom());
        if above < 0.0 || below > 0.0 {
            let middle = above - (from.height() - to.height()) / 2.0;
            area.set_scroll_top(area.scroll_top() + middle as i32);
        }
    });
    view! {
        <nav
            class="chooser"
            aria-label=page.word(|w| w.functions)
            node_ref=area
            inner_html=list
            on:keydown=move |event| {
                if area.get_untracked().is_some_and(|nav| walks(&nav, &event.key())) {
                    event.prevent_default();
                }
            }
        ></nav>
        <select
            class="chooser-menu"
            name="fn"
            aria-label=page.word(|w| w.functions)
            on:change=move |event| {
                let id = event_target_value(&event);
                if id == activation_explorer::address::OWN {
                    return page.open(OWN);
                }
                let act = by_id(&id);
                let view = act.and_then(views::whole).unwrap_or(&views::function::VIEW);
                page.open(&untrack(|| page.address.href(view, act)));
            }
            inner_html=menu
        ></select>
    }
}

/// Moves the focus in a list of links as a key asks for; true if it does.
fn walks(list: &Element, key: &str) -> bool {
    let links = all(list, ".typed a, summary, details[open] a");
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
