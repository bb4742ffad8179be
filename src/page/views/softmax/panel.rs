//! The controls of the softmax view: scores, number of classes, temperature, the constant.

use super::claims::change;
use super::scores::{Scores, subscript};
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::number_box::NumberBox;
use crate::page::widgets::parameters::labels;
use crate::page::widgets::slider::{Row, Scale, Slider, Span, power};
use activation_explorer::numeric::format::brief;
use activation_explorer::views::softmax::LOGITS;
use activation_explorer::views::softmax::model::{LIMITS, apart, at, shifted};
use leptos::prelude::*;
use std::rc::Rc;

/// The slider of a score.
const SCORE: Span = Span::even(-5.0, 5.0, 0.05);
/// The slider of the temperature: from 0.05 to 20, in decades; 130 steps from 1 to either end. Four
/// digits are enough for a tenth of a step, and short in the address.
const HEAT: Span = Span {
    step: 1.301_029_995_663_981_2 / 130.0,
    scale: Some(Scale { place: libm::log10, value: |place| power(place, 4) }),
    whole: false,
    ..Span::decades(-1.301_029_995_663_981_2, 1.301_029_995_663_981_2)
};

/// The panel beside the charts.
#[component]
pub(crate) fn Panel(scores: Scores) -> impl IntoView {
    let rows = move || {
        let row = move |index: usize| {
            let value = Signal::derive(move || {
                scores.z.with(|z| z.get(index).copied().unwrap_or_default())
            });
            let set = Rc::new(move |score| scores.set_one(index, score));
            let symbol = format!("z{}", subscript(index + 1));
            let label = move |say: fn(Scores, &str) -> String| {
                Signal::derive(move || say(scores, &subscript(index + 1)))
            };
            let labels =
                (label(|s, i| (s.words().score)(i)), label(|s, i| (s.words().score_box)(i)));
            let row = Row::symbol(symbol, labels);
            view! { <Slider name=format!("z{index}") id="softmax" row span=SCORE value set /> }
        };
        (0..scores.count.get()).map(row).collect_view()
    };
    // A comparison inside the markup below would end its tag.
    let fewest = move || scores.count.get() <= LOGITS.entries().0;
    let most = move || scores.count.get() >= LOGITS.entries().1;
    let resize = move |by: isize| {
        let mut z = scores.z.get_untracked();
        z.resize(z.len().saturating_add_signed(by), 0.0);
        scores.set(z);
    };
    view! {
        <aside class="panel">
            <section>
                <h2>{scores.word(|w| w.scores)}</h2>
                <div class="sliders">{rows}</div>
                <div class="stepper">
                    <button
                        type="button"
                        data-do="fewer"
                        aria-label=scores.word(|w| w.fewer)
                        disabled=fewest
                        on:click=move |_| resize(-1)
                    >"−"</button>
                    <output>{scores.text(|scores| (scores.words().classes)(scores.count.get()))}</output>
                    <button
                        type="button"
                        data-do="more"
                        aria-label=scores.word(|w| w.more_classes)
                        disabled=most
                        on:click=move |_| resize(1)
                    >"+"</button>
                </div>
            </section>
            <section>
                <h2>{scores.word(|w| w.temperature)}</h2>
                {move || temperature(scores)}
            </section>
            {(!scores.page.figure).then(|| view! { <Constant scores /> })}
        </aside>
    }
}

/// The slider of the chosen function's temperature, with buttons for the limits.
fn temperature(scores: Scores) -> AnyView {
    let act = scores.act.get();
    let Some(param) = act.params.first() else {
        return view! { <p class="hint">{scores.word(|w| w.no_temperature)}</p> }.into_any();
    };
    let value = Signal::derive(move || scores.t.get());
    let set = Rc::new(move |t| scores.heat(t));
    let limits = [LIMITS.0, 1.0, LIMITS.1];
    let chosen = Signal::derive(move || limits.iter().position(|t| *t == scores.t.get()));
    let choices = vec![
        Item::new("cold", scores.word(|w| w.cold)),
        Item::new("usual", "T = 1"),
        Item::new("hot", scores.word(|w| w.hot)),
    ];
    let choose = Rc::new(move |index: usize| scores.heat(limits[index]));
    let row = Row::symbol(param.symbol.to_owned(), labels(act, param));
    view! {
        <Slider name="temperature" id=act.id row span=HEAT value set />
        <div class="buttons">
            <Choices attribute="data-do" choices chosen choose />
        </div>
    }
    .into_any()
}

/// The controls of a constant added to every score, and its effect: none.
#[component]
fn Constant(scores: Scores) -> impl IntoView {
    let c = RwSignal::new(10.0);
    // The constant, and the largest change of a value and of a derivative.
    let changed = RwSignal::new(None::<(f64, f64, f64)>);
    let add = move |_| {
        let (c, z) = (c.get_untracked(), scores.z.get_untracked());
        let moved = shifted(&z, c);
        let (act, t) = (scores.act.get_untracked(), scores.t.get_untracked());
        let ((f, j), (g, k)) = (at(act, &z, &[t]), at(act, &moved, &[t]));
        scores.set(moved);
        changed.set(Some((c, apart(&f, &g), apart(&j, &k))));
    };
    let said = move || {
        let Some((c, value, slope)) = changed.get() else { return String::new() };
        let words = scores.words();
        let text = (words.shifted)(&brief(c, 6), &change(value), &change(slope));
        if value == 0.0 && slope == 0.0 { text } else { format!("{text} {}", words.rounding) }
    };
    view! {
        <section class="constant">
            <h2>{scores.word(|w| w.shift)}</h2>
            <div class="buttons">
                <label class="inline">
                    <i>"c"</i>
                    <NumberBox
                        name="constant"
                        label=scores.text(|scores| scores.words().constant.to_owned())
                        value=c
                        set=Rc::new(move |number| c.set(number))
                    />
                </label>
                <button type="button" data-do="add" on:click=add>{scores.word(|w| w.add)}</button>
            </div>
            <p class="hint" role="status">{said}</p>
        </section>
    }
}
