//! Messages between an embedded page and its host page, over `postMessage`.
//!
//! Only messages from the parent window itself, marked as ours, small and not too many, are read;
//! the keys they set are treated exactly like an address. What is not read is told.

use super::notices::line;
use super::objects::{
    SOURCE, get, json, message, number, number_or_text, object, plain, put, send, text, unused,
};
use super::player::{playing, press};
use super::windows;
use crate::page::browser::host;
use crate::page::browser::observers::on_resize;
use crate::page::browser::throttle::{READABLE, Throttle};
use crate::page::state::Page;
use crate::page::state::parts::Progress;
use crate::page::widgets::full_address::full_address;
use crate::page::widgets::start_over::first;
use activation_explorer::address::{Notice, Why};
use activation_explorer::views;
use js_sys::{Array, JSON, Object};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, MessageEvent, Window};

/// The size of the state, in characters of JSON, beyond which a message is not read.
const LARGEST: usize = 16 * 1024;
/// The most messages read in a second, and the most that wait: enough for one a frame on a fast
/// screen.
const MOST: u32 = 300;
/// The time, in ms, that the messages of a second may keep the page busy: on a slow machine fewer
/// than [`MOST`] would leave it no time for anything else.
const BUSY: f64 = 500.0;
/// The number of messages in a second that are read however slow the machine is.
const FEW: u32 = 20;
/// The throttle of messages to the host.
const PAUSE: Duration = Duration::from_millis(200);

/// Starts the conversation with the host page; `owner` is that of our page.
pub(super) async fn talk(page: Page, owner: Option<Owner>) {
    // Where this part of the module does not load, the frame works without a host.
    let _ = start_talking(page, owner).await;
}

#[wasm_split(small, fallible)]
fn start_talking(page: Page, owner: Option<Owner>) -> Result<(), SplitLoaderError> {
    // The effects live as long as the page.
    owner.unwrap_or_default().with(|| start(page));
    Ok(())
}

/// Starts the conversation with the host page.
fn start(page: Page) {
    let Some(parent) = host::parent() else { return };
    tell_changes(page, parent.clone());
    windows::watch(page);
    let talk = Talk {
        page,
        parent: StoredValue::new_local(parent),
        waiting: StoredValue::new_local(VecDeque::new()),
        second: StoredValue::new(Second::default()),
    };
    // Those that came before the module, which `boot.js` has kept.
    let early = get(&window(), "early");
    for event in early.dyn_ref::<Array>().into_iter().flat_map(Array::iter) {
        talk.hear(&event.unchecked_into());
    }
    put(&window(), "early", &JsValue::NULL);
    window_event_listener(leptos::ev::message, move |event: MessageEvent| talk.hear(&event));
    // Those that waited for a view.
    Effect::new(move |_| {
        page.screen.ready.track();
        page.parts.track();
        talk.work_soon();
    });
}

/// The conversation: the messages that wait, in order, and those of the present second.
#[derive(Clone, Copy)]
struct Talk {
    page: Page,
    parent: StoredValue<Window, LocalStorage>,
    waiting: StoredValue<VecDeque<JsValue>, LocalStorage>,
    second: StoredValue<Second>,
}

/// The messages of the present second.
#[derive(Clone, Copy, Default)]
struct Second {
    /// Its start, in ms.
    since: f64,
    count: u32,
    /// The ms they took.
    busy: f64,
    /// Whether the host has been told that they are too many.
    told: bool,
}

impl Talk {
    /// Takes a message, if it is one of ours from the host.
    fn hear(self, event: &MessageEvent) {
        let from_parent = self
            .parent
            .with_value(|parent| event.source().is_some_and(|source| Object::is(&source, parent)));
        let data = event.data();
        if !from_parent || !data.is_object() || text(&data, "source").as_deref() != Some(SOURCE) {
            return;
        }
        let full = self.waiting.with_value(VecDeque::len) >= MOST as usize;
        let now = js_sys::Date::now();
        let tell = self.second.try_update_value(|second| {
            // A negative time, too: the clock may have been put back.
            if !(0.0..1000.0).contains(&(now - second.since)) {
                *second = Second { since: now, ..Second::default() };
            }
            second.count += 1;
            let read = second.count <= FEW || (second.count <= MOST && second.busy < BUSY);
            (full || !read).then(|| !std::mem::replace(&mut second.told, true))
        });
        match tell.flatten() {
            None => {
                let idle = self.waiting.with_value(VecDeque::is_empty);
                self.waiting.update_value(|all| all.push_back(data));
                if idle {
                    self.work();
                }
            }
            Some(true) => self.send(&unused("too_many", [])),
            Some(false) => {}
        }
    }

