//! The reader's position in a text: the address follows scrolling, and scrolling follows the
//! address.

use crate::page::browser::animation_frames;
use crate::page::state::Page;
use crate::page::widgets::figures::all;
use activation_explorer::address::{Notice, Why};
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The reading line, as a part of the window's height: the section being read is the last whose
/// heading is above it.
const READ: f64 = 0.25;
/// The distance from the top of the page, in CSS pixels, within which the position is the
/// beginning.
const TOP: f64 = 8.0;
/// The distance, in CSS pixels, below which a scroll is not the reader's.
const STILL: f64 = 4.0;

/// The reader's position.
#[derive(Clone, Copy)]
pub(crate) struct Position {
    page: Page,
    area: NodeRef<Div>,
    /// The chapter that is in the document; `None` until the first is.
    shown: StoredValue<Option<&'static str>>,
    /// The section that the window shows.
    seen: StoredValue<String>,
    /// The scroll position that the page has set: until the reader moves it, the address stays as
    /// it is, even if a short last section cannot come up to the reading line.
    put: StoredValue<f64>,
}

impl Position {
    pub(crate) fn new(page: Page, area: NodeRef<Div>) -> Self {
        Self {
            page,
            area,
            shown: StoredValue::new(None),
            seen: StoredValue::new(String::new()),
            put: StoredValue::new(f64::NEG_INFINITY),
        }
    }

    /// Keeps address and scrolling in step from now on.
    pub(crate) fn follow(self) {
        let page = self.page;
        let wanted = Memo::new(move |_| page.address.with(|s| (s.chapter, s.section.clone())));
        Effect::new(move |_| {
            let (chapter, section) = wanted.get();
            let here = self.shown.get_value() == Some(chapter);
            if here && self.seen.with_value(|seen| *seen != section) {
                self.go(true);
            }
        });
        let scrolled = window_event_listener(leptos::ev::scroll, move |_| {
            animation_frames::request(move || self.look());
        });
        on_cleanup(move || scrolled.remove());
    }

    /// Notes that a chapter has come into the document.
    pub(crate) fn arrived(self, chapter: &'static str) {
        let before = self.shown.get_value();
        self.shown.set_value(Some(chapter));
        let section = self.page.address.untracked(|s| s.section.clone());
        // A reload restores the scroll position; the same chapter in another language keeps it.
        if before.is_some_and(|before| before != chapter) || !section.is_empty() {
            self.go(before.is_some_and(|before| before != chapter));
        }
    }

    /// Goes to the section of the address after the present task.
    pub(crate) fn again(self) {
        set_timeout(
            move || {
                if self.shown.try_get_value().is_some() {
                    self.go(true);
                }
            },
            Duration::ZERO,
        );
    }

    /// Goes to the section of the address, with the focus if the reader has asked for it.
    fn go(self, focus: bool) {
        let section = self.page.address.untracked(|s| s.section.clone());
        self.seen.set_value(section.clone());
        // After `Page::open` has set the scroll position and the focus.
        let arrive = move || {
            let Some(Some(area)) = self.area.try_get_untracked() else { return };
            let found = area.query_selector(&format!("h2[id=\"{section}\"]")).ok().flatten();
            match found.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
                Some(heading) => {
                    if focus {
                        let _ = heading.focus();
                    }
                    heading.scroll_into_view();
                }
                None => {
                    if !section.is_empty() {
                        self.unknown(&section);
                    }
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                }
            }
            self.put.set_value(scrolled());
        };
        set_timeout(arrive, Duration::ZERO);
    }

    /// Adds the notice that there is no such section.
    fn unknown(self, section: &str) {
        self.seen.set_value(String::new());
        self.page.address.edit(|s| s.section.clear());
        let notice = Notice::new("section", section, Why::NoSuchChoice);
        self.page.address.notices.update(|all| all.push(notice));
    }

    /// Writes the section being read into the address.
    fn look(self) {
        let Some(Some(area)) = self.area.try_get_untracked() else { return };
        let y = scrolled();
        if (y - self.put.get_value()).abs() < STILL {
            return;
        }
        self.put.set_value(f64::NEG_INFINITY);
        let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
        let read = all(&area, "h2[id]").into_iter();
        let read = read.take_while(|h| h.get_bounding_client_rect().top() <= READ * height);
        let section = read.last().filter(|_| y >= TOP).map(|h| h.id()).unwrap_or_default();
        if self.seen.with_value(|seen| *seen != section) {
            self.seen.set_value(section.clone());
            self.page.address.edit(|s| s.section = section);
        }
    }
}

/// The scroll position of the page, in CSS pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}
