//! The bar on top: the views, the language and the theme.

use crate::page::state::page;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::address::{Choice, Group, Theme};
use activation_explorer::lang::Lang;
use activation_explorer::views;
use leptos::prelude::*;

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
    let themes = Theme::NAMES.iter().map(|(theme, name)| {
        view! {
            <option value=*name selected=move || page.theme() == *theme>
                {move || (page.words().theme)(*theme)}
            </option>
        }
    });
    let entries = Group::BAR.into_iter().filter_map(|(group, leads_to)| {
        let view = views::find(leads_to)?;
        let name = Signal::derive(move || (page.words().bar)(group));
        Some(view! { <ViewLink view group=Some(group)>{name}</ViewLink> })
    });
    view! {
        <header class="bar">
            <ViewLink class="product" view=views::ALL[0]>{page.word(|w| w.product)}</ViewLink>
            <nav aria-label=page.word(|w| w.navigation)>{entries.collect_view()}</nav>
            <div class="settings">
                <button type="button" class="share" on:click=move |_| page.address.shares.update(|n| *n += 1)>
                    {page.word(|w| w.share)}
                </button>
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
                <select
                    name="theme"
                    aria-label=page.word(|w| w.theme_label)
                    prop:value=move || page.theme().name()
                    on:change=move |event| {
                        if let Some(theme) = Theme::parse(&event_target_value(&event)) {
                            page.choose_theme(theme);
                        }
                    }
                >
                    {themes.collect_view()}
                </select>
            </div>
        </header>
    }
}