    /// Answers the first message that waits, if it can be by now, and then the next.
    fn work(self) {
        let first = self.waiting.with_value(|all| all.front().cloned());
        let Some(data) = first.filter(|data| self.can(data)) else { return };
        self.waiting.update_value(|all| drop(all.pop_front()));
        let start = js_sys::Date::now();
        self.answer(&data);
        // After all effects of the message.
        spawn_local(async move {
            let took = (js_sys::Date::now() - start).max(0.0);
            self.second.try_update_value(|second| second.busy += took);
        });
        self.work_soon();
    }

    /// The same in a task of its own: what the last message changed is then in the document.
    fn work_soon(self) {
        if !self.waiting.with_value(VecDeque::is_empty) {
            set_timeout(move || self.work(), Duration::ZERO);
        }
    }

    /// Whether a message can be answered yet: all but `set` need a page, and what is for the animation
    /// needs the view that the last `set` has led to.
    fn can(self, data: &JsValue) -> bool {
        let Page { screen, address, parts, .. } = self.page;
        let view = address.untracked(|s| s.builder.unwrap_or(s.view));
        let (ready, view) = untrack(|| (screen.ready.get(), parts.progress(view.id)));
        match text(data, "type").as_deref() {
            Some("set") => true,
            Some("get") => ready,
            _ => ready && matches!(view, Some(Progress::Here(_) | Progress::Failed)),
        }
    }

    /// Carries out a message of ours.
    fn answer(self, data: &JsValue) {
        let page = self.page;
        match text(data, "type").as_deref() {
            Some("set") => {
                if let Some(error) = set(page, &get(data, "state")) {
                    self.send(&error);
                }
            }
            Some("get") => self.send(&state_message(page)),
            Some(wish @ ("play" | "pause")) if playing() == Some(wish == "pause") => {
                press("play");
            }
            // The animation. Without one, the start values of the view: no new entry in the history
            // of the host page.
            Some("reset") if !press("reset") => page.address.edit(|s| {
                // In the function view and the gallery, the parameters.
                if s.view.start || s.view == &views::function::VIEW {
                    s.set_params(s.act, s.act.defaults());
                } else {
                    *s = first(s);
                }
            }),
            _ => {}
        }
    }

    fn send(self, message: &Object) {
        self.parent.try_with_value(|parent| send(parent, message));
    }
}

/// Sends the message that the page is ready, and from then on one for each change of its height or
/// its state, with the keys of a state that could not be used.
fn tell_changes(page: Page, parent: Window) {
    let (now, last) = (RwSignal::new(0.0f64), StoredValue::new(0.0f64));
    let to = parent.clone();
    let height = Throttle::new(READABLE, move || {
        let height = now.get_untracked();
        // None while the frame is hidden.
        if height == 0.0
            || last.try_update_value(|last| std::mem::replace(last, height)) == Some(height)
        {
            return;
        }
        send(&to, &message("resize", &[("height", height.into())]));
        // The same for hosts with formats of their own: H5P and Canvas.
        let href = window().location().href().unwrap_or_default();
        let other =
            [("src", href.into()), ("context", "iframe.resize".into()), ("height", height.into())];
        if let Ok(json) = JSON::stringify(&object(&other)) {
            let _ = to.post_message(&json, "*");
        }
        let lti = object(&[("subject", "lti.frameResize".into()), ("height", height.into())]);
        let _ = to.post_message(&lti, "*");
    });
    if let Some(root) = document().get_element_by_id("app") {
        on_resize(&root, move |_, height_now| {
            now.set(height_now.ceil());
            height.touch();
        });
    }
    let waiting = StoredValue::new(false);
    let to = StoredValue::new_local(parent);
    // Every view that is shown says so.
    let ready = Memo::new(move |_| page.screen.ready.get());
    Effect::new(move |told: Option<bool>| {
        let told = told == Some(true);
        if told || !ready.get() {
            return told;
        }
        // A frame that is hidden at the start has no height yet. One that is out of sight has, but no
        // observer tells it.
        now.track();
        let height = page_height();
        if height > 0.0 {
            to.with_value(|to| send(to, &message("ready", &[("height", height.into())])));
        }
        height > 0.0
    });
    let first = StoredValue::new(page.address.untracked(Clone::clone));
    Effect::new(move |before: Option<bool>| {
        // The host may have changed it before it was ready.
        let changed = page.address.whole(|now| first.with_value(|first| now != first));
        let ready = ready.get();
        if ready && (before == Some(true) || changed) {
            // A change while one waits is sent with it.
            if waiting.try_update_value(|waiting| std::mem::replace(waiting, true)) == Some(false) {
                let tell = move || {
                    waiting.try_update_value(|waiting| *waiting = false);
                    to.try_with_value(|to| send(to, &state_message(page)));
                };
                set_timeout(tell, PAUSE);
            }
        }
        ready
    });
    Effect::new(move |_| {
        let notices = page.address.notices.get();
        if ready.get() && !notices.is_empty() {
            to.with_value(|to| {
                send(to, &unused("unused", notices.iter().map(|notice| said(page, notice))))
            });
        }
    });
}

