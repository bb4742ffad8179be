//! The sliders of a function's parameters.

use super::slider::{Row, Slider, Span};
use crate::page::state::page;
use activation_explorer::activation::{Activation, Param};
use activation_explorer::words::Words;
use leptos::prelude::*;
use std::rc::Rc;

/// Parameters: a slider for every parameter of `act`, and a button that resets them.
#[component]
pub(crate) fn Parameters(act: &'static Activation) -> impl IntoView {
    let page = page();
    let params = page.address.params(act);
    // Once the state rests: no need to compute it at every step.
    let changed = Memo::new(move |_| {
        page.address.track_rest();
        params.with_untracked(|p| *p != act.defaults())
    });
    let rows = act.params.iter().enumerate().map(|(index, param)| {
        let value = Signal::derive(move || params.with(|p| p[index]));
        let set = Rc::new(move |number| {
            page.address.set_param(act, index, number);
        });
        let (low, high) = param.slider;
        let span = Span::even(low, high, param.step);
        let row = Row::symbol(param.symbol.to_owned(), labels(act, param));
        view! { <Slider name=param.name id=act.id row span value set /> }
    });
    view! {
        <div class="sliders">
            {rows.collect_view()}
            {(!act.params.is_empty()).then(|| view! {
                <button
                    type="button"
                    class="reset"
                    disabled=move || !changed.get()
                    aria-label=Signal::derive(move || format!("{}: {}", act.name, page.words().reset))
                    on:click=move |_| page.address.edit(|s| s.set_params(act, act.defaults()))
                >
                    {page.word(|w| w.reset)}
                </button>
            })}
        </div>
    }
}

/// The name of a control from the parameter's symbol and name and the function.
type Say = fn(&str, &str, &str) -> String;

/// The names of the slider of a parameter and of its box.
pub(crate) fn labels(
    act: &'static Activation,
    param: &'static Param,
) -> (Signal<String>, Signal<String>) {
    let page = page();
    let with = move |pick: fn(&'static Words) -> Say| {
        Signal::derive(move || pick(page.words())(param.symbol, param.name, act.name))
    };
    (with(|w| w.slider_label), with(|w| w.number_label))
}
