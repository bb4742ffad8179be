//! Controls bound to a key of the address.

use super::check::Check;
use super::number_box::Bounds;
use super::slider::{Row, Slider, Span};
use crate::app::store::store;
use activation_explorer::view_state::{Knob, List, ViewState};
use leptos::prelude::*;
use std::rc::Rc;

/// The number of a key.
pub(crate) fn number(key: &'static Knob) -> Memo<f64> {
    let store = store();
    Memo::new(move |_| store.state.with(|s| s.knob(key)))
}

/// The setter of a key's number.
pub(crate) fn setter(key: &'static Knob) -> impl Fn(f64) + Copy {
    let store = store();
    move |number| store.state.update(|s| s.set_knob(key, number))
}

/// KeySlider: the slider of a key's number. Its ends need not be the key's.
#[component]
pub(crate) fn KeySlider(
    key: &'static Knob,
    label: Signal<&'static str>,
    span: Span,
) -> impl IntoView {
    let span = Span { whole: key.whole || span.whole, ..span };
    let bounds = Bounds { ends: Some((key.min, key.max)), ..span.bounds() };
    let row = Row::name(Signal::derive(move || label.get().to_owned()));
    let set = Rc::new(setter(key));
    view! { <Slider name=key.name row span bounds value=number(key) set /> }
}

/// EntrySlider: the slider of an entry of a key's list.
#[component]
pub(crate) fn EntrySlider(
    list: &'static List,
    index: usize,
    label: Signal<String>,
    span: Span,
) -> impl IntoView {
    let store = store();
    let value = Memo::new(move |_| {
        store.state.with(|s| s.list(list).get(index).copied().unwrap_or_default())
    });
    let set = Rc::new(move |number| {
        store.state.update(|s| {
            let mut all = s.list(list);
            if let Some(slot) = all.get_mut(index) {
                *slot = number;
                s.set_list(list, all);
            }
        });
    });
    let name = format!("{}{}", list.name, index + 1);
    view! { <Slider name row=Row::name(label) span bounds=Bounds::step("any") value set /> }
}

/// KeyCheck: the check box of a key that is 0 or 1.
#[component]
pub(crate) fn KeyCheck(key: &'static Knob, label: Signal<&'static str>) -> impl IntoView {
    let (now, set) = (number(key), setter(key));
    let on = Signal::derive(move || now.get() != 0.0);
    view! {
        <Check name=key.name on set=Rc::new(move |on| set(f64::from(u8::from(on))))>{label}</Check>
    }
}

/// StateCheck: the check box of a switch of the state.
#[component]
pub(crate) fn StateCheck(
    name: &'static str,
    label: Signal<&'static str>,
    get: fn(&ViewState) -> bool,
    set: fn(&mut ViewState, bool),
) -> impl IntoView {
    let store = store();
    let on = Signal::derive(move || store.state.with(get));
    let set = Rc::new(move |on| store.state.update(|s| set(s, on)));
    view! { <Check name on set>{label}</Check> }
}
