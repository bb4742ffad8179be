//! Fetched texts, with messages while they load and when they fail.

use crate::page::state::texts::{File, FileProgress};
use crate::page::state::{Page, page};
use activation_explorer::activation::Activation;
use activation_explorer::words::reading::words as reading;
use leptos::prelude::*;
use web_sys::Element;

/// A part of the text about `act`: `title`, `summary`, `formula`, `derivative`, `body` …; it is
/// fetched, and empty until it is here.
pub(crate) fn part(page: Page, act: &'static Activation, name: &'static str) -> Signal<String> {
    let file = move || File::Function(page.reader.lang.get(), act.id);
    // Wanted, not asked for: where a part is made anew when a file fails, that would never end.
    Effect::new(move |_| page.texts.want(file()));
    Signal::derive(move || {
        let found = page.texts.find(file(), &format!("section > .{name}"));
        found.map(|element| element.inner_html()).unwrap_or_default()
    })
}

/// The text of the lesson called `slug` as HTML; empty until it is fetched.
pub(crate) fn text(page: Page, slug: Signal<&'static str>) -> Memo<String> {
    // A memo, as the arrival of another text changes nothing about this one.
    Memo::new(move |_| {
        let file = File::Text(page.reader.lang.get(), slug.get());
        match page.texts.get(file) {
            Some(FileProgress::Here(root)) => root.inner_html(),
            _ => String::new(),
        }
    })
}

/// The section of a text of the lesson whose heading has this id; `None` until it is fetched.
pub(crate) fn section(page: Page, slug: &'static str, id: &str) -> Option<Element> {
    let file = File::Text(page.reader.lang.get(), slug);
    page.texts.find(file, &format!("[id=\"{id}\"]"))?.parent_element()
}

/// The code of `act` in a language, with the parameters as placeholders; empty until it is fetched.
pub(crate) fn snippet(page: Page, act: &'static Activation, language: &str) -> Signal<String> {
    page.texts.want(File::Code(act.id));
    let selector = format!("[data-code=\"{language}\"]");
    Signal::derive(move || {
        let found = page.texts.find(File::Code(act.id), &selector);
        found.and_then(|element| element.text_content()).unwrap_or_default()
    })
}

/// The progress of a text of the lesson, which it fetches: a message while it loads or when it
/// fails.
#[component]
pub(crate) fn Fetched(slug: Signal<&'static str>) -> impl IntoView {
    let page = page();
    let texts = page.texts;
    let file = move || File::Text(page.reader.lang.get(), slug.get());
    Effect::new(move |_| texts.ask(file()));
    let here = move || matches!(texts.get(file()), Some(FileProgress::Here(_)));
    let failed = move || matches!(texts.get(file()), Some(FileProgress::Failed));
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

/// The texts about functions that could not be fetched: a message, and a button that asks again.
#[component]
pub(crate) fn FetchStatus() -> impl IntoView {
    let page = page();
    let texts = page.texts;
    view! {
        <p class="hint" role="status" hidden=move || texts.failed().is_empty()>
            {page.word(|w| w.prose_failed)}
            " "
            <button
                type="button"
                on:click=move |_| untrack(|| texts.failed()).into_iter().for_each(|file| texts.ask(file))
            >
                {page.word(|w| w.retry)}
            </button>
        </p>
    }
}
