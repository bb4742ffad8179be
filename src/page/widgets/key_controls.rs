//! Controls bound to a key of the address.

use super::check::Check;
use super::slider::{Row, Slider, Span, named};
use crate::page::state::page;
use activation_explorer::address::{Address, Settings};
use activation_explorer::key::Key;
use activation_explorer::numeric::format;
use leptos::html::Input;
use leptos::prelude::*;
use std::rc::Rc;

/// KeySlider: the slider of a key's number. Its ends need not be the key's.
#[component]
pub(crate) fn KeySlider(
    key: &'static Key,
    label: Signal<&'static str>,
    span: Span,
) -> impl IntoView {
    let page = page();
    let span = Span { whole: key.is_whole() || span.whole, ..span };
    let name = Signal::derive(move || label.get().to_owned());
    let (low, high) = key.range();
    let bounds = [("aria-valuemin", format::plain(low)), ("aria-valuemax", format::plain(high))];
    let value = Signal::from(page.address.number(key));
    let (range, number) = named_inputs(name, value, bounds.into());
    let set = Rc::new(move |number| page.address.set(key, number));
    view! { <Slider name=key.name row=Row::name(name) span value set range number /> }
}

/// EntrySlider: the slider of an entry of a key's list.
#[component]
pub(crate) fn EntrySlider(
    list: &'static Key,
    index: usize,
    label: Signal<String>,
    span: Span,
) -> impl IntoView {
    let page = page();
    let value = Memo::new(move |_| {
        page.address.with(|s| s.list(list).get(index).copied().unwrap_or_default())
    });
    let set = Rc::new(move |number| {
        page.address.edit(|s| {
            let mut all = s.list(list);
            if let Some(slot) = all.get_mut(index) {
                *slot = number;
                s.set_list(list, all);
            }
        });
    });
    let name = format!("{}{}", list.name, index + 1);
    let (range, number) = named_inputs(label, value.into(), Vec::new());
    view! { <Slider name row=Row::name(label) span value set range number /> }
}

/// The inputs of a slider with a name: their words follow the language, and the box has further
/// attributes.
fn named_inputs(
    name: Signal<String>,
    value: Signal<f64>,
    attributes: Vec<(&'static str, String)>,
) -> (NodeRef<Input>, NodeRef<Input>) {
    let (range, number) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    Effect::new(move |_| {
        name.track();
        if let Some(range) = range.get() {
            let _ = range.set_attribute("aria-valuetext", &named(name, value.get_untracked()));
        }
    });
    Effect::new(move |_| {
        let Some(number) = number.get() else { return };
        for (name, value) in &attributes {
            let _ = number.set_attribute(name, value);
        }
    });
    (range, number)
}

/// KeyCheck: the check box of a key that is 0 or 1.
#[component]
pub(crate) fn KeyCheck(key: &'static Key, label: Signal<&'static str>) -> impl IntoView {
    let page = page();
    let now = page.address.number(key);
    let on = Signal::derive(move || now.get() != 0.0);
    let set = Rc::new(move |on| page.address.set(key, f64::from(u8::from(on))));
    view! { <Check name=key.name on set>{label}</Check> }
}

/// StateCheck: the check box of a switch of the state.
#[component]
pub(crate) fn StateCheck(
    name: &'static str,
    label: Signal<&'static str>,
    get: fn(&Settings) -> bool,
    set: fn(&mut Address, bool),
) -> impl IntoView {
    let page = page();
    let on = Signal::derive(move || page.address.with(get));
    let set = Rc::new(move |on| page.address.edit(|s| set(s, on)));
    view! { <Check name on set>{label}</Check> }
}
