//! What is drawn beside f: switches, and the threshold of the shading.

use super::scene::Scene;
use super::store::store;
use super::widgets::legend::Legend;
use super::widgets::slider::keyed;
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::properties::flat;
use activation_explorer::view_state::ViewState;
use leptos::prelude::*;

/// The threshold when shading is switched on.
const SHADE: f64 = 0.05;

/// A switch of the state.
#[component]
pub(super) fn Switch(
    name: &'static str,
    label: Signal<&'static str>,
    get: fn(&ViewState) -> bool,
    set: fn(&mut ViewState, bool),
) -> impl IntoView {
    let store = store();
    view! {
        <label class="check">
            <input
                type="checkbox"
                name=name
                prop:checked=move || store.state.with(get)
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    store.state.update(|s| set(s, on));
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// The ends of the threshold's slider and one step of it, as powers of ten.
const ENDS: (f64, f64) = (-6.0, 0.0);
const STEP: f64 = 0.05;

fn shades(state: &ViewState) -> bool {
    state.extras.shade > 0.0
}

fn set_shade(state: &mut ViewState, on: bool) {
    state.extras.shade = if on { SHADE } else { 0.0 };
}

/// The switches of the function view.
#[component]
pub(super) fn Show(scene: Scene) -> impl IntoView {
    let store = store();
    let shade = Memo::new(move |_| store.state.with(|s| s.extras.shade));
    let flats = move || {
        let (p, threshold) = (scene.settled.get(), shade.get());
        if threshold == 0.0 {
            return String::new();
        }
        let words = &store.terms().plot;
        let found = flat(scene.act, &p, threshold);
        let mut lines: Vec<String> = Vec::new();
        for flat in &found {
            let side = match (flat.from.is_finite(), flat.to.is_finite()) {
                (false, false) => 2,
                (false, true) => -1,
                (true, false) => 1,
                (true, true) => 0,
            };
            lines.push((words.flat)(side, flat.hard, &brief(flat.from, 5), &brief(flat.to, 5)));
        }
        if lines.is_empty() { words.no_flat.to_owned() } else { lines.join("; ") }
    };
    let power = |shade: f64| if shade > 0.0 { libm::log10(shade) } else { -1.3 };
    let put = move |power: f64| {
        // Two digits are enough for a threshold and keep the address short.
        let exact = libm::pow(10.0, power);
        let two = decimal::parse(&format!("{exact:.1e}")).unwrap_or(exact);
        store.state.update(|s| s.extras.shade = two.min(1.0));
    };
    view! {
        <section class="show">
            <h2>{store.term(|w| w.plot.show)}</h2>
            <p class="legend-line">
                <Legend />
                <span class="key d2f" hidden=move || !store.state.with(|s| s.extras.second)>"f″(x)"</span>
            </p>
            <div class="switches">
                <Switch name="deriv" label=store.word(|w| w.show_derivative) get=|s| s.deriv set=|s, on| s.deriv = on />
                <Switch name="second" label=store.term(|w| w.plot.second) get=|s| s.extras.second set=|s, on| s.extras.second = on />
                <Switch name="tangent" label=store.term(|w| w.plot.tangent) get=|s| s.extras.tangent set=|s, on| s.extras.tangent = on />
                <Switch name="equal" label=store.term(|w| w.plot.equal) get=|s| s.extras.equal set=|s, on| s.extras.equal = on />
                <Switch name="axis2" label=store.term(|w| w.plot.own_axis) get=|s| s.extras.own_axis set=|s, on| s.extras.own_axis = on />
                <Switch name="shade" label=store.term(|w| w.plot.shade) get=shades set=set_shade />
            </div>
            <div class="slider" hidden=move || shade.get() == 0.0>
                <span class="symbol" aria-hidden="true">"ε"</span>
                <input
                    type="range"
                    name="shade-exponent"
                    min=shortest(ENDS.0)
                    max=shortest(ENDS.1)
                    step=shortest(STEP)
                    prop:value=move || shortest(power(shade.get()))
                    aria-label=store.term(|w| w.plot.shade_label)
                    aria-valuetext=move || format!("ε = {}", brief(shade.get(), 3))
                    on:input=move |event| {
                        decimal::parse(&event_target_value(&event)).into_iter().for_each(put);
                    }
                    on:keydown=move |event| {
                        let now = power(shade.get_untracked());
                        keyed(&event, now, STEP, ENDS, true).into_iter().for_each(put);
                    }
                />
                <output class="value">{move || brief(shade.get(), 3)}</output>
            </div>
            <p class="hint" role="status">{flats}</p>
        </section>
    }
}
