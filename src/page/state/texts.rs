//! Texts, formulas and code that are fetched when first needed: about the functions one file per
//! language of the reader, one for each text of the lesson, and one for code.

use super::Page;
use activation_explorer::activation::Activation;
use activation_explorer::content;
use activation_explorer::lang::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// A file of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum File {
    /// Everything said in one language.
    Prose(Lang),
    /// A text of the lesson, by its name.
    Text(Lang, &'static str),
    /// Every function as code.
    Code,
}

impl File {
    fn address(self) -> String {
        match self {
            Self::Prose(lang) => content::address(lang),
            Self::Text(lang, slug) => content::text_address(lang, slug),
            Self::Code => content::code_address(),
        }
    }
}

/// The progress of a file.
#[derive(Clone)]
pub(crate) enum Prose {
    /// It is on its way.
    Loading,
    /// A detached element that holds them.
    Here(Element),
    /// It did not come.
    Failed,
}

/// The texts fetched so far, shared by all who ask.
#[derive(Clone, Copy)]
pub(crate) struct Texts(RwSignal<Vec<(File, Prose)>, LocalStorage>);

impl Texts {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new_local(Vec::new()))
    }

    /// Follows what arrives.
    pub(crate) fn track(self) {
        self.0.track();
    }

    pub(crate) fn get(self, file: File) -> Option<Prose> {
        self.0.with(|all| all.iter().find(|(s, _)| *s == file).map(|(_, prose)| prose.clone()))
    }

    fn set(self, file: File, prose: Prose) {
        self.0.update(|all| {
            all.retain(|(s, _)| *s != file);
            all.push((file, prose));
        });
    }

    /// Fetches a file unless it is here or on its way.
    pub(crate) fn ask(self, file: File) {
        if matches!(untrack(|| self.get(file)), Some(Prose::Loading | Prose::Here(_))) {
            return;
        }
        self.set(file, Prose::Loading);
        spawn_local(async move {
            self.set(file, fetch(&file.address()).await.map_or(Prose::Failed, Prose::Here));
        });
    }

    /// The first element in a file that matches; `None` until it is here.
    fn find(self, file: File, selector: &str) -> Option<Element> {
        let Some(Prose::Here(root)) = self.get(file) else { return None };
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
pub(crate) fn part(page: Page, act: &'static Activation, name: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let file = File::Prose(page.reader.lang.get());
        let found = page.texts.find(file, &format!("#{} > .{name}", act.id));
        found.map(|element| element.inner_html()).unwrap_or_default()
    })
}

/// The text of the lesson called `slug` as HTML; empty until it is here.
pub(crate) fn text(page: Page, slug: Signal<&'static str>) -> Memo<String> {
    // Remembered: another text that arrives changes nothing about this one.
    Memo::new(move |_| {
        let file = File::Text(page.reader.lang.get(), slug.get());
        match page.texts.get(file) {
            Some(Prose::Here(root)) => root.inner_html(),
            _ => String::new(),
        }
    })
}

/// The section of a text of the lesson whose heading has this id; `None` until it is here.
pub(crate) fn section(page: Page, slug: &'static str, id: &str) -> Option<Element> {
    let file = File::Text(page.reader.lang.get(), slug);
    page.texts.find(file, &format!("[id=\"{id}\"]"))?.parent_element()
}

/// `act` as code in a language, with the parameters as placeholders; empty until it is here.
pub(crate) fn snippet(page: Page, act: &'static Activation, language: &str) -> Signal<String> {
    page.texts.ask(File::Code);
    let selector = format!("#{} [data-code=\"{language}\"]", act.id);
    Signal::derive(move || {
        let found = page.texts.find(File::Code, &selector);
        found.and_then(|element| element.text_content()).unwrap_or_default()
    })
}
