//! Messages between an embedded page and its host page, over `postMessage`.
//!
//! Only messages from the parent window itself, marked as ours, small and not too many, are read;
//! the keys they set are treated exactly like an address.

use super::notices::line;
use crate::page::browser::observers::on_resize;
use crate::page::browser::throttle::{READABLE, Throttle};
use crate::page::state::Page;
use crate::page::widgets::full_address::full_address;
use crate::page::widgets::start_over::first;
use activation_explorer::address::MAX_LENGTH;
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::shortest;
use activation_explorer::views;
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, HtmlElement, MessageEvent, Window};

/// The mark of our messages, their `source`.
const SOURCE: &str = "activation-explorer";
/// The size, in characters of JSON, beyond which a message is not read.
const LARGEST: u32 = 1024;
/// The most messages read in a second: enough for one a frame on a fast screen.
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
    let Some(parent) = parent() else { return };
    tell_changes(page, parent.clone());
    // The start of the present second, the messages in it, the ms they took.
    let second = StoredValue::new((0.0f64, 0u32, 0.0f64));
    window_event_listener(leptos::ev::message, move |event: MessageEvent| {
        let from_parent = event.source().is_some_and(|source| Object::is(&source, &parent));
        let data = event.data();
        if !from_parent || !data.is_object() || text(&data, "source").as_deref() != Some(SOURCE) {
            return;
        }
        let now = js_sys::Date::now();
        let read = second.try_update_value(|(since, count, busy)| {
            // A negative time, too: the clock may have been put back.
            if !(0.0..1000.0).contains(&(now - *since)) {
                (*since, *count, *busy) = (now, 0, 0.0);
            }
            *count += 1;
            *count <= FEW || (*count <= MOST && *busy < BUSY)
        });
        if read != Some(true) {
            return;
        }
        answer(page, &parent, &data);
        // After all effects of the message.
        spawn_local(async move {
            second.try_update_value(|(_, _, busy)| *busy += (js_sys::Date::now() - now).max(0.0));
        });
    });
}

/// Carries out a message of ours.
fn answer(page: Page, parent: &Window, data: &JsValue) {
    let size = JSON::stringify(data).map_or(u32::MAX, |json| json.length());
    if size > LARGEST {
        return;
    }
    match text(data, "type").as_deref() {
        Some("set") => set(page, &get(data, "state")),
        Some("get") => send(parent, &state_message(page)),
        Some(wish @ ("play" | "pause")) if playing() == Some(wish == "pause") => {
            press("play");
        }
        // The animation. Without one, the start values of the view: no new entry in the history of
        // the host page.
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

/// The parent window, if there is one.
fn parent() -> Option<Window> {
    let parent = window().parent().ok().flatten()?;
    (!Object::is(&parent, &window())).then_some(parent)
}

/// Sends the message that the page is ready, and from then on one for each change of its height or
/// its state, with the keys of a state that could not be used.
fn tell_changes(page: Page, parent: Window) {
    let (now, last) = (StoredValue::new(0.0f64), StoredValue::new(0.0f64));
    let to = parent.clone();
    let height = Throttle::new(READABLE, move || {
        let height = now.get_value();
        if last.try_update_value(|last| std::mem::replace(last, height)) == Some(height) {
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
            now.set_value(height_now.ceil());
            height.touch();
        });
    }
    let waiting = StoredValue::new(false);
    let to = StoredValue::new_local(parent);
    Effect::new(move |before: Option<bool>| {
        page.address.whole(|_| ());
        let ready = page.screen.ready.get();
        if ready && before != Some(true) {
            to.with_value(|to| send(to, &message("ready", &[("height", page_height().into())])));
        } else if ready {
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
        if page.screen.ready.get() && !notices.is_empty() {
            let unused = js_sys::Array::new();
            for notice in &notices {
                unused.push(&object(&[
                    ("key", notice.key.as_str().into()),
                    ("value", notice.value.as_str().into()),
                    ("shown", notice.shown.as_str().into()),
                    ("text", untrack(|| line(page, notice)).into()),
                ]));
            }
            let error = message("error", &[("reason", "unused".into()), ("unused", unused.into())]);
            to.with_value(|to| send(to, &error));
        }
    });
}

fn page_height() -> f64 {
    let root = document().get_element_by_id("app");
    root.map_or(0.0, |root| root.get_bounding_client_rect().height().ceil())
}

/// Sets the keys that the host names; the others stay.
fn set(page: Page, wanted: &JsValue) {
    let Some(wanted) = wanted.dyn_ref::<Object>() else { return };
    let mut given: Vec<(String, String)> = Vec::new();
    for key in Object::keys(wanted).iter().filter_map(|key| key.as_string()) {
        let value = get(wanted, &key);
        let plain = value.as_string().or_else(|| {
            let number = value.as_f64().map(shortest);
            number.or_else(|| value.as_bool().map(|on| u8::from(on).to_string()))
        });
        if let Some(value) = plain {
            given.push((key.to_ascii_lowercase(), value));
        }
    }
    let query = page.address.untracked(|now| now.merged(&given));
    if query.len() <= MAX_LENGTH {
        let (state, notices) = views::parse(&query);
        page.address.replace(state, notices);
    }
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
    let height = page_height().into();
    let parts = [("height", height), ("state", state.into()), ("readout", readout.into())];
    let message = message("state", &parts);
    put(&message, "url", &url.into());
    message
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The state of the demonstration's player: playing or not; `None` without a player.
fn playing() -> Option<bool> {
    let demo = find("[data-playing]")?;
    Some(demo.get_attribute("data-playing")? == "true")
}

/// Presses a button of the player; true if there is one.
fn press(button: &str) -> bool {
    let button = find(&format!("[data-player={button}]"));
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}

fn message(kind: &str, more: &[(&str, JsValue)]) -> Object {
    let start = [("source", SOURCE.into()), ("v", 1.into()), ("type", kind.into())];
    let message = object(&start);
    for (key, value) in more {
        put(&message, key, value);
    }
    message
}

fn object(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        put(&object, key, value);
    }
    object
}

fn put(object: &Object, key: &str, value: &JsValue) {
    // A plain object takes any key.
    let _ = Reflect::set(object, &key.into(), value);
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key).as_string()
}

/// A number as the page writes it, infinite and NaN included.
fn number(value: &str) -> Option<f64> {
    match value {
        "inf" => Some(f64::INFINITY),
        "-inf" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ => decimal::parse(value),
    }
}

fn number_or_text(value: &str) -> JsValue {
    decimal::parse(value).map_or_else(|| value.into(), JsValue::from)
}

fn send(to: &Window, message: &Object) {
    // The host may be of any origin; nothing here is secret.
    let _ = to.post_message(message, "*");
}