fn page_height() -> f64 {
    let root = document().get_element_by_id("app");
    root.map_or(0.0, |root| root.get_bounding_client_rect().height().ceil())
}

fn said(page: Page, notice: &Notice) -> Object {
    object(&[
        ("key", notice.key.as_str().into()),
        ("value", notice.value.as_str().into()),
        ("shown", notice.shown.as_str().into()),
        ("text", untrack(|| line(page, notice)).into()),
    ])
}

/// Sets the keys that the host names; the others stay. Where one cannot be used, all stay, and the
/// error for the host names each.
fn set(page: Page, state: &JsValue) -> Option<Object> {
    if json(state).is_some_and(|json| json.len() > LARGEST) {
        return Some(unused("too_long", []));
    }
    let object = state.dyn_ref::<Object>().filter(|_| !state.is_array() && !state.is_function());
    let mut given: Vec<(String, String)> = Vec::new();
    let mut unusable = Vec::new();
    let refuse = |key: &str, value: &JsValue| {
        Notice::new(key, &json(value).unwrap_or_default(), Why::NoSuchChoice)
    };
    match object {
        None => unusable.push(refuse("state", state)),
        Some(object) => {
            for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
                let value = get(object, &key);
                match plain(&value) {
                    Some(value) => given.push((key.to_ascii_lowercase(), value)),
                    None => unusable.push(refuse(&key, &value)),
                }
            }
        }
    }
    match page.address.untracked(|now| views::told(now, &given)) {
        Ok((state, notices)) if unusable.is_empty() => {
            // Sharper plots are no answer to a notice.
            if given.iter().all(|(key, _)| key == "ratio") {
                page.address.edit(|now| *now = state);
            } else {
                page.address.replace(state, notices);
            }
            return None;
        }
        Ok(_) => {}
        Err(notices) => unusable.extend(notices),
    }
    let long = unusable.iter().any(|notice| notice.why == Why::TooLong);
    Some(unused(
        if long { "too_long" } else { "unused" },
        unusable.iter().map(|notice| said(page, notice)),
    ))
}

/// The message of the whole state, with the numbers on screen.
fn state_message(page: Page) -> Object {
    let state = Object::new();
    let pairs =
        untrack(|| page.address.whole(|s| s.every_key(page.reader.lang.get(), page.theme())));
    for (key, value) in pairs {
        put(&state, &key, &number_or_text(&value));
    }
    let readout = Object::new();
    if let Ok(list) = document().query_selector_all("[data-read]") {
        for index in 0..list.length() {
            let Some(element) = list.get(index).and_then(|n| n.dyn_into::<Element>().ok()) else {
                continue;
            };
            let get = |name: &str| element.get_attribute(name);
            let value = get("value").as_deref().and_then(number);
            if let (Some(mut name), Some(value)) = (get("data-read"), value) {
                // With several functions or runs, the numbers of each by its name.
                let run = || element.closest("[data-run]").ok()??.get_attribute("data-run");
                if let Some(of) = get("data-fn").or_else(run) {
                    name = format!("{of}.{name}");
                }
                put(&readout, &name, &value.into());
            }
        }
    }
    let url = full_address(page, false);
    let message = message("state", &[("state", state.into()), ("readout", readout.into())]);
    put(&message, "url", &url.into());
    // A hidden frame has none.
    let height = page_height();
    if height > 0.0 {
        put(&message, "height", &height.into());
    }
    message
}
