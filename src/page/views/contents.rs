//! The contents of the lesson: every chapter with what it promises, the place where the reader
//! stopped, and what belongs to the lesson.

use crate::page::state::page;
use crate::page::state::texts::File;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::address::View;
use activation_explorer::chapters::{APPENDED, CHAPTERS, chapter_named};
use activation_explorer::content::{lead, title};
use activation_explorer::views;
use activation_explorer::views::contents::words;
use leptos::prelude::*;

/// The view.
pub(crate) fn show() -> AnyView {
    Contents().into_any()
}

/// The number of chapters.
fn chapters() -> usize {
    CHAPTERS.len() - APPENDED
}

/// The view.
#[component]
fn Contents() -> impl IntoView {
    let page = page();
    let lang = page.reader.lang;
    let chapter = move |place: usize, name: &dyn Fn(&str) -> String| {
        let (slug, title, lead) =
            (CHAPTERS[place], title(place, lang.get()), lead(place, lang.get()));
        format!(
            "<li><a href=\"?view=learn&amp;chapter={slug}\"><h2>{}</h2><p>{lead}</p></a></li>",
            name(title)
        )
    };
    Effect::new(move |_| page.texts.want(File::Pictures));
    let list = Signal::derive(move || {
        let numbered = |place: usize| move |title: &str| format!("<b>{}</b> {title}", place + 1);
        let entry = |place| chapter(place, &numbered(place));
        let with_picture = |place: usize| {
            let line = format!("div:nth-child({})", place + 1);
            let picture = page.texts.find(File::Pictures, &line);
            let picture = picture.map(|line| line.inner_html()).unwrap_or_default();
            entry(place).replacen("<h2>", &format!("<span class=\"thumb\">{picture}</span><h2>"), 1)
        };
        (0..chapters()).map(with_picture).collect::<String>()
    });
    let more = Signal::derive(move || {
        let view = |view: &View| {
            let id = view.id;
            let (name, about) = (views::name(view, lang.get()), views::about(view, lang.get()));
            format!(
                "<li><a href=\"?view={id}\"><h2>{name}</h2><p>{}</p></a></li>",
                about.description
            )
        };
        let glossary = chapter_named("glossary").map(|place| chapter(place, &str::to_owned));
        glossary.unwrap_or_default() + &view(&views::choose::VIEW) + &view(&views::evidence::VIEW)
    });
    // Where the reader stopped, if not at the beginning.
    let read = Memo::new(move |_| {
        let place = page.address.with(|s| {
            let begun = s.chapter != CHAPTERS[0] || !s.section.is_empty();
            chapter_named(s.chapter).filter(|_| begun)
        })?;
        Some(title(place, lang.get()))
    });
    view! {
        <div class="page chapters">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <p class="go-on" hidden=move || read.get().is_none()>
                {page.say(words, |w| w.go_on)} " "
                <ViewLink view=&views::learn::VIEW>{move || read.get()}</ViewLink>
            </p>
            <ol inner_html=list></ol>
            <h2 class="more">{page.say(words, |w| w.more)}</h2>
            <ul inner_html=more></ul>
        </div>
    }
}
