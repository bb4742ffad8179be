//! The actions beside the name: compare, copy as code, embed, and what is copied or saved.

use super::code::code;
use super::files::{self, Download, Saved};
use crate::page::browser::clipboard::copied;
use crate::page::browser::host::may_forbid_downloads;
use crate::page::state::{Page, page};
use crate::page::widgets::copied::copy_outcome;
use crate::page::widgets::full_address::{base, full_address};
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::{Language, partner};
use activation_explorer::hosts::{Embed, Host};
use activation_explorer::views;
use activation_explorer::words::copying;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::subject;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The outcome of the last action.
#[derive(Clone)]
enum Outcome {
    Copy(Result<(), String>),
    File(Saved),
    Failed,
}

/// The last action on a function, whose outcome is told below its name.
#[derive(Clone, Copy)]
pub(crate) struct Take(RwSignal<Option<Outcome>>);

impl Take {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Copies a text.
    pub(crate) fn copy(self, text: String) {
        spawn_local(async move {
            self.0.try_set(Some(Outcome::Copy(copied(text).await)));
        });
    }

    /// Offers a file.
    fn save(self, file: Option<Saved>) {
        if let Some(Saved::Wanted(file)) = &file {
            file.offer();
        }
        self.0.set(Some(file.map_or(Outcome::Failed, Outcome::File)));
    }
}

/// The buttons and links.
#[component]
pub(crate) fn Actions(plot: FunctionPlot, take: Take) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let caption = move || {
        let text = plot.params.with_untracked(|p| subject(act, p, &page.table(plots).story));
        let words = untrack(|| &page.table(plots).export);
        let shown = page.address.untracked(|s| (s.deriv, s.extras.second));
        format!("{text} · {} · {}", (words.lines)(shown.0, shown.1), words.from)
    };
    let csv = move || Saved::Wanted(files::table(plot, page));
    let picture = move |svg: bool| take.save(files::picture(plot, page, &caption(), svg));
    let compare = partner(act).map(|other| {
        // Of two that all but coincide only the difference is seen.
        let alike = act.id.starts_with("gelu") && other.id.starts_with("gelu");
        let shown = if alike { "&deriv=0&diff=1" } else { "" };
        let href = format!("?view=compare&cmp={},{}{shown}", act.id, other.id);
        let text = move || (page.table(plots).export.compare)(other.name);
        view! { <a class="button" data-do="compare" href=href>{text}</a> }
    });
    // In a frame nothing of it is seen, and nothing fetched.
    let first = (!page.address.untracked(|s| s.embed)).then(|| code(plot, Language::ALL[0]));
    view! {
        <div class="take">
            <div class="actions">
                {compare}
                {first.map(|first| view! {
                    <button type="button" data-take="code" on:click=move |_| take.copy(first.get_untracked())>
                        {page.say(plots, |w| w.export.copy_code)}
                    </button>
                })}
                <ViewLink class="button" view=&views::embed::VIEW>{page.say(plots, |w| w.export.frame)}</ViewLink>
                <details class="menu">
                    <summary aria-label=page.say(plots, |w| w.export.title) title=page.say(plots, |w| w.export.title)>"⋯"</summary>
                    <div class="items">
                        <button type="button" data-take="link" on:click=move |_| take.copy(full_address(page, false))>{page.say(plots, |w| w.export.link)}</button>
                        <button type="button" data-take="embed" on:click=move |_| take.copy(iframe(page))>{page.say(plots, |w| w.export.embed)}</button>
                        <button type="button" data-take="png" on:click=move |_| picture(false)>"PNG"</button>
                        <button type="button" data-take="svg" on:click=move |_| picture(true)>"SVG"</button>
                        <button type="button" data-take="csv" on:click=move |_| take.save(Some(csv()))>"CSV"</button>
                        <button type="button" data-take="print" on:click=move |_| drop(window().print())>{page.say(plots, |w| w.export.print)}</button>
                    </div>
                </details>
            </div>
            <div class="outcome" role="status">
                {move || take.0.get().map(|outcome| result(page, outcome))}
            </div>
        </div>
    }
}

/// The message about the last action.
fn result(page: Page, outcome: Outcome) -> AnyView {
    let words = &page.table(plots).export;
    match outcome {
        Outcome::Copy(done) => copy_outcome(page, done),
        Outcome::Failed => view! { <p class="hint bad">{words.failed}</p> }.into_any(),
        Outcome::File(file) => {
            let (said, Download { name, address }) = match file {
                Saved::Wanted(file) => ("", file),
                Saved::Instead(file) => (words.not_readable, file),
            };
            let text = name.clone();
            // A page cannot know whether the one around it lets the file come.
            let barred = may_forbid_downloads().then(|| {
                let say = page.table(copying::words).no_file;
                view! { <p class="hint"><a href=full_address(page, false) target="_blank" rel="noopener">{say}</a></p> }
            });
            view! { <p class="hint">{said} " " <a href=address download=name>{text}</a></p> {barred} }.into_any()
        }
    }
}

/// The markup of an iframe with the present state.
fn iframe(page: Page) -> String {
    let state = page.address.untracked(Clone::clone);
    let embed = Embed {
        base: &base(),
        title: &state.subject().unwrap_or_default(),
        height: state.view.frame_height,
        width: None,
        state: &state,
    };
    embed.snippet(Host::Html)
}
