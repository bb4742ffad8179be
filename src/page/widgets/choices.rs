//! Groups of buttons of which one is pressed.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;
use std::rc::Rc;

/// Item: one button of a group.
pub(crate) struct Item {
    value: Option<String>,
    label: AnyView,
}

impl Item {
    /// A choice with the attribute value `value`.
    pub(crate) fn new(value: impl ToString, label: impl IntoAny) -> Self {
        Self { value: Some(value.to_string()), label: label.into_any() }
    }

    /// A choice told apart by its label alone.
    pub(crate) fn plain(label: impl IntoAny) -> Self {
        Self { value: None, label: label.into_any() }
    }
}

/// Choices: buttons of which the chosen one is pressed, without an element around them.
#[component]
pub(crate) fn Choices(
    /// The attribute that tells the buttons apart, such as `data-host`.
    #[prop(optional)]
    attribute: &'static str,
    choices: Vec<Item>,
    /// The index of the chosen one.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    choose: Rc<dyn Fn(usize)>,
) -> impl IntoView {
    let buttons = choices.into_iter().enumerate().map(|(index, Item { value, label })| {
        let pressed = move || chosen.get() == Some(index);
        let choose = choose.clone();
        view! {
            <button
                type="button"
                {..custom_attribute(attribute, value)}
                aria-pressed=move || if pressed() { "true" } else { "false" }
                on:click=move |_| choose(index)
            >
                {label}
            </button>
        }
    });
    buttons.collect_view()
}

/// ChoiceField: a group of choices after its name.
#[component]
pub(crate) fn ChoiceField(
    label: Signal<&'static str>,
    #[prop(optional)] attribute: &'static str,
    choices: Vec<Item>,
    #[prop(into)] chosen: Signal<Option<usize>>,
    choose: Rc<dyn Fn(usize)>,
) -> impl IntoView {
    view! {
        <div class="field" role="group" aria-label=label>
            <span>{label}</span>
            <span class="buttons"><Choices attribute choices chosen choose /></span>
        </div>
    }
}
