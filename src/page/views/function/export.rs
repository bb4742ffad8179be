//! The export panel: the address, an iframe, pictures, numbers, code.

use super::files::{self, Download, Saved};
use crate::page::browser::clipboard::copied;
use crate::page::browser::host::may_forbid_downloads;
use crate::page::state::{Page, page};
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::copied::copy_outcome;
use crate::page::widgets::full_address::{base, full_address};
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::Language;
use activation_explorer::activation::code::filled;
use activation_explorer::hosts::{Embed, Host};
use activation_explorer::views;
use activation_explorer::words::copying;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::subject;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The outcome of the last export.
#[derive(Clone)]
enum Outcome {
    Copy(Result<(), String>),
    File(Saved),
    Failed,
}

/// Links, files and code of the function view.
#[component]
pub(crate) fn Export(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let outcome = RwSignal::new(None::<Outcome>);
    let copied = move |text: String| {
        spawn_local(async move {
            outcome.try_set(Some(Outcome::Copy(copied(text).await)));
        });
    };
    let made = move |file: Option<Saved>| {
        if let Some(Saved::Wanted(file)) = &file {
            file.offer();
        }
        outcome.set(Some(file.map_or(Outcome::Failed, Outcome::File)));
    };
    let caption = move || {
        let text = plot.params.with_untracked(|p| subject(act, p, &page.table(plots).story));
        let words = untrack(|| &page.table(plots).export);
        let shown = page.address.untracked(|s| (s.deriv, s.extras.second));
        format!("{text} · {} · {}", (words.lines)(shown.0, shown.1), words.from)
    };
    let csv = move || Saved::Wanted(files::table(plot, page));
    let picture = move |svg: bool| made(files::picture(plot, page, &caption(), svg));
    let code = RwSignal::new(None::<Language>);
    let choices = Language::ALL.map(|each| Item::new(each.key(), each.name())).into();
    let chosen =
        Signal::derive(move || Language::ALL.iter().position(|each| Some(*each) == code.get()));
    let choose = Rc::new(move |index: usize| {
        let language = Language::ALL[index];
        code.update(|now| *now = (*now != Some(language)).then_some(language));
    });
    view! {
        <section class="take">
            <h2>{page.say(plots, |w| w.export.title)}</h2>
            <div class="buttons">
                <button type="button" data-take="link" on:click=move |_| copied(full_address(page, false))>{page.say(plots, |w| w.export.link)}</button>
                <button type="button" data-take="embed" on:click=move |_| copied(iframe(page))>{page.say(plots, |w| w.export.embed)}</button>
                <button type="button" data-take="png" on:click=move |_| picture(false)>"PNG"</button>
                <button type="button" data-take="svg" on:click=move |_| picture(true)>"SVG"</button>
                <button type="button" data-take="csv" on:click=move |_| made(Some(csv()))>"CSV"</button>
            </div>
            <div class="outcome" role="status">
                {move || outcome.get().map(|outcome| result(page, outcome))}
            </div>
            <p class="hint"><ViewLink view=&views::embed::VIEW>{page.say(plots, |w| w.export.embed_more)}</ViewLink></p>
            <h3>{page.say(plots, |w| w.export.code)}</h3>
            <div class="buttons" role="group" aria-label=page.say(plots, |w| w.export.code)>
                <Choices attribute="data-code" choices chosen choose />
            </div>
            {move || code.get().map(|language| {
                let template = crate::page::widgets::fetched_text::snippet(page, act, language.key());
                let text = Signal::derive(move || {
                    filled(&template.get(), act, &plot.settled.get(), language)
                });
                view! {
                    <div class="code">
                        <pre tabindex="0" translate="no" data-snippet=language.key()><code>{text}</code></pre>
                        <button type="button" on:click=move |_| copied(text.get_untracked())>{page.say(plots, |w| w.export.copy)}</button>
                    </div>
                }
            })}
        </section>
    }
}

/// The message about the last export.
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
