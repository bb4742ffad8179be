//! What people say about the function: a line each, by verdict, of which the first are shown.

use crate::page::browser::print::on_print;
use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::figures::{Mounted, all};
use activation_explorer::activation::Activation;
use activation_explorer::words::plots::words as plots;
use leptos::html::Div;
use leptos::prelude::*;
use std::rc::Rc;

/// The number of claims that are shown at first.
const FIRST: usize = 5;

/// The verdicts, in the order of the page.
const VERDICTS: [&str; 4] = ["false", "misleading", "depends", "true"];

/// The claims about `act` with their filter; nothing where there are none.
#[component]
pub(crate) fn Claims(act: &'static Activation) -> impl IntoView {
    let page = page();
    let html = part(page, act, "claims");
    let chosen = RwSignal::new("");
    let open = RwSignal::new(false);
    let area = NodeRef::<Div>::new();
    let mounted = Mounted::new();
    Effect::new(move |_| {
        html.track();
        mounted.clear();
    });
    // Of each verdict, and of all.
    let counts = Memo::new(move |_| {
        html.with(|html| VERDICTS.map(|name| html.matches(&format!("-verdict=\"{name}\"")).count()))
    });
    let chips = move || {
        let (words, counts) = (&page.table(plots).plot, counts.get());
        let mut items = vec![("", words.all, counts.iter().sum())];
        items
            .extend(VERDICTS.iter().zip(counts).map(|(name, n)| (*name, (words.verdict)(name), n)));
        items.retain(|(_, _, count)| *count > 0);
        let names: Vec<_> = items.iter().map(|(name, ..)| *name).collect();
        let choices = items
            .into_iter()
            .map(|(name, word, count)| Item::new(name, format!("{word} {count}")))
            .collect();
        let places = names.clone();
        let place = Signal::derive(move || places.iter().position(|name| *name == chosen.get()));
        let choose = Rc::new(move |index: usize| chosen.set(names[index]));
        view! { <Choices attribute="data-filter" choices chosen=place choose /> }
    };
    let rest = move || counts.with(|counts| counts.iter().sum::<usize>()).saturating_sub(FIRST);
    let folds = move || chosen.get().is_empty() && !open.get() && rest() > 1;
    // Paper shows them all, unfolded.
    on_print(Box::new(move |palette| {
        let Some(Some(area)) = area.try_get_untracked() else { return false };
        let (from, to) =
            if palette.is_some() { ("open", "data-was") } else { ("data-was", "open") };
        // Those that are open already stay so.
        if palette.is_some() {
            for claim in all(&area, ".claim:not([open])") {
                let _ = claim.set_attribute("open", "");
                let _ = claim.set_attribute(to, "");
            }
        } else {
            for claim in all(&area, ".claim[data-was]") {
                let _ = claim.remove_attribute(to);
                let _ = claim.remove_attribute(from);
            }
        }
        true
    }));
    view! {
        <section class="claims-section" hidden=move || html.with(String::is_empty)>
            <h2>{page.say(plots, |w| w.plot.claims)}</h2>
            <div class="chips" role="group" aria-label=page.say(plots, |w| w.plot.claims)>{chips}</div>
            <div
                node_ref=area
                class="claims"
                class:first=folds
                data-only=chosen
                inner_html=html
                on:click=move |event| mounted.unfold(page, &event)
            ></div>
            <button type="button" class="more-claims" hidden=move || !folds() on:click=move |_| open.set(true)>
                {move || (page.table(plots).plot.more_claims)(rest())}
            </button>
        </section>
    }
}
