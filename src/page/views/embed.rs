//! The builder of embeds: choose a state, see it in a frame, copy the snippet.

use crate::page::browser::clipboard::copied;
use crate::page::state::page;
use crate::page::widgets::check::Check;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::copied::copy_outcome;
use crate::page::widgets::full_address::base;
use crate::page::widgets::key_controls::StateCheck;
use crate::page::widgets::menu::{ActivationMenu, Menu};
use crate::page::widgets::number_box::{Bounds, NumberBox};
use activation_explorer::address::{Address, Choice, Hidden, Notice, Part, Theme, View, Why};
use activation_explorer::hosts::{Embed as Wanted, Host};
use activation_explorer::lang::Lang;
use activation_explorer::views;
use activation_explorer::views::embed::{Words, words};
use js_sys::{Object, Reflect};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::MessageEvent;

/// The debounce of the preview.
const REST: Duration = Duration::from_millis(300);
/// The parts that a frame can hide; the bar on top it never has.
const PARTS: [Part; 5] = [Part::Controls, Part::Formula, Part::Text, Part::Table, Part::Links];
/// The usual choices of what a frame shows, by the parts that it leaves out.
const USUAL: [&[Part]; 4] = [
    &[],
    &[Part::Formula, Part::Text],
    &[Part::Formula, Part::Text, Part::Table],
    &[Part::Controls, Part::Formula, Part::Text, Part::Table],
];
/// The least and the largest side of a frame, in CSS pixels.
const SIDES: (f64, f64) = (120.0, 4000.0);

/// The settings that cannot be in the address, which would apply them to the page itself.
#[derive(Clone, Copy, PartialEq, Default)]
struct Look {
    lang: Option<Lang>,
    theme: Theme,
    width: Option<u32>,
    /// The height; that of the content if `None`.
    height: Option<u32>,
}

/// The parts left out, as a state has them.
fn without(parts: &[Part]) -> Hidden {
    parts.iter().fold(Hidden::default(), |all, part| all.with(*part, true))
}

/// The view.
pub(crate) fn show() -> AnyView {
    Embed().into_any()
}

/// The view.
#[component]
fn Embed() -> impl IntoView {
    let page = page();
    let lang = Some(page.reader.lang.get_untracked());
    let look = RwSignal::new(Look { lang, ..Look::default() });
    // The height of the content, as the preview tells it.
    let content = RwSignal::new(None::<u32>);
    let target = Memo::new(move |_| {
        let Look { lang, theme, .. } = look.get();
        let mut state = page.address.whole(Address::trimmed);
        (state.builder, state.embed) = (None, true);
        (state.lang, state.theme) = (lang, theme);
        state
    });
    let view = Memo::new(move |_| target.with(|t| t.view));
    let height = Memo::new(move |_| {
        let content = content.get().map(|height| height.clamp(SIDES.0 as u32, SIDES.1 as u32));
        look.get().height.or(content).unwrap_or(view.get().frame_height)
    });
    view! {
        <div class="page builder">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="choices">
                <TargetChoice view />
                <LookChoice look height />
            </div>
            <Preview target look content height />
            <Snippets target look height />
        </div>
    }
}

