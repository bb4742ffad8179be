//! The bar on top: the views, the search, the language and the theme.

use super::views::{ASK_FIND, ASK_SHARE};
use crate::page::state::page;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::address::{Choice, Group, Theme};
use activation_explorer::lang::Lang;
use activation_explorer::views;
use activation_explorer::words::Words;
use leptos::prelude::*;

/// The entry of the menu of themes that begins the lecture mode.
const PRESENT: &str = "present";

/// The language after `lang`, in a cycle.
fn next(lang: Lang) -> Lang {
    let place = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
    Lang::ALL[(place + 1) % Lang::ALL.len()]
}

/// The page's header.
#[component]
pub(super) fn Header() -> impl IntoView {
    let page = page();
    let other = move || next(page.reader.lang.get());
    // As HTML: of the entries only one attribute ever changes. That of the lecture mode is none that
    // stays chosen, so that it can be chosen again.
    let themes = Signal::derive(move || {
        let (now, words) = (page.theme(), page.words());
        let option = |(theme, name): &(Theme, &str)| {
            let here = if *theme == now { " selected" } else { "" };
            format!("<option value=\"{name}\"{here}>{}</option>", (words.theme)(*theme))
        };
        let here = if page.address.with(|s| s.present) { " hidden" } else { "" };
        Theme::NAMES.iter().map(option).collect::<String>()
            + &format!("<option value=\"{PRESENT}\"{here}>{}</option>", words.present)
    });
    let entries = Group::BAR.into_iter().filter_map(|(group, leads_to)| {
        let view = views::find(leads_to)?;
        let name = Signal::derive(move || (page.words().bar)(group));
        Some(view! { <ViewLink view group=Some(group)>{name}</ViewLink> })
    });
    let asks = move |class: &'static str, which: u32, name: fn(&'static Words) -> &'static str| {
        view! {
            <button type="button" class=class on:click=move |_| page.address.asked.set(which)>
                <span>{page.word(name)}</span>
            </button>
        }
    };
    view! {
        <header class="bar">
            <ViewLink class="product" view=views::ALL[0]>{page.word(|w| w.product)}</ViewLink>
            <nav aria-label=page.word(|w| w.navigation)>{entries.collect_view()}</nav>
            <div class="settings">
                {asks("find", ASK_FIND, |w| w.find)}
                {asks("share", ASK_SHARE, |w| w.share)}
                <button
                    type="button"
                    class="language"
                    lang=move || other().tag()
                    translate="no"
                    aria-label=Signal::derive(move || format!("{}: {}", page.words().language_label, other().name()))
                    on:click=move |_| page.choose_lang(untrack(other))
                >
                    {move || other().name()}
                </button>
                <span class="look">
                    <select
                        name="theme"
                        aria-label=page.word(|w| w.theme_label)
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            if let Some(theme) = Theme::parse(&value) {
                                page.choose_theme(theme);
                            } else if value == PRESENT {
                                page.address.edit(|s| s.present = true);
                            }
                        }
                        inner_html=themes
                    ></select>
                </span>
            </div>
        </header>
    }
}
