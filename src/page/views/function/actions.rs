//! The actions beside the name: compare, copy as code, embed, and what is copied or saved.

use super::code::code;
use super::files::{self, Saved};
use super::take::Take;
use crate::page::state::{Page, page};
use crate::page::widgets::full_address::{base, full_address};
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::partner::partner;
use activation_explorer::activation::{Language, by_id};
use activation_explorer::hosts::{Embed, Host};
use activation_explorer::views;
use activation_explorer::views::function::own;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::subject;
use leptos::prelude::*;

/// The buttons and links.
#[component]
pub(crate) fn Actions(plot: FunctionPlot, take: Take) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let caption = move || {
        let text = plot.params.with_untracked(|p| subject(act, p, &page.table(plots).story));
        let words = untrack(|| &page.table(plots).export);
        let shown = page.address.untracked(|s| (s.deriv, s.extras.second));
        format!("{text} · {} · {}", (words.lines)(shown.0, shown.1), words.from)
    };
    let csv = move || Saved::Wanted(files::table(plot, page));
    let picture = move |svg: bool| take.save(files::picture(plot, page, &caption(), svg));
    let compare = partner(act).and_then(by_id).map(|other| {
        // Of two that all but coincide only the difference is seen.
        let alike = act.id.starts_with("gelu") && other.id.starts_with("gelu");
        let shown = if alike { "&deriv=0&diff=1" } else { "" };
        let href = format!("?view=compare&cmp={},{}{shown}", act.id, other.id);
        let text = move || (page.table(plots).export.compare)(other.name);
        view! { <a class="button" data-do="compare" href=href>{text}</a> }
    });
    // One's own is compared with the most common of all.
    let beside = act.own.map(|_| {
        let href = move || {
            let relu = by_id("relu");
            let mut state = page.address.whole(Clone::clone);
            state.set_view(&views::compare::VIEW);
            state.compared = [Some(act), relu].into_iter().flatten().collect();
            format!("?{}", state.trimmed().query())
        };
        let text = move || (page.table(plots).export.compare)("ReLU");
        view! { <a class="button" data-do="compare" href=href>{text}</a> }
    });
    let edit = own::edited(act, &[]).map(|_| {
        let href =
            move || plot.settled.with(|p| own::edited(act, p)).map(|query| format!("?{query}"));
        view! { <a data-do="edit" href=href>{page.say(plots, |w| w.export.edit)}</a> }
    });
    let first = code(plot, Language::ALL[0]);
    view! {
        <div class="take">
            <div class="actions">
                {compare}
                {beside}
                <button type="button" data-take="code" on:click=move |_| take.copy(first.get_untracked())>
                    {page.say(plots, |w| w.export.copy_code)}
                </button>
                <ViewLink class="button" view=&views::embed::VIEW>{page.say(plots, |w| w.export.frame)}</ViewLink>
                <details class="menu">
                    <summary aria-label=page.say(plots, |w| w.export.title) title=page.say(plots, |w| w.export.title)>"⋯"</summary>
                    <div class="items">
                        {edit}
                        <button type="button" data-take="link" on:click=move |_| take.copy(full_address(page, false))>{page.say(plots, |w| w.export.link)}</button>
                        <button type="button" data-take="embed" on:click=move |_| take.copy(iframe(page))>{page.say(plots, |w| w.export.embed)}</button>
                        <button type="button" data-take="png" on:click=move |_| picture(false)>"PNG"</button>
                        <button type="button" data-take="svg" on:click=move |_| picture(true)>"SVG"</button>
                        <button type="button" data-take="csv" on:click=move |_| take.save(Some(csv()))>"CSV"</button>
                        <button type="button" data-take="print" on:click=move |_| drop(window().print())>{page.say(plots, |w| w.export.print)}</button>
                    </div>
                </details>
            </div>
            <div class="outcome" role="status">
                {move || take.said(page)}
            </div>
        </div>
    }
}

/// The markup of an iframe with the present state.
fn iframe(page: Page) -> String {
    let state = page.address.untracked(Clone::clone);
    let embed = Embed {
        base: &base(),
        title: &state.subject().unwrap_or_default(),
        height: state.view.frame_height,
        width: None,
        state: &state,
    };
    embed.snippet(Host::Html)
}