/// The choice of the state and of its hidden parts.
#[component]
fn TargetChoice(view: Memo<&'static View>) -> impl IntoView {
    let page = page();
    let views = Signal::derive(move || {
        let all = views::ALL.iter().copied().filter(|view| view.builds.is_empty());
        let option = |v: &'static View| {
            let here = if v == view.get() { " selected" } else { "" };
            let name = views::name(v, page.reader.lang.get());
            format!("<option value=\"{}\"{here}>{name}</option>", v.id)
        };
        all.map(option).collect::<String>()
    });
    let show = Rc::new(move |name: &str| {
        if let Some(view) = views::find(name) {
            page.address.edit(|s| s.set_subject(view));
        }
    });
    let of_one = move || view.get().reads.function && !view.get().start;
    let paste = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let Some((_, query)) = text.split_once(['?', '#']) else {
            if !text.trim().is_empty() {
                let key = untrack(|| page.table(words).link);
                page.address.notices.set(vec![Notice::new(key, &text, Why::NoSuchChoice)]);
            }
            return;
        };
        let (mut state, notices) = views::parse(query);
        page.address.edit(|now| {
            state.builder = now.builder;
            (state.lang, state.theme, state.embed) = (now.lang, now.theme, now.embed);
            *now = state;
        });
        page.address.notices.set(notices);
    };
    let usual = USUAL.map(without);
    let chosen = Signal::derive(move || {
        // The link to the full page is a matter of its own.
        let hidden = page.address.with(|s| s.hidden).with(Part::Links, false);
        usual.iter().position(|usual| *usual == hidden)
    });
    let take = Rc::new(move |index: usize| {
        let links = page.address.untracked(|s| s.hidden.has(Part::Links));
        page.address.edit(|s| s.hidden = usual[index].with(Part::Links, links));
    });
    let names: [fn(&Words) -> &'static str; 4] =
        [|w| w.everything, |w| w.with_table, |w| w.with_controls, |w| w.plot_only];
    let keys = ["all", "table", "controls", "plot"];
    let items =
        [0, 1, 2, 3].map(|index| Item::new(keys[index], move || names[index](page.table(words))));
    let parts = PARTS.map(|part| {
        let label = Signal::derive(move || (page.table(words).part)(part));
        let hidden = move || page.address.with(|s| s.hidden.has(part));
        let set = move |on: bool| page.address.edit(|s| s.hidden = s.hidden.with(part, on));
        view! { <Check name=part.name() on=Signal::derive(hidden) set=Rc::new(set)>{label}</Check> }
    });
    view! {
        <section>
            <Menu name="show" label=page.say(words, |w| w.view) options=views choose=show />
            <ActivationMenu
                name="fn"
                label=page.say(words, |w| w.function)
                get=|s| s.act
                set=|s, act| (s.act, s.x) = (act, None)
                hidden=Signal::derive(move || !of_one())
            />
            <label class="field">
                <span>{page.say(words, |w| w.link)}</span>
                <input type="url" name="link" placeholder="https://…?view=…" on:change=paste />
            </label>
            <div class="field" role="group" aria-label=page.say(words, |w| w.shows)>
                <span>{page.say(words, |w| w.shows)}</span>
                <span class="buttons">
                    <Choices attribute="data-shows" choices=items.into() chosen choose=take />
                </span>
            </div>
            <div class="field" role="group" aria-label=page.say(words, |w| w.hide)>
                <span>{page.say(words, |w| w.hide)}</span>
                <span>{parts.into_iter().collect_view()}</span>
            </div>
        </section>
    }
}

/// The choice of the size, the language, the theme and the behaviour.
#[component]
fn LookChoice(look: RwSignal<Look>, height: Memo<u32>) -> impl IntoView {
    let page = page();
    let side = |typed: f64| typed.is_finite().then(|| typed.clamp(SIDES.0, SIDES.1).round() as u32);
    let sides = Bounds { step: None, ends: Some(SIDES) };
    let langs = Signal::derive(move || {
        let chosen = look.with_untracked(|look| look.lang);
        let of = |lang: Lang| {
            let here = if chosen == Some(lang) { " selected" } else { "" };
            format!("<option value=\"{}\"{here}>{}</option>", lang.code(), lang.name())
        };
        let readers = format!("<option value=\"\">{}</option>", page.table(words).readers);
        readers + &Lang::ALL.map(of).concat()
    });
    let themes = Signal::derive(move || {
        let of = |(theme, name): &(Theme, &str)| {
            format!("<option value=\"{name}\">{}</option>", (page.words().theme)(*theme))
        };
        Theme::NAMES.iter().map(of).collect::<String>()
    });
    let width = Signal::derive(move || look.with(|l| l.width.map_or(f64::NAN, f64::from)));
    let tall = Signal::derive(move || f64::from(height.get()));
    let choose_lang = Rc::new(move |code: &str| {
        look.update(|l| l.lang = (!code.is_empty()).then(|| Lang::from_tag(code)));
    });
    let choose_theme = Rc::new(move |name: &str| {
        look.update(|l| l.theme = Theme::parse(name).unwrap_or_default());
    });
    view! {
        <section>
            <label class="field">
                <span>{page.say(words, |w| w.width)}</span>
                <NumberBox
                    name="width"
                    bounds=sides
                    placeholder=page.say(words, |w| w.full_width)
                    value=width
                    set=Rc::new(move |typed| look.update(|l| l.width = side(typed)))
                    clears=true
                />
            </label>
            <label class="field">
                <span>{page.say(words, |w| w.height)}</span>
                <NumberBox
                    name="height"
                    bounds=sides
                    value=tall
                    set=Rc::new(move |typed| look.update(|l| l.height = side(typed)))
                    clears=true
                />
            </label>
            <Menu name="lang" label=page.say(words, |w| w.language) options=langs choose=choose_lang />
            <Menu name="embed-theme" label=page.say(words, |w| w.theme) options=themes choose=choose_theme />
            <div class="field">
                <StateCheck
                    name="zoom"
                    label=page.say(words, |w| w.zoom)
                    get=|s| s.zoom == Some(true)
                    set=|s, on| s.zoom = on.then_some(true)
                />
                <StateCheck
                    name="autoplay"
                    label=page.say(words, |w| w.autoplay)
                    get=|s| s.autoplay == Some(true)
                    set=|s, on| s.autoplay = on.then_some(true)
                />
            </div>
        </section>
    }
}

