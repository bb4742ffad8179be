//! Controls that the demonstrations share: a menu of functions, sliders and switches of knobs.

use super::{term, texts};
use crate::app::chooser::options;
use crate::app::store::store;
use crate::app::widgets::drag::settle;
use crate::app::widgets::parameters::Parameters;
use crate::app::widgets::slider::keyed;
use activation_explorer::activation::{Activation, by_id};
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::view_state::{Knob, List, ViewState};
use leptos::prelude::*;

/// The chosen function, with its sliders.
#[component]
pub(super) fn FunctionMenu() -> impl IntoView {
    let store = store();
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    view! {
        <div class="function-menu">
        <Menu
            name="fn"
            label=term(store, |w| w.function)
            get=Signal::derive(move || act.get())
            set=|state, act| state.act = act
        />
        {move || view! { <Parameters act=act.get() /> }}
        </div>
    }
}

/// A menu of all functions.
#[component]
pub(super) fn Menu(
    name: &'static str,
    label: Signal<&'static str>,
    get: Signal<&'static Activation>,
    set: fn(&mut ViewState, &'static Activation),
) -> impl IntoView {
    let store = store();
    let menu = Signal::derive(move || options(store, |act| *act == *get.get()));
    view! {
        <label class="field">
            <span>{label}</span>
            <select
                name=name
                on:change=move |event| {
                    if let Some(act) = by_id(&event_target_value(&event)) {
                        store.state.update(|s| set(s, act));
                    }
                }
                inner_html=menu
            ></select>
        </label>
    }
}

/// How a slider's position stands for a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// As it is.
    Even,
    /// By its logarithm.
    Log,
}

/// A slider and a number for a knob.
#[component]
pub(super) fn KnobSlider(
    knob: &'static Knob,
    label: Signal<&'static str>,
    /// The slider's ends, which need not be the knob's.
    ends: (f64, f64),
    step: f64,
    scale: Scale,
) -> impl IntoView {
    let store = store();
    let value = Memo::new(move |_| store.state.with(|s| s.knob(knob)));
    let place = move |x: f64| if scale == Scale::Log { libm::log10(x) } else { x };
    let set = move |x: f64| store.state.update(|s| s.set_knob(knob, x));
    let put = move |at: f64| {
        // Two digits are as fine as a logarithmic slider is, and keep the address short.
        let two = |x: f64| decimal::parse(&format!("{x:.1e}")).unwrap_or(x);
        set(if scale == Scale::Log { two(libm::pow(10.0, at)) } else { at });
    };
    let slide = move |event: web_sys::Event| {
        decimal::parse(&event_target_value(&event)).into_iter().for_each(put);
    };
    let ends = (place(ends.0), place(ends.1));
    let step = if scale == Scale::Log { 0.02 } else { step };
    let keys = move |event: web_sys::KeyboardEvent| {
        // A tenth of a logarithmic step is less than the two digits show.
        let whole = knob.whole || scale == Scale::Log;
        let now = place(value.get_untracked());
        keyed(&event, now, step, ends, whole).into_iter().for_each(put);
    };
    let typed = move |event: web_sys::Event| {
        decimal::parse(&event_target_value(&event)).into_iter().for_each(set);
        settle(&event, value.get_untracked());
    };
    view! {
        <div class="knob">
            <span class="name">{label}</span>
            <input
                type="range"
                name=knob.name
                min=shortest(ends.0)
                max=shortest(ends.1)
                step=shortest(step)
                prop:value=move || shortest(place(value.get()))
                aria-label=label
                aria-valuetext=move || format!("{} = {}", label.get(), brief(value.get(), 4))
                on:input=slide
                on:keydown=keys
            />
            <input
                type="number"
                name=format!("{}-number", knob.name)
                step=if scale == Scale::Log { "any".to_owned() } else { shortest(step) }
                min=shortest(knob.min)
                max=shortest(knob.max)
                prop:value=move || shortest(value.get())
                aria-label=label
                on:change=typed
            />
        </div>
    }
}

/// One step of the slider of an entry.
const ENTRY_STEP: f64 = 0.05;

/// A slider and a number for an entry of a list.
#[component]
pub(super) fn EntrySlider(
    list: &'static List,
    index: usize,
    label: Signal<String>,
    /// The slider's ends are this far on either side of 0.
    reach: f64,
) -> impl IntoView {
    let store = store();
    let value = Memo::new(move |_| {
        store.state.with(|s| s.list(list).get(index).copied().unwrap_or_default())
    });
    let put = move |x: f64| {
        store.state.update(|s| {
            let mut all = s.list(list);
            if let Some(slot) = all.get_mut(index) {
                *slot = x;
                s.set_list(list, all);
            }
        });
    };
    let set = move |event: web_sys::Event| {
        decimal::parse(&event_target_value(&event)).into_iter().for_each(put);
    };
    let typed = move |event: web_sys::Event| {
        set(event.clone());
        settle(&event, value.get_untracked());
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let now = value.get_untracked();
        keyed(&event, now, ENTRY_STEP, (-reach, reach), false).into_iter().for_each(put);
    };
    let name = format!("{}{}", list.name, index + 1);
    view! {
        <div class="knob">
            <span class="name">{label}</span>
            <input
                type="range"
                name=name.clone()
                min=shortest(-reach)
                max=shortest(reach)
                step=shortest(ENTRY_STEP)
                prop:value=move || shortest(value.get())
                aria-label=label
                aria-valuetext=move || format!("{} = {}", label.get(), brief(value.get(), 4))
                on:input=set
                on:keydown=keys
            />
            <input
                type="number"
                name=format!("{name}-number")
                step="any"
                prop:value=move || shortest(value.get())
                aria-label=label
                on:change=typed
            />
        </div>
    }
}

/// A check box for a knob that is 0 or 1.
#[component]
pub(super) fn KnobSwitch(knob: &'static Knob, label: Signal<&'static str>) -> impl IntoView {
    let store = store();
    view! {
        <label class="check">
            <input
                type="checkbox"
                name=knob.name
                prop:checked=move || store.state.with(|s| s.knob(knob) != 0.0)
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    store.state.update(|s| s.set_knob(knob, f64::from(u8::from(on))));
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// The seed, and a button for another.
#[component]
pub(super) fn Seed(knob: &'static Knob) -> impl IntoView {
    let store = store();
    let seed = Memo::new(move |_| store.state.with(|s| s.knob(knob)));
    let set = move |x: f64| store.state.update(|s| s.set_knob(knob, x));
    view! {
        <div class="seed">
            <label class="field">
                <span>{term(store, |w| w.seed)}</span>
                <input
                    type="number"
                    name=knob.name
                    min=shortest(knob.min)
                    max=shortest(knob.max)
                    prop:value=move || shortest(seed.get())
                    on:change=move |event| {
                        decimal::parse(&event_target_value(&event)).into_iter().for_each(set);
                        settle(&event, seed.get_untracked());
                    }
                />
            </label>
            <button type="button" on:click=move |_| set((seed.get_untracked() + 1.0) % (knob.max + 1.0))>
                {move || texts(store).new_seed}
            </button>
        </div>
    }
}
