//! Fetched texts, with messages while they load and when they fail.

use crate::page::state::texts::{File, FileProgress};
use crate::page::state::{Page, page};
use activation_explorer::activation::Activation;
use activation_explorer::words::reading::words as reading;
use leptos::prelude::*;
use web_sys::Element;

/// A part of the text about `act`: `title`, `summary`, `formula`, `derivative`, `body` …; empty
/// until it is fetched.
pub(crate) fn part(page: Page, act: &'static Activation, name: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let file = File::Prose(page.reader.lang.get());
        let found = page.texts.find(file, &format!("#{} > .{name}", act.id));
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
    page.texts.ask(File::Code);
    let selector = format!("#{} [data-code=\"{language}\"]", act.id);
    Signal::derive(move || {
        let found = page.texts.find(File::Code, &selector);
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

/// The progress of the texts of the language in force, which it fetches: a message when a file
/// fails.
#[component]
pub(crate) fn FetchStatus() -> impl IntoView {
    let page = page();
    let texts = page.texts;
    Effect::new(move |_| texts.ask(File::Prose(page.reader.lang.get())));
    let failed = move || {
        let files = [File::Prose(page.reader.lang.get()), File::Code];
        files.map(|file| {
            Some(file).filter(|_| matches!(texts.get(file), Some(FileProgress::Failed)))
        })
    };
    view! {
        <p class="hint" role="status" hidden=move || failed().iter().all(Option::is_none)>
            {page.word(|w| w.prose_failed)}
            " "
            <button type="button" on:click=move |_| untrack(failed).into_iter().flatten().for_each(|s| texts.ask(s))>
                {page.word(|w| w.retry)}
            </button>
        </p>
    }
}
