//! Texts that are fetched, with words for while they are on their way and for when they do not come.

use crate::page::state::page;
use crate::page::state::texts::{File, Prose};
use activation_explorer::words::reading::words as reading;
use leptos::prelude::*;

/// Asks for a text of the lesson, and says when it is on its way or does not come.
#[component]
pub(crate) fn Fetched(slug: Signal<&'static str>) -> impl IntoView {
    let page = page();
    let texts = page.texts;
    let file = move || File::Text(page.reader.lang.get(), slug.get());
    Effect::new(move |_| texts.ask(file()));
    let here = move || matches!(texts.get(file()), Some(Prose::Here(_)));
    let failed = move || matches!(texts.get(file()), Some(Prose::Failed));
    view! {
        <p class="loading" role="status" hidden=move || here() || failed()>
            {page.word(|w| w.loading)}
        </p>
        <p role="alert" hidden=move || !failed()>
            {page.say(reading, |w| w.failed)}
            " "
            <button type="button" on:click=move |_| texts.ask(untrack(file))>
                {page.word(|w| w.retry)}
            </button>
        </p>
    }
}

/// Asks for the texts of the language in force, and says when a file does not come.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let page = page();
    let texts = page.texts;
    Effect::new(move |_| texts.ask(File::Prose(page.reader.lang.get())));
    let failed = move || {
        let prose = File::Prose(page.reader.lang.get());
        [prose, File::Code].into_iter().find(|s| matches!(texts.get(*s), Some(Prose::Failed)))
    };
    view! {
        <p class="hint" role="status" hidden=move || failed().is_none()>
            {page.word(|w| w.prose_failed)}
            " "
            <button type="button" on:click=move |_| untrack(failed).into_iter().for_each(|s| texts.ask(s))>
                {page.word(|w| w.retry)}
            </button>
        </p>
    }
}
