//! Texts, formulas and code that are fetched when first needed: for each function a file per language
//! and one of code, and one for each text of the lesson.

use activation_explorer::address::OWN;
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
    /// The text about the function with this id.
    Function(Lang, &'static str),
    /// A text of the lesson, by its name.
    Text(Lang, &'static str),
    /// The code of the function with this id.
    Code(&'static str),
    /// The pictures of the lesson's texts.
    Pictures,
}

impl File {
    fn address(self) -> String {
        match self {
            Self::Function(lang, id) => content::address(lang, id),
            Self::Text(lang, slug) => content::text_address(lang, slug),
            Self::Code(id) => content::code_address(id),
            Self::Pictures => content::pictures_address(),
        }
    }
}

/// The progress of a file.
#[derive(Clone)]
pub(crate) enum FileProgress {
    /// Being fetched.
    Loading,
    /// Fetched: a detached element that holds the texts.
    Here(Element),
    /// Not fetched: the request failed.
    Failed,
}

/// The texts fetched so far, shared by the whole page.
#[derive(Clone, Copy)]
pub(crate) struct Texts(RwSignal<Vec<(File, FileProgress)>, LocalStorage>);

impl Texts {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new_local(Vec::new()))
    }

    /// Tracks the progress of all files.
    pub(crate) fn track(self) {
        self.0.track();
    }

    pub(crate) fn get(self, file: File) -> Option<FileProgress> {
        self.0
            .with(|all| all.iter().find(|(s, _)| *s == file).map(|(_, progress)| progress.clone()))
    }

    fn set(self, file: File, progress: FileProgress) {
        self.0.update(|all| {
            all.retain(|(s, _)| *s != file);
            all.push((file, progress));
        });
    }

    /// Puts texts made here in the place of a file.
    pub(crate) fn put(self, file: File, html: &str) {
        if let Ok(root) = document().create_element("div") {
            root.set_inner_html(html);
            self.set(file, FileProgress::Here(root));
        }
    }

    /// The files about functions that could not be fetched, tracked.
    pub(crate) fn failed(self) -> Vec<File> {
        let failed = |(file, progress): &(File, FileProgress)| {
            let of_function = matches!(file, File::Function(..) | File::Code(_));
            (of_function && matches!(progress, FileProgress::Failed)).then_some(*file)
        };
        self.0.with(|all| all.iter().filter_map(failed).collect())
    }

    /// Fetches a file the first time; one that failed is asked for again by [`Self::ask`].
    pub(crate) fn want(self, file: File) {
        if untrack(|| self.get(file)).is_none() {
            self.ask(file);
        }
    }

    /// Fetches a file unless it has been or is being fetched.
    pub(crate) fn ask(self, file: File) {
        // There is no file about a function that a reader types: its texts are put here.
        let typed = matches!(file, File::Function(_, OWN) | File::Code(OWN));
        let known = untrack(|| self.get(file));
        if typed || matches!(known, Some(FileProgress::Loading | FileProgress::Here(_))) {
            return;
        }
        self.set(file, FileProgress::Loading);
        spawn_local(async move {
            self.set(
                file,
                fetch(&file.address()).await.map_or(FileProgress::Failed, FileProgress::Here),
            );
        });
    }

    /// The first element in a file that matches; `None` until it is fetched.
    pub(crate) fn find(self, file: File, selector: &str) -> Option<Element> {
        let Some(FileProgress::Here(root)) = self.get(file) else { return None };
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
