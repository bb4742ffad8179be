//! The field in which a formula is typed: what is one is shown at once, and of what is none yet it says
//! under a caret what is missing or was meant.

use crate::page::state::page;
use activation_explorer::formula::operation::Unary;
use activation_explorer::formula::print::spaced;
use activation_explorer::formula::{Fault, own, parse};
use activation_explorer::numeric::format::shortest;
use activation_explorer::words::formulas::{caret, words};
use js_sys::Reflect;
use leptos::html::Input;
use leptos::prelude::*;

/// Functions of the catalogue that are named where it is said what can be typed.
const SUCH_AS: &str = "relu(x), elu(x, a), gelu(x), mish(x)";

/// The field.
pub(crate) fn show() -> AnyView {
    let page = page();
    let field = NodeRef::<Input>::new();
    let fault = RwSignal::new(None::<Fault>);
    let scrolled = RwSignal::new(0.0);
    let typed = Memo::new(move |_| page.address.with(|s| s.typed));
    // A formula from elsewhere: what is in the field already stays as it was written.
    Effect::new(move |_| {
        let (Some(input), Some(act)) = (field.get(), typed.get()) else { return };
        let same = parse(&input.value()).is_ok_and(|formula| own::activation(&formula) == act);
        if let (false, Some(formula)) = (same, own::formula(act)) {
            input.set_value(&spaced(&formula));
            fault.set(None);
        }
    });
    let read = move |text: String| match parse(&text) {
        Ok(formula) => {
            fault.set(None);
            let act = own::activation(&formula);
            if untrack(|| typed.get()) != Some(act) {
                page.address.edit(|s| s.set_typed(act));
            }
        }
        Err(found) => fault.set(Some(found)),
    };
    let follow = move || {
        if let Some(input) = field.get_untracked() {
            // By its name: code of its own for it would be in the first download.
            let left = Reflect::get(&input, &"scrollLeft".into()).ok();
            scrolled.set(left.and_then(|left| left.as_f64()).unwrap_or_default());
        }
    };
    let names = Unary::ALL.map(Unary::name).join(" ") + " min max";
    view! {
        <form class="formula-field" on:submit=move |event| event.prevent_default()>
            <label for="own-formula" translate="no">"f(x) ="</label>
            <div class="entry-line">
                <input
                    id="own-formula"
                    name="f"
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    translate="no"
                    aria-label=Signal::derive(move || format!("f(x) = {}", page.table(words).field))
                    aria-describedby="own-fault"
                    aria-invalid=move || fault.with(Option::is_some).to_string()
                    node_ref=field
                    on:input=move |event| {
                        read(event_target_value(&event));
                        follow();
                    }
                    on:scroll=move |_| follow()
                />
                <div class="under-text" aria-hidden="true" translate="no">
                    <pre style:transform=move || format!("translateX({}px)", shortest(-scrolled.get()))>
                        {move || fault.with(|fault| fault.as_ref().map(caret))}
                    </pre>
                </div>
            </div>
            <p id="own-fault" class="fault" role="status">
                {move || fault.with(|fault| fault.as_ref().map(|fault| page.table(words).fault(fault)))}
            </p>
            <p class="lead hint" hidden=move || fault.with(Option::is_some)>{page.say(words, |w| w.lead)}</p>
            <details>
                <summary>{page.say(words, |w| w.grammar)}</summary>
                <p class="hint">
                    {page.say(words, |w| w.made_of)}
                    " "
                    <code translate="no">{names}</code>
                    " "
                    {page.say(words, |w| w.catalogue)}
                    " "
                    <code translate="no">{SUCH_AS}</code>
                </p>
            </details>
        </form>
    }
    .into_any()
}
