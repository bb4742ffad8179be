//! The display options of a plot behind one control: switches, the threshold of the shading, words,
//! a table and keys.

use super::readout::{Digits, Keys};
use crate::page::state::page;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::in_words::InWords;
use crate::page::widgets::key_controls::StateCheck;
use crate::page::widgets::legend::Legend;
use crate::page::widgets::slider::{Range, Scale, Span, power};
use activation_explorer::address::{Address, Settings};
use activation_explorer::numeric::format::brief;
use activation_explorer::plot::MOST_SHADED;
use activation_explorer::properties::{Copies, flat};
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;

/// The threshold when shading is switched on.
const SHADE: f64 = 0.05;

/// The most intervals of a period that are listed.
const LISTED: usize = 6;

/// The slider of the threshold, between powers of ten.
const SHADES: Span = Span {
    step: 0.05,
    scale: Some(Scale {
        place: |shade| if shade > 0.0 { libm::log10(shade) } else { -1.3 },
        value: |place| power(place, 2).min(1.0),
    }),
    ..Span::decades(-6.0, 0.0)
};

fn shades(state: &Settings) -> bool {
    state.extras.shade > 0.0
}

fn set_shade(state: &mut Address, on: bool) {
    state.extras.shade = if on { SHADE } else { 0.0 };
}

/// Options, words, table and keys of the function view.
#[component]
pub(crate) fn ViewOptions(
    plot: FunctionPlot,
    /// Whether all digits are shown.
    all: RwSignal<bool>,
) -> impl IntoView {
    let page = page();
    view! {
        <details class="view-options">
            <summary>{page.say(plots, |w| w.plot.view)}</summary>
            <Options plot all />
            <InWords plot />
            <Keys />
        </details>
    }
}

/// The switches.
#[component]
fn Options(plot: FunctionPlot, all: RwSignal<bool>) -> impl IntoView {
    let page = page();
    let shade = Memo::new(move |_| page.address.with(|s| s.extras.shade));
    let flats = move || {
        let (p, threshold) = (plot.settled.get(), shade.get());
        if threshold == 0.0 {
            return String::new();
        }
        let words = &page.table(plots).plot;
        let found = flat(plot.act, &p, threshold);
        let window = plot.frame.with(|f| f.as_ref().map(|f| (f.window.x_min, f.window.x_max)));
        // Of those that repeat the ones in view, else all.
        let (seen, dense) = match (found.period, window) {
            (Some(_), Some(window)) if !found.within(window, 1).items.is_empty() => {
                (found.within(window, LISTED), found.within(window, MOST_SHADED).cut)
            }
            (Some(_), _) => (Copies { items: found.bands, cut: true }, false),
            _ => (Copies { items: found.bands, cut: false }, false),
        };
        let mut lines: Vec<String> = Vec::new();
        for flat in &seen.items {
            let side = match (flat.from.is_finite(), flat.to.is_finite()) {
                (false, false) => 2,
                (false, true) => -1,
                (true, false) => 1,
                (true, true) => 0,
            };
            lines.push((words.flat)(side, flat.hard, &brief(flat.from, 5), &brief(flat.to, 5)));
        }
        let facts = &page.table(plots).facts;
        lines.extend(found.period.filter(|_| seen.cut).map(|p| (facts.forever)(&brief(p, 5))));
        lines.extend(dense.then(|| words.narrow.to_owned()));
        if lines.is_empty() { words.no_flat.to_owned() } else { lines.join(facts.semicolon) }
    };
    let set = Rc::new(move |shade| page.address.edit(|s| s.extras.shade = shade));
    view! {
        <section class="show">
            <p class="legend-line">
                <Legend />
                <span class="key d2f" hidden=move || !page.address.with(|s| s.extras.second)>"f″(x)"</span>
            </p>
            <div class="switches">
                <StateCheck name="deriv" label=page.word(|w| w.show_derivative) get=|s| s.deriv set=|s, on| s.deriv = on />
                <StateCheck name="second" label=page.say(plots, |w| w.plot.second) get=|s| s.extras.second set=|s, on| s.extras.second = on />
                <StateCheck name="tangent" label=page.say(plots, |w| w.plot.tangent) get=|s| s.extras.tangent set=|s, on| s.extras.tangent = on />
                <StateCheck name="equal" label=page.say(plots, |w| w.plot.equal) get=|s| s.extras.equal set=|s, on| s.extras.equal = on />
                <StateCheck name="axis2" label=page.say(plots, |w| w.plot.own_axis) get=|s| s.extras.own_axis set=|s, on| s.extras.own_axis = on />
                <StateCheck name="shade" label=page.say(plots, |w| w.plot.shade) get=shades set=set_shade />
                <Digits all />
            </div>
            <div class="slider" hidden=move || shade.get() == 0.0>
                <span class="symbol" translate="no" aria-hidden="true">"ε"</span>
                <Range
                    name="shade-exponent"
                    span=SHADES
                    label=page.say(plots, |w| w.plot.shade_label)
                    text=|_, shade| format!("ε = {}", brief(shade, 3))
                    value=shade
                    set
                />
                <output class="value" translate="no">{move || brief(shade.get(), 3)}</output>
            </div>
            <p class="hint" role="status">{flats}</p>
        </section>
    }
}
