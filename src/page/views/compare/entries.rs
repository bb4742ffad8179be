//! The functions of a comparison: their sliders, and the box that adds another.

use crate::page::state::page;
use crate::page::widgets::legend::Swatch;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::{ALL, Activation};
use activation_explorer::address::MOST_COMPARED;
use activation_explorer::views;
use activation_explorer::views::compare::find::find;
use activation_explorer::views::compare::slots::compare;
use activation_explorer::views::compare::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A function of the comparison, with its sliders.
#[component]
pub(super) fn Row(line: u8, act: &'static Activation) -> impl IntoView {
    let page = page();
    let remove = move |_| {
        page.address.edit(|s| {
            let mut rest = s.beside();
            rest.retain(|a| *a != act);
            if !rest.is_empty() {
                compare(s, rest);
            }
        });
    };
    let alone = Memo::new(move |_| page.address.with(|s| s.beside().len() == 1));
    view! {
        <section class="entry" data-entry=act.id>
            <h2 translate="no">
                <Swatch index=line.into() />
                <ViewLink view=&views::function::VIEW act>{act.name}</ViewLink>
                <button
                    type="button"
                    class="remove"
                    disabled=alone
                    aria-label=Signal::derive(move || (page.table(words).remove)(act.name))
                    on:click=remove
                >
                    "×"
                </button>
            </h2>
            <Parameters act />
        </section>
    }
}

/// The reason why the last name entered added nothing.
#[derive(Clone)]
enum Refusal {
    /// No function has that name.
    Unknown(String),
    /// The function is in the comparison already.
    There(&'static str),
}

/// The box that finds and adds a function.
#[component]
pub(super) fn Add() -> impl IntoView {
    let page = page();
    let full = Memo::new(move |_| page.address.with(|s| s.beside().len() >= MOST_COMPARED));
    let refusal = RwSignal::new(None::<Refusal>);
    let names: String =
        ALL.iter().map(|act| format!("<option value=\"{}\"></option>", act.name)).collect();
    let add = move |input: &HtmlInputElement| {
        let text = input.value();
        if text.trim().is_empty() {
            return;
        }
        let Some(act) = find(&text) else {
            refusal.set(Some(Refusal::Unknown(text)));
            return;
        };
        input.set_value("");
        let mut all = page.address.untracked(|s| s.beside());
        refusal.set(all.contains(&act).then_some(Refusal::There(act.name)));
        if !all.contains(&act) && all.len() < MOST_COMPARED {
            all.push(act);
            page.address.edit(|s| compare(s, all));
        }
    };
    let input = |event: &web_sys::Event| event.target()?.dyn_into::<HtmlInputElement>().ok();
    let changed = move |event: web_sys::Event| input(&event).iter().for_each(add);
    // A text that has been refused does not change when Enter is pressed again.
    let entered = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            input(&event).iter().for_each(add);
        }
    };
    view! {
        <input
            type="search"
            class="add"
            name="add"
            list="all-functions"
            autocomplete="off"
            disabled=full
            placeholder=page.say(words, |w| w.add)
            aria-label=page.say(words, |w| w.add)
            on:change=changed
            on:keydown=entered
        />
        <datalist id="all-functions" inner_html=names></datalist>
        <p class="hint" role="status">
            {move || match refusal.get() {
                _ if full.get() => page.table(words).full.to_owned(),
                Some(Refusal::Unknown(text)) => (page.table(words).unknown)(&text),
                Some(Refusal::There(name)) => (page.table(words).there)(name),
                None => String::new(),
            }}
        </p>
    }
}
