//! The function as code: a tab for each language, and the code with a button that copies it.

use super::take::Take;
use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::fetched_text::snippet;
use crate::page::widgets::function_plot::FunctionPlot;
use activation_explorer::activation::Language;
use activation_explorer::activation::code::filled;
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;

/// The function of a plot in `language` with the parameters of the page; empty until it is fetched.
pub(crate) fn code(plot: FunctionPlot, language: Language) -> Signal<String> {
    let template = snippet(page(), plot.act, language.key());
    Signal::derive(move || filled(&template.get(), plot.act, &plot.settled.get(), language))
}

/// The section.
#[component]
pub(crate) fn Code(plot: FunctionPlot, take: Take) -> impl IntoView {
    let page = page();
    let language = RwSignal::new(Language::ALL[0]);
    let choices = Language::ALL.map(|each| Item::new(each.key(), each.name())).into();
    let chosen =
        Signal::derive(move || Language::ALL.iter().position(|each| *each == language.get()));
    let choose = Rc::new(move |index: usize| language.set(Language::ALL[index]));
    view! {
        <section class="code-section">
            <h2>{page.say(plots, |w| w.export.code)}</h2>
            <div class="tabs" role="group" aria-label=page.say(plots, |w| w.export.code)>
                <Choices attribute="data-code" choices chosen choose />
            </div>
            {move || {
                let language = language.get();
                let text = code(plot, language);
                view! {
                    <div class="code">
                        <pre tabindex="0" translate="no" data-snippet=language.key()><code>{text}</code></pre>
                        <button type="button" on:click=move |_| take.copy(text.get_untracked())>
                            {page.say(plots, |w| w.export.copy)}
                        </button>
                    </div>
                }
            }}
        </section>
    }
}
