//! What is not a plain number in a number box: reading it, and the word beside the box that says why
//! what was typed is not what is shown.

use super::box_text::{digits, write};
use crate::page::state::Page;
use activation_explorer::address::{Notice, Why};
use activation_explorer::numeric::format::shortest;
use activation_explorer::numeric::typed::{Unread, list, read};
use activation_explorer::words::notices;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The id of the word: there is one at a time.
const TOLD: &str = "told";

thread_local! {
    /// Whether the word goes with the next action of the reader.
    static GOES: Cell<bool> = const { Cell::new(false) };
}

/// Takes a text as a person means it, or refuses it; where the box does not show it then, a word
/// beside it says why, until something else is done.
pub(super) fn told(
    page: Page,
    input: HtmlInputElement,
    text: String,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
) {
    spawn_local(async move {
        if take(page, input.clone(), text, value, set).await.is_err() {
            // The text stays, marked as not taken.
            let _ = input.set_attribute("aria-invalid", "true");
        }
    });
}

#[wasm_split(small, fallible)]
fn take(
    page: Page,
    input: HtmlInputElement,
    text: String,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
) -> Result<(), SplitLoaderError> {
    clear();
    let number = read(&text);
    // The view may have been left by now.
    if value.try_get_untracked().is_none() {
        return Ok(());
    }
    if let Ok(number) = number {
        set(number);
    }
    let now = value.get_untracked();
    write(&input, now);
    let why = match number {
        Ok(number) if number == now => return Ok(()),
        Ok(_) => Why::Changed,
        Err(Unread::NoNumber) => Why::NotANumber,
        Err(Unread::TwoNumbers) => Why::TwoNumbers,
    };
    tell(page, &input, &Notice::new("", text.trim(), why).shows(&digits(now)));
    Ok(())
}

/// The same for a list of numbers, of which there must be as many as there are now.
pub(crate) fn told_list(
    page: Page,
    field: Element,
    text: String,
    value: Signal<Vec<f64>>,
    set: Rc<dyn Fn(Vec<f64>)>,
) {
    spawn_local(async move {
        if take_list(page, field.clone(), text, value, set).await.is_err() {
            let _ = field.set_attribute("aria-invalid", "true");
        }
    });
}

#[wasm_split(small, fallible)]
fn take_list(
    page: Page,
    field: Element,
    text: String,
    value: Signal<Vec<f64>>,
    set: Rc<dyn Fn(Vec<f64>)>,
) -> Result<(), SplitLoaderError> {
    clear();
    let Some(before) = value.try_get_untracked() else { return Ok(()) };
    let why = match list(&text) {
        Err(Unread::TwoNumbers) => Why::TwoNumbers,
        Err(Unread::NoNumber) => Why::NotANumber,
        Ok(numbers) if numbers.len() < before.len() => Why::TooFew,
        Ok(numbers) if numbers.len() > before.len() => Why::TooMany,
        Ok(numbers) => {
            set(numbers.clone());
            if value.get_untracked() == numbers {
                return Ok(());
            }
            Why::Changed
        }
    };
    let shown: Vec<_> = value.get_untracked().into_iter().map(digits).collect();
    tell(page, &field, &Notice::new("", text.trim(), why).shows(&shown.join(", ")));
    Ok(())
}

/// The room in px that a word needs below its box; with less it stands above.
const ROOM: f64 = 90.0;

/// Puts a word beside a field, in the body: a part of the page may cut what leaves it.
fn tell(page: Page, field: &Element, notice: &Notice) {
    if !GOES.replace(true) {
        std::mem::forget(window_event_listener(leptos::ev::input, |_| clear()));
        std::mem::forget(window_event_listener(leptos::ev::pointerdown, |_| clear()));
        std::mem::forget(window_event_listener(leptos::ev::keydown, |_| clear()));
    }
    let (Ok(word), Some(body), Some(root)) =
        (document().create_element("div"), document().body(), document().document_element())
    else {
        return;
    };
    word.set_id(TOLD);
    let _ = word.set_attribute("role", "alert");
    word.set_text_content(Some(&untrack(|| page.table(notices::words)).beside(notice)));
    let place = field.get_bounding_client_rect();
    let (wide, tall) = (f64::from(root.client_width()), f64::from(root.client_height()));
    let above = place.bottom() + ROOM > tall && place.top() > ROOM;
    word.set_class_name(if above { "told above" } else { "told" });
    let top = if above { place.top() - 3.0 } else { place.bottom() + 3.0 };
    let (side, far) = if place.left() + place.right() > wide {
        ("right", wide - place.right())
    } else {
        ("left", place.left())
    };
    // Where styles of elements are not taken, it stands at the end of the page.
    let style = word.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property("top", &(shortest(top + window().scroll_y().unwrap_or(0.0)) + "px"));
    let _ = style.set_property(side, &(shortest(far) + "px"));
    let _ = body.append_child(&word);
    let _ = field.set_attribute("aria-describedby", TOLD);
}

/// Takes the word away.
fn clear() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    if let Some(word) = find("#told") {
        word.remove();
    }
    for mark in ["aria-describedby", "aria-invalid"] {
        if let Some(input) = find(&format!(":is(input, textarea)[{mark}]")) {
            let _ = input.remove_attribute(mark);
        }
    }
}
