//! The list of chapters with the sections of the open one, and the links to the chapters around it.

use crate::page::state::{Page, page};
use crate::page::widgets::figures::all;
use activation_explorer::chapters::{APPENDED, CHAPTERS, chapter_named};
use activation_explorer::content;
use activation_explorer::words::reading::words as reading;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

/// A section: its id and its heading.
pub(crate) type Head = (String, String);

/// The sections of a text in `area`.
pub(crate) fn heads(area: &Element) -> Vec<Head> {
    let head = |h: Element| (h.id(), h.inner_html());
    all(area, "h2[id]").into_iter().map(head).collect()
}

/// The title of a text in the language in force.
fn title(page: Page, place: usize) -> &'static str {
    content::title(place, page.reader.lang.get())
}

/// The number of a chapter and a full stop; nothing for other texts.
fn number(place: usize) -> String {
    if place + APPENDED < CHAPTERS.len() { format!("{}. ", place + 1) } else { String::new() }
}

/// The list.
#[component]
pub(crate) fn Contents(sections: RwSignal<Vec<Head>>) -> impl IntoView {
    let page = page();
    let chapter = Memo::new(move |_| page.address.with(|s| s.chapter));
    let section = Memo::new(move |_| page.address.with(|s| s.section.clone()));
    // As HTML: some thirty small elements of which only one attribute ever changes.
    let list = Memo::new(move |_| {
        let chapter = chapter.get();
        let mut html = String::from("<ol>");
        for (place, slug) in CHAPTERS.iter().enumerate() {
            let open = *slug == chapter;
            let (number, title) = (number(place), title(page, place));
            let class = if open { " class=\"open\"" } else { "" };
            html.push_str(&format!(
                "<li{class}><a href=\"?view=learn&amp;chapter={slug}\">{number}{title}</a>"
            ));
            // The glossary has too many sections for a list.
            if open && *slug != "glossary" {
                html.push_str("<ol>");
                for (id, words) in sections.get() {
                    html.push_str(&format!(
                        "<li><a href=\"?view=learn&amp;chapter={slug}&amp;section={id}\">{words}</a></li>"
                    ));
                }
                html.push_str("</ol>");
            }
            html.push_str("</li>");
        }
        let evidence = page.table(reading).evidence;
        html + &format!("<li><a href=\"?view=evidence\">{evidence}</a></li></ol>")
    });
    let place = NodeRef::<Div>::new();
    Effect::new(move |last: Option<String>| {
        let (html, mut here) = (list.get(), format!("?view=learn&chapter={}", chapter.get()));
        section.with(|section| {
            if !section.is_empty() {
                here.push_str(&format!("&section={section}"));
            }
        });
        let Some(place) = place.get() else { return String::new() };
        if last.as_ref() != Some(&html) {
            place.set_inner_html(&html);
        }
        // Only the mark moves while one reads: a link that has the focus keeps it.
        for link in all(&place, "a") {
            let now = link.get_attribute("href").as_deref() == Some(here.as_str());
            let _ = if now {
                link.set_attribute("aria-current", "true")
            } else {
                link.remove_attribute("aria-current")
            };
        }
        html
    });
    // On a wide page the list has a column of its own.
    let wide = window().inner_width().ok().and_then(|w| w.as_f64()).is_some_and(|w| w >= 1024.0);
    view! {
        <nav class="contents" aria-label=page.say(reading, |w| w.contents)>
            <details open=wide>
                <summary>{page.say(reading, |w| w.contents)}</summary>
                <div node_ref=place></div>
            </details>
        </nav>
    }
}

/// Links to the chapter before and the one after.
#[component]
pub(crate) fn Pager() -> impl IntoView {
    let page = page();
    let chapter = Memo::new(move |_| page.address.with(|s| s.chapter));
    let links = Signal::derive(move || {
        let Some(place) = chapter_named(chapter.get()) else { return String::new() };
        let words = page.table(reading);
        let link = |place: usize, rel: &str, word: &str| {
            format!(
                "<a rel=\"{rel}\" href=\"?view=learn&amp;chapter={}\"><small>{word}</small> {}{}</a>",
                CHAPTERS[place],
                number(place),
                title(page, place)
            )
        };
        let mut html = String::new();
        if place > 0 {
            html.push_str(&link(place - 1, "prev", words.previous));
        }
        if place + 1 < CHAPTERS.len() {
            html.push_str(&link(place + 1, "next", words.next));
        }
        html
    });
    view! { <nav class="pager" aria-label=page.say(reading, |w| w.around) inner_html=links></nav> }
}
