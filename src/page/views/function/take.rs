//! The last copy or file taken from the page of a function, and how that went.

use super::files::{Download, Saved};
use crate::page::browser::clipboard::copied;
use crate::page::browser::host::may_forbid_downloads;
use crate::page::state::Page;
use crate::page::widgets::copied::copy_outcome;
use crate::page::widgets::full_address::full_address;
use activation_explorer::words::copying;
use activation_explorer::words::plots::words as plots;
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
    pub(crate) fn save(self, file: Option<Saved>) {
        if let Some(Saved::Wanted(file)) = &file {
            file.offer();
        }
        self.0.set(Some(file.map_or(Outcome::Failed, Outcome::File)));
    }

    /// The message about the outcome, if there has been one.
    pub(crate) fn said(self, page: Page) -> Option<AnyView> {
        self.0.get().map(|outcome| result(page, outcome))
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
