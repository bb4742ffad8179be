//! The search: a dialog that finds functions, chapters, terms and demonstrations by name.

use crate::page::state::page;
use activation_explorer::finding::entries;
use activation_explorer::lang::Lang;
use activation_explorer::search::{Entry, find};
use activation_explorer::words::over::words as over;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

/// The dialog; open when it is shown.
#[component]
pub(super) fn Find() -> impl IntoView {
    let page = page();
    let all = StoredValue::new(entries());
    let (text, at) = (RwSignal::new(String::new()), RwSignal::new(0usize));
    let found = Memo::new(move |_| text.with(|text| all.with_value(|all| find(all, text))));
    let (dialog, input) = (NodeRef::<Dialog>::new(), NodeRef::<Input>::new());
    Effect::new(move |_| {
        let (Some(dialog), Some(input)) = (dialog.get(), input.get()) else { return };
        // The browser keeps the focus inside, and gives it back when the dialog closes.
        if !dialog.open() && dialog.show_modal().is_ok() {
            let _ = input.focus();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            HtmlDialogElement::close(&dialog);
        }
    };
    let open = move |place: usize| {
        let query = all.with_value(|all| all.get(place).map(|entry| entry.query.clone()));
        close();
        query.into_iter().for_each(|query| page.open(&query));
    };
    let keys = move |event: KeyboardEvent| {
        // Enter may end a word of Chinese that is being composed.
        if event.is_composing() {
            return;
        }
        let count = found.with_untracked(|found| found.hits.len());
        let here = at.get_untracked();
        match &*event.key() {
            "ArrowDown" if count > 0 => at.set((here + 1) % count),
            "ArrowUp" if count > 0 => at.set((here + count - 1) % count),
            "Enter" => {
                let hit = found.with_untracked(|found| found.hits.get(here).copied());
                hit.into_iter().for_each(|(place, _)| open(place));
            }
            // A field for searching would take it for itself, to become empty.
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
    };
    // A press beside the box closes it: it is then on the dialog itself.
    let outside = move |event: web_sys::MouseEvent| {
        let pressed = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if pressed.is_some_and(|pressed| pressed.has_attribute("data-find")) {
            close();
        }
    };
    let rows = move || {
        let (lang, kind) = (page.reader.lang.get(), page.table(over).find.kind);
        let rows = found.get().hits.into_iter().enumerate().filter_map(move |(row, hit)| {
            let (name, other, of) = all.with_value(|all| {
                let entry = all.get(hit.0)?;
                let (name, other) = shown(entry, hit.1, lang);
                Some((name, other, kind(entry.kind)))
            })?;
            Some(view! {
                <li
                    id=format!("find-{row}")
                    role="option"
                    aria-selected=move || if at.get() == row { "true" } else { "false" }
                    data-query=all.with_value(|all| all.get(hit.0).map(|entry| entry.query.clone()))
                    on:pointermove=move |_| at.set(row)
                    on:click=move |_| open(hit.0)
                >
                    <b>{name}</b>
                    <span>{other}</span>
                    <small>{of}</small>
                </li>
            })
        });
        rows.collect_view()
    };
    let said = move || {
        let words = &page.table(over).find;
        let text = text.get();
        found.with(|found| match (found.nearest, found.hits.is_empty()) {
            _ if text.trim().is_empty() => words.hint.to_owned(),
            (false, _) => words.keys.to_owned(),
            (true, true) => (words.none)(text.trim()),
            (true, false) => format!("{} {}", (words.none)(text.trim()), words.nearest),
        })
    };
    let active = move || {
        let some = found.with(|found| !found.hits.is_empty());
        some.then(|| format!("find-{}", at.get()))
    };
    view! {
        <dialog
            class="finder"
            data-find
            aria-label=page.say(over, |w| w.find.title)
            node_ref=dialog
            on:click=outside
            on:close=move |_| page.address.asked.set(0)
        >
            <div class="box">
                <div class="row">
                    <input
                        type="search"
                        name="find"
                        role="combobox"
                        aria-expanded="true"
                        aria-autocomplete="list"
                        aria-controls="finds"
                        aria-activedescendant=active
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=page.say(over, |w| w.find.title)
                        node_ref=input
                        on:input=move |event| {
                            at.set(0);
                            text.set(event_target_value(&event));
                        }
                        on:keydown=keys
                    />
                    <button type="button" on:click=move |_| close()>{page.say(over, |w| w.find.close)}</button>
                </div>
                <p class="hint" role="status">{said}</p>
                <ul id="finds" role="listbox" aria-label=page.say(over, |w| w.find.title)>{rows}</ul>
            </div>
        </dialog>
    }
}

/// The name of an entry in a language, and the name that was found if it is another.
fn shown(entry: &Entry, fits: usize, lang: Lang) -> (String, String) {
    let place = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
    let name = |at: usize| entry.names.get(at).cloned().unwrap_or_default();
    let (name, other) = (name(place), name(fits));
    let same = other == name || other.replace('_', " ").eq_ignore_ascii_case(&name);
    (name, if same { String::new() } else { other })
}