/// The preview frame. Changes that the reader makes in it are taken over.
#[component]
fn Preview(
    target: Memo<Address>,
    look: RwSignal<Look>,
    content: RwSignal<Option<u32>>,
    height: Memo<u32>,
) -> impl IntoView {
    let page = page();
    let shown = RwSignal::new(target.get_untracked().query());
    // The state inside the frame, which the reader may have changed.
    let inside = StoredValue::new(shown.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let query = target.with(Address::query);
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
        if inside.with_value(|inside| *inside == query) {
            return;
        }
        let show = move || {
            inside.try_update_value(|inside| inside.clone_from(&query));
            shown.try_set(query);
        };
        waiting.set_value(set_timeout_with_handle(show, REST).ok());
    });
    let heard = window_event_listener(leptos::ev::message, move |event: MessageEvent| {
        let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or_default();
        let frame = document().query_selector(".preview iframe").ok().flatten();
        let Some(frame) = frame.map(|frame| get(&frame, "contentWindow")) else { return };
        let data = event.data();
        let ours = event.source().is_some_and(|source| Object::is(&source, &frame));
        if !ours || !data.is_object() {
            return;
        }
        if let Some(height) = get(&data, "height").as_f64() {
            content.set(Some(height as u32));
        }
        let Some(url) = get(&data, "url").as_string() else { return };
        let mut told = views::parse(url.split_once('?').map_or("", |(_, query)| query)).0;
        page.address.edit(|now| {
            (told.builder, told.embed) = (now.builder, now.embed);
            (told.lang, told.theme) = (now.lang, now.theme);
            (told.hidden, told.zoom, told.autoplay) = (now.hidden, now.zoom, now.autoplay);
            if *now != told {
                let Look { lang, theme, .. } = look.get_untracked();
                let mut query = told.trimmed();
                (query.builder, query.embed, query.lang, query.theme) = (None, true, lang, theme);
                inside.set_value(query.query());
                *now = told;
            }
        });
    });
    on_cleanup(move || heard.remove());
    let fits = move || content.get().filter(|content| *content != height.get());
    view! {
        <section class="preview">
            <h2>{page.say(words, |w| w.preview)}</h2>
            <p class="hint">
                {page.say(words, |w| w.preview_lead)}
                " "
                <button
                    type="button"
                    class="fit"
                    hidden=move || fits().is_none()
                    on:click=move |_| look.update(|l| l.height = None)
                >
                    {move || (page.table(words).fit)(fits().unwrap_or_default())}
                </button>
            </p>
            // A new frame for each address: a new address in the old one would be a new entry in
            // the history.
            <For
                each=move || [shown.get()]
                key=Clone::clone
                children=move |query| {
                    view! {
                        <iframe
                            src=format!("{}?{query}", base())
                            title=page.say(words, |w| w.preview)
                            style:width=move || look.get().width.map_or_else(|| "100%".to_owned(), |w| format!("{w}px"))
                            style:height=move || format!("{}px", height.get())
                        ></iframe>
                    }
                }
            />
        </section>
    }
}

/// The snippets to copy, one for each kind of host page.
#[component]
fn Snippets(target: Memo<Address>, look: RwSignal<Look>, height: Memo<u32>) -> impl IntoView {
    let page = page();
    let host = RwSignal::new(Host::Html);
    let outcome = RwSignal::new(None::<Result<(), String>>);
    let text = Memo::new(move |_| {
        target.with(|state| {
            let of_view = || views::name(state.view, page.reader.lang.get()).to_owned();
            let subject = state.subject().unwrap_or_else(of_view);
            let title = format!("{subject} · {}", page.words().product);
            let wanted = Wanted {
                base: &base(),
                state,
                title: &title,
                height: height.get(),
                width: look.get().width,
            };
            wanted.snippet(host.get())
        })
    });
    Effect::new(move |_| {
        text.track();
        outcome.set(None);
    });
    let hosts = Host::ALL.map(|each| Item::new(each.key(), move || (page.table(words).host)(each)));
    let chosen = Signal::derive(move || Host::ALL.iter().position(|each| *each == host.get()));
    let choose = Rc::new(move |index: usize| host.set(Host::ALL[index]));
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            outcome.try_set(Some(copied(text).await));
        });
    };
    view! {
        <section class="snippets">
            <h2>{page.say(words, |w| w.snippet)}</h2>
            <div class="buttons" role="group" aria-label=page.say(words, |w| w.snippet)>
                <Choices attribute="data-host" choices=hosts.into() chosen choose />
            </div>
            <p>{move || (page.table(words).needs)(host.get())}</p>
            <pre tabindex="0" translate="no" data-snippet=move || host.get().key()><code>{move || text.get()}</code></pre>
            <button type="button" class="primary" on:click=copy>{page.say(words, |w| w.copy)}</button>
            <div class="outcome" role="status">{move || outcome.get().map(|done| copy_outcome(page, done))}</div>
        </section>
    }
}
