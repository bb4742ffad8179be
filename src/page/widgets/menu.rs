//! Menus: a labelled `<select>`, and the one of all functions.

use super::parameters::Parameters;
use crate::page::state::{Page, page};
use activation_explorer::activation::{ALL, Activation, Family};
use activation_explorer::address::{Address, Settings};
use leptos::prelude::*;
use std::rc::Rc;

/// Menu: a `<select>` after its name.
#[component]
pub(crate) fn Menu(
    name: &'static str,
    label: Signal<&'static str>,
    /// The `<option>`s as HTML.
    options: Signal<String>,
    /// The setter, called with the value of the chosen option.
    choose: Rc<dyn Fn(&str)>,
    #[prop(optional, into)] hidden: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="field" hidden=hidden>
            <span>{label}</span>
            <select
                name=name
                on:change=move |event| choose(&event_target_value(&event))
                inner_html=options
            ></select>
        </label>
    }
}

/// ActivationMenu: a menu of all functions, for one of those in the address.
#[component]
pub(crate) fn ActivationMenu(
    name: &'static str,
    label: Signal<&'static str>,
    get: fn(&Settings) -> &'static Activation,
    set: fn(&mut Address, &'static Activation),
    #[prop(optional, into)] hidden: Signal<bool>,
) -> impl IntoView {
    let page = page();
    let now = Memo::new(move |_| page.address.with(get));
    let options = Signal::derive(move || options(page, |act| *act == *now.get()));
    let choose = Rc::new(move |id: &str| {
        if let Some(act) = page.address.untracked(|s| s.named(id)) {
            page.address.edit(|s| set(s, act));
        }
    });
    view! { <Menu name label options choose hidden /> }
}

/// FunctionMenu: the menu of the view's function, with the sliders of its parameters.
#[component]
pub(crate) fn FunctionMenu(label: Signal<&'static str>) -> impl IntoView {
    let page = page();
    let act = page.address.act();
    view! {
        <div class="function-menu">
            <ActivationMenu name="fn" label get=|s| s.act set=|s, act| s.act = act />
            {move || view! { <Parameters act=act.get() /> }}
        </div>
    }
}

/// The options of a menu of functions, as HTML, with one selected.
pub(crate) fn options(page: Page, selected: impl Fn(&Activation) -> bool) -> String {
    // The one that the reader typed has no family.
    let typed = page.address.with(|s| s.typed).filter(|act| selected(act));
    let typed = typed.map(|act| {
        let name = act.name.replace('&', "&amp;").replace('<', "&lt;");
        format!("<option translate=\"no\" value=\"{}\" selected>{name}</option>", act.id)
    });
    typed.unwrap_or_default()
        + &by_family(
            page,
            |name, items| format!("<optgroup label=\"{name}\">{items}</optgroup>"),
            |act| {
                let here = if selected(act) { " selected" } else { "" };
                format!("<option translate=\"no\" value=\"{}\"{here}>{}</option>", act.id, act.name)
            },
        )
}

/// All functions as HTML, grouped by family.
pub(crate) fn by_family(
    page: Page,
    group: fn(&str, &str) -> String,
    item: impl Fn(&Activation) -> String,
) -> String {
    let family = |family| {
        let items: String = ALL.iter().filter(|a| a.family == family).map(|a| item(a)).collect();
        group((page.words().family)(family), &items)
    };
    Family::ALL.into_iter().map(family).collect()
}
