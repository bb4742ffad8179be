//! Live figures: HTML put into the page, and the components mounted into its figures.

use super::lazy_view::lazy_view;
use crate::page::browser::observers::on_visible;
use crate::page::state::Page;
use activation_explorer::views;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// The components mounted into a text; dropped with the view, or when another text comes.
#[derive(Clone, Copy)]
pub(crate) struct Mounted(StoredValue<Vec<Box<dyn Any>>, LocalStorage>);

impl Mounted {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(Vec::new()))
    }

    /// Puts a text into `area` in place of the one before. To be called in an effect: figures are
    /// watched until that runs again.
    pub(crate) fn fill(self, page: Page, area: &Element, html: &str) {
        self.clear();
        area.set_inner_html(html);
        for part in all(area, ".table, .formula") {
            // A part that scrolls must be reachable without a mouse.
            if part.scroll_width() > part.client_width() {
                let _ = part.set_attribute("tabindex", "0");
            }
        }
        for figure in all(area, "figure[data-query]") {
            self.watch(page, figure);
        }
    }

    /// Drops the components: their text has gone.
    pub(crate) fn clear(self) {
        // Outside the update: a dropped component may have cleanup of its own.
        drop(self.0.try_update_value(std::mem::take));
    }

    /// Shows what a claim links to as a figure below it, or hides that again, where `event` is a
    /// press of its link.
    pub(crate) fn unfold(self, page: Page, event: &MouseEvent) {
        let Some((link, claim, query)) = shows(event) else { return };
        event.prevent_default();
        let there = claim.query_selector("figure").ok().flatten();
        let opens = there.as_ref().is_none_or(|figure| figure.has_attribute("hidden"));
        let _ = link.set_attribute("aria-expanded", if opens { "true" } else { "false" });
        if let Some(figure) = there {
            let _ = figure.toggle_attribute_with_force("hidden", !opens);
            return;
        }
        let Ok(figure) = document().create_element("figure") else { return };
        figure.set_class_name("live");
        let text = untrack(|| page.words().open_in_full);
        let href = query.replace('&', "&amp;");
        figure.set_inner_html(&format!(
            "<figcaption><a class=\"show\" href=\"{href}\">{text}</a></figcaption>"
        ));
        if claim.append_child(&figure).is_ok() {
            let mounted = mount(page, &figure, &query);
            self.0.try_update_value(|all| all.extend(mounted));
        }
    }

    /// Mounts the component of a figure once that is on screen, or nearly so. Any view of the page
    /// can be one.
    fn watch(self, page: Page, figure: Element) {
        let query = figure.get_attribute("data-query").unwrap_or_default();
        let (state, notices) = views::parse(&query);
        let known = notices.is_empty() && state.view.in_texts;
        if !known {
            return;
        }
        let waits = Cell::new(true);
        let place = figure.clone();
        on_visible(&figure, move |now| {
            if now && waits.replace(false) {
                let mounted = mount(page, &place, &query);
                self.0.try_update_value(|all| all.extend(mounted));
            }
        });
    }
}

/// The link of a claim that `event`, a plain press, follows, and its query: that of a state which
/// can be a figure.
fn shows(event: &MouseEvent) -> Option<(Element, Element, String)> {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || with_key {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest(".claim .show").ok()??;
    // That in the figure leads to all of it.
    let claim = link.closest(".claim").ok()??;
    if link.closest("figure").ok()?.is_some() {
        return None;
    }
    let query = link.get_attribute("href")?;
    let (state, notices) = views::parse(&query);
    (notices.is_empty() && state.view.in_texts).then_some((link, claim, query))
}

/// Mounts the component of `query` at the start of a figure; dropping its handle removes it.
fn mount(page: Page, figure: &Element, query: &str) -> Option<Box<dyn Any>> {
    let stage = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    stage.set_class_name("stage");
    figure.insert_before(&stage, figure.first_child().as_ref()).ok()?;
    let query = query.to_owned();
    Some(Box::new(mount_to(stage, move || {
        let child = page.child(&query);
        provide_context(child);
        lazy_view(child.address.untracked(|s| s.view))
    })))
}

/// The queries of the live figures of a text.
pub(crate) fn queries(html: &str) -> Vec<String> {
    let Ok(area) = document().create_element("div") else { return Vec::new() };
    area.set_inner_html(html);
    let figures = all(&area, "figure[data-query]").into_iter();
    figures.filter_map(|figure| figure.get_attribute("data-query")).collect()
}

/// All elements in `area` that match.
pub(crate) fn all(area: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = area.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}
