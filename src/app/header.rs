//! The bar on top: the views, the language and the theme.

use super::store::store;
use super::widgets::view_link::ViewLink;
use activation_explorer::text::Lang;
use activation_explorer::view_state::{Choice, Theme, View};
use leptos::prelude::*;

/// The page's header.
#[component]
pub(super) fn Header() -> impl IntoView {
    let store = store();
    let other = move || match store.lang.get() {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    };
    let themes = Theme::NAMES.iter().map(|(theme, name)| {
        view! {
            <option value=*name selected=move || store.theme() == *theme>
                {move || (store.words().theme)(*theme)}
            </option>
        }
    });
    view! {
        <header class="bar">
            <ViewLink class="product" view=View::Gallery>{store.word(|w| w.product)}</ViewLink>
            <nav aria-label=store.word(|w| w.navigation)>
                <ViewLink view=View::Gallery>{store.word(|w| w.gallery)}</ViewLink>
                <ViewLink view=View::Function group=&[View::Softmax, View::Maxout]>{store.word(|w| w.functions)}</ViewLink>
                <ViewLink view=View::Compare>{store.word(|w| w.compare)}</ViewLink>
                <ViewLink view=View::Zigzag group=&[View::Neuron, View::Saturation, View::Linear, View::Kink]>{store.word(|w| w.demos)}</ViewLink>
                <ViewLink view=View::Learn group=&[View::Evidence]>{store.word(|w| w.lesson)}</ViewLink>
                <ViewLink view=View::Choose>{store.word(|w| w.choose)}</ViewLink>
            </nav>
            <div class="settings">
                <button type="button" class="share" on:click=move |_| store.shares.update(|n| *n += 1)>
                    {store.word(|w| w.share)}
                </button>
                <button
                    type="button"
                    class="language"
                    lang=move || other().tag()
                    aria-label=Signal::derive(move || format!("{}: {}", store.words().language_label, other().name()))
                    on:click=move |_| store.choose_lang(untrack(other))
                >
                    {move || other().name()}
                </button>
                <select
                    name="theme"
                    aria-label=store.word(|w| w.theme_label)
                    prop:value=move || store.theme().name()
                    on:change=move |event| {
                        if let Some(theme) = Theme::parse(&event_target_value(&event)) {
                            store.choose_theme(theme);
                        }
                    }
                >
                    {themes.collect_view()}
                </select>
            </div>
        </header>
    }
}
