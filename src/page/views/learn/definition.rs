//! A term's definition over the text, beside the link that asked for it.

use crate::page::state::page;
use crate::page::widgets::fetched_text::Fetched;
use crate::page::widgets::fetched_text::section;
use activation_explorer::numeric::format::pixels;
use activation_explorer::words::reading::words as reading;
use leptos::html::Aside;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// The text with all definitions.
const GLOSSARY: &str = "glossary";
/// The largest width of a definition, in CSS pixels.
const WIDEST: f64 = 416.0;

/// A term that is being looked up.
#[derive(Clone)]
pub(crate) struct Looked {
    id: String,
    /// The place, in CSS pixels from the corner of the article.
    left: f64,
    top: f64,
    /// The link, which gets the focus back.
    link: HtmlElement,
}

impl Looked {
    /// The term that a link leads to.
    pub(crate) fn at(link: &Element, article: &Element) -> Option<Self> {
        let href = link.get_attribute("href")?;
        let id = href.split_once("&section=")?.1.to_owned();
        let (link_box, outer) =
            (link.get_bounding_client_rect(), article.get_bounding_client_rect());
        let room = (outer.width() - WIDEST).max(0.0);
        Some(Self {
            id,
            left: (link_box.left() - outer.left()).clamp(0.0, room),
            top: link_box.bottom() - outer.top() + 6.0,
            link: link.clone().dyn_into().ok()?,
        })
    }
}

/// Whether a click on this link opens a definition: a plain one on a term, outside the glossary.
pub(crate) fn opens(event: &MouseEvent, link: &Element, chapter: &str) -> bool {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    !with_key && chapter != GLOSSARY && link.class_list().contains("glossed")
}

/// The definition.
#[component]
pub(crate) fn Definition(looked: RwSignal<Option<Looked>, LocalStorage>) -> impl IntoView {
    let page = page();
    let place = NodeRef::<Aside>::new();
    // Not `on_load`, which expects one element: there is a new one for each term.
    Effect::new(move |_| {
        if let Some(aside) = place.get() {
            let _ = aside.focus();
        }
    });
    let close = move || {
        if let Some(Some(looked)) = looked.try_update(Option::take) {
            let _ = looked.link.focus();
        }
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    move || {
        looked.get().map(|Looked { id, left, top, .. }| {
            let address = format!("?view=learn&chapter={GLOSSARY}&section={id}");
            let html = Signal::derive(move || {
                section(page, GLOSSARY, &id).map(|entry| entry.inner_html()).unwrap_or_default()
            });
            view! {
                <aside
                    class="definition"
                    role="dialog"
                    tabindex="-1"
                    aria-label=page.say(reading, |w| w.definition)
                    node_ref=place
                    style:left=pixels(left)
                    style:top=pixels(top)
                    on:keydown=keys
                >
                    <Fetched slug=Signal::derive(|| GLOSSARY) />
                    <div inner_html=html></div>
                    <p class="hint">
                        <a href=address>{page.say(reading, |w| w.in_glossary)}</a>
                        <button type="button" on:click=move |_| close()>{page.say(reading, |w| w.close)}</button>
                    </p>
                </aside>
            }
        })
    }
}
