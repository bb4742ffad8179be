//! Texts, formulas and code that arrive when first needed: about the functions one file per
//! language of the reader, one for each text of the lesson, and one for code.

use super::store::{Store, store};
use activation_explorer::activation::Activation;
use activation_explorer::content;
use activation_explorer::text::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// A file of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    /// Everything said in one language.
    Prose(Lang),
    /// A text of the lesson, by its name.
    Text(Lang, &'static str),
    /// Every function as code.
    Code,
}

impl Shelf {
    fn address(self) -> String {
        match self {
            Self::Prose(lang) => content::address(lang),
            Self::Text(lang, slug) => content::text_address(lang, slug),
            Self::Code => content::code_address(),
        }
    }
}

/// What has come of a file.
#[derive(Clone)]
enum Prose {
    Loading,
    /// A detached element that holds them.
    Here(Element),
    Failed,
}

/// What has been fetched so far, shared by all who ask.
#[derive(Clone, Copy)]
pub(super) struct Library(RwSignal<Vec<(Shelf, Prose)>, LocalStorage>);

impl Library {
    pub(super) fn new() -> Self {
        Self(RwSignal::new_local(Vec::new()))
    }

    /// Follows what arrives.
    pub(super) fn track(self) {
        self.0.track();
    }

    fn get(self, shelf: Shelf) -> Option<Prose> {
        self.0.with(|all| all.iter().find(|(s, _)| *s == shelf).map(|(_, prose)| prose.clone()))
    }

    fn set(self, shelf: Shelf, prose: Prose) {
        self.0.update(|all| {
            all.retain(|(s, _)| *s != shelf);
            all.push((shelf, prose));
        });
    }

    /// Fetches a file unless it is here or on its way.
    fn ask(self, shelf: Shelf) {
        if matches!(untrack(|| self.get(shelf)), Some(Prose::Loading | Prose::Here(_))) {
            return;
        }
        self.set(shelf, Prose::Loading);
        spawn_local(async move {
            self.set(shelf, fetch(&shelf.address()).await.map_or(Prose::Failed, Prose::Here));
        });
    }

    /// The first element in a file that matches; `None` until it is here.
    fn find(self, shelf: Shelf, selector: &str) -> Option<Element> {
        let Some(Prose::Here(root)) = self.get(shelf) else { return None };
        root.query_selector(selector).ok().flatten()
    }
}

/// The texts at `address` in an element that is not in the document.
async fn fetch(address: &str) -> Result<Element, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let root = document().create_element("div")?;
    root.set_inner_html(&text);
    Ok(root)
}

/// A part of the text about `act`: `title`, `summary`, `formula`, `derivative`, `body` …; empty
/// until it is here.
pub(super) fn part(store: Store, act: &'static Activation, name: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let shelf = Shelf::Prose(store.lang.get());
        let found = store.library.find(shelf, &format!("#{} > .{name}", act.id));
        found.map(|element| element.inner_html()).unwrap_or_default()
    })
}

/// The text of the lesson called `slug` as HTML; empty until it is here.
pub(super) fn text(store: Store, slug: Signal<&'static str>) -> Memo<String> {
    // Remembered: another text that arrives changes nothing about this one.
    Memo::new(move |_| {
        let shelf = Shelf::Text(store.lang.get(), slug.get());
        match store.library.get(shelf) {
            Some(Prose::Here(root)) => root.inner_html(),
            _ => String::new(),
        }
    })
}

/// The section of a text of the lesson whose heading has this id; `None` until it is here.
pub(super) fn section(store: Store, slug: &'static str, id: &str) -> Option<Element> {
    let shelf = Shelf::Text(store.lang.get(), slug);
    store.library.find(shelf, &format!("[id=\"{id}\"]"))?.parent_element()
}

/// Asks for a text of the lesson, and says when it is on its way or does not come.
#[component]
pub(super) fn Fetched(slug: Signal<&'static str>) -> impl IntoView {
    let store = store();
    let library = store.library;
    let shelf = move || Shelf::Text(store.lang.get(), slug.get());
    Effect::new(move |_| library.ask(shelf()));
    let here = move || matches!(library.get(shelf()), Some(Prose::Here(_)));
    let failed = move || matches!(library.get(shelf()), Some(Prose::Failed));
    view! {
        <p class="loading" role="status" hidden=move || here() || failed()>
            {store.word(|w| w.loading)}
        </p>
        <p role="alert" hidden=move || !failed()>
            {store.said(|w| w.failed)}
            " "
            <button type="button" on:click=move |_| library.ask(untrack(shelf))>
                {store.word(|w| w.retry)}
            </button>
        </p>
    }
}

/// `act` as code in a language, with the parameters as placeholders; empty until it is here.
pub(super) fn snippet(store: Store, act: &'static Activation, language: &str) -> Signal<String> {
    store.library.ask(Shelf::Code);
    let selector = format!("#{} [data-code=\"{language}\"]", act.id);
    Signal::derive(move || {
        let found = store.library.find(Shelf::Code, &selector);
        found.and_then(|element| element.text_content()).unwrap_or_default()
    })
}

/// Asks for the texts of the language in force, and says when a file does not come.
#[component]
pub(super) fn Status() -> impl IntoView {
    let store = store();
    let library = store.library;
    Effect::new(move |_| library.ask(Shelf::Prose(store.lang.get())));
    let failed = move || {
        let prose = Shelf::Prose(store.lang.get());
        [prose, Shelf::Code].into_iter().find(|s| matches!(library.get(*s), Some(Prose::Failed)))
    };
    view! {
        <p class="hint" role="status" hidden=move || failed().is_none()>
            {store.word(|w| w.prose_failed)}
            " "
            <button type="button" on:click=move |_| untrack(failed).into_iter().for_each(|s| library.ask(s))>
                {store.word(|w| w.retry)}
            </button>
        </p>
    }
}
