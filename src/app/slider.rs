//! The sliders of a function's parameters, each with a number box for exact values.

use super::store::store;
use activation_explorer::activation::{Activation, Param};
use activation_explorer::numeric::format::shortest;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A slider for every parameter of `act`, and a button that puts them back.
#[component]
pub(super) fn Sliders(act: &'static Activation) -> impl IntoView {
    let store = store();
    let params = store.params(act);
    let changed = Memo::new(move |_| params.with(|p| *p != act.defaults()));
    let rows = act.params.iter().enumerate().map(|(index, param)| {
        let value = Signal::derive(move || params.with(|p| p[index]));
        view! { <Row act index param value /> }
    });
    view! {
        <div class="sliders">
            {rows.collect_view()}
            {(!act.params.is_empty()).then(|| view! {
                <button
                    type="button"
                    class="reset"
                    disabled=move || !changed.get()
                    aria-label=Signal::derive(move || format!("{}: {}", act.name, store.words().reset))
                    on:click=move |_| store.state.update(|s| s.set_params(act, act.defaults()))
                >
                    {store.word(|w| w.reset)}
                </button>
            })}
        </div>
    }
}

#[component]
fn Row(
    act: &'static Activation,
    index: usize,
    param: &'static Param,
    value: Signal<f64>,
) -> impl IntoView {
    let store = store();
    let set = move |number: f64| store.state.update(|s| s.set_param(act, index, number));
    // The ends grow to include a value but do not follow it back while the thumb is held.
    let ends = RwSignal::new(range(param, value.get_untracked()));
    Effect::new(move |_| {
        let (low, high) = range(param, value.get());
        let (now_low, now_high) = ends.get_untracked();
        if low < now_low || high > now_high {
            ends.set((low.min(now_low), high.max(now_high)));
        }
    });
    // On every input, so that the curve follows the finger.
    let slide = move |input: HtmlInputElement| {
        let number = input.value_as_number();
        if number.is_finite() {
            set(number);
        }
    };
    // When the box is left or Enter pressed; what is not a number goes back to what it was.
    let settle = move |input: HtmlInputElement| {
        let number = input.value_as_number();
        if number.is_finite() {
            set(number);
        }
        input.set_value(&shortest(value.get_untracked()));
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let fine = if event.shift_key() { 0.1 } else { 1.0 };
        let (low, high) = ends.get_untracked();
        let now = value.get_untracked();
        let steps = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => fine,
            "ArrowLeft" | "ArrowDown" => -fine,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            "Home" => (low - now) / param.step,
            "End" => (high - now) / param.step,
            _ => return,
        };
        event.prevent_default();
        set(stepped(now, steps, param.step).clamp(low, high));
    };
    let text = Signal::derive(move || shortest(value.get()));
    view! {
        <div class="slider">
            <span class="symbol" aria-hidden="true">{param.symbol}</span>
            <input
                type="range"
                name=param.name
                data-fn=act.id
                min=Signal::derive(move || shortest(ends.get().0))
                max=Signal::derive(move || shortest(ends.get().1))
                step=shortest(param.step)
                prop:value=text
                aria-label=Signal::derive(move || (store.words().slider_label)(param.symbol, param.name, act.name))
                aria-valuetext=Signal::derive(move || format!("{} = {}", param.symbol, text.get()))
                on:input=move |event| target(&event).map(slide).unwrap_or_default()
                on:change=move |_| ends.set(range(param, value.get_untracked()))
                on:keydown=keys
            />
            <input
                type="number"
                name=format!("{}-number", param.name)
                data-fn=act.id
                step=shortest(param.step)
                prop:value=text
                aria-label=Signal::derive(move || (store.words().number_label)(param.symbol, param.name, act.name))
                on:change=move |event| target(&event).map(settle).unwrap_or_default()
            />
        </div>
    }
}

fn target(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The slider's ends, grown to whole steps around a value outside them.
fn range(param: &Param, value: f64) -> (f64, f64) {
    let (low, high) = param.slider;
    let grown = |x: f64, round: fn(f64) -> f64| round(x / param.step) * param.step;
    (low.min(grown(value.min(low), f64::floor)), high.max(grown(value.max(high), f64::ceil)))
}

/// `now` moved by `steps`, onto the grid of (tenths of) steps so that decimals stay short.
fn stepped(now: f64, steps: f64, step: f64) -> f64 {
    let unit = step * if steps.abs() < 1.0 { 0.1 } else { 1.0 };
    let moved = (now + steps * step) / unit;
    // 1/unit is a whole number for every step in the catalogue: dividing rounds only once.
    moved.round() / (1.0 / unit).round()
}
