//! Texts and formulas that arrive when first needed, one file per language.

use super::store::{Store, store};
use activation_explorer::activation::Activation;
use activation_explorer::content;
use activation_explorer::text::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// The texts of one language.
#[derive(Clone)]
enum Prose {
    Loading,
    /// A detached element that holds them.
    Here(Element),
    Failed,
}

/// What has been fetched so far, shared by all who ask.
#[derive(Clone, Copy)]
pub(super) struct Library(RwSignal<Vec<(Lang, Prose)>, LocalStorage>);

impl Library {
    pub(super) fn new() -> Self {
        Self(RwSignal::new_local(Vec::new()))
    }

    fn get(self, lang: Lang) -> Option<Prose> {
        self.0.with(|all| all.iter().find(|(l, _)| *l == lang).map(|(_, prose)| prose.clone()))
    }

    fn set(self, lang: Lang, prose: Prose) {
        self.0.update(|all| {
            all.retain(|(l, _)| *l != lang);
            all.push((lang, prose));
        });
    }

    /// Fetches a language's texts unless they are here or on their way.
    fn ask(self, lang: Lang) {
        if matches!(untrack(|| self.get(lang)), Some(Prose::Loading | Prose::Here(_))) {
            return;
        }
        self.set(lang, Prose::Loading);
        spawn_local(async move {
            self.set(lang, fetch(&content::address(lang)).await.map_or(Prose::Failed, Prose::Here));
        });
    }

    /// One part of what is said about `act`, as HTML; empty until it is here.
    fn part(self, act: &Activation, lang: Lang, part: &str) -> String {
        let Some(Prose::Here(root)) = self.get(lang) else { return String::new() };
        let found = root.query_selector(&format!("#{} > .{part}", act.id)).ok().flatten();
        found.map(|element| element.inner_html()).unwrap_or_default()
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

/// A part of the text about `act`: `title`, `summary`, `formula`, `derivative` or `body`.
pub(super) fn part(store: Store, act: &'static Activation, name: &'static str) -> Signal<String> {
    Signal::derive(move || store.library.part(act, store.lang.get(), name))
}

/// Asks for the texts of the language in force, and says when they do not come.
#[component]
pub(super) fn Status() -> impl IntoView {
    let store = store();
    Effect::new(move |_| store.library.ask(store.lang.get()));
    let failed = move || matches!(store.library.get(store.lang.get()), Some(Prose::Failed));
    view! {
        <p class="hint" role="status" hidden=move || !failed()>
            {store.word(|w| w.prose_failed)}
            " "
            <button type="button" on:click=move |_| store.library.ask(store.lang.get_untracked())>
                {store.word(|w| w.retry)}
            </button>
        </p>
    }
}
