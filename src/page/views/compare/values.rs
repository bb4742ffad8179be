//! The numbers of a comparison: values at the probe, largest differences, formulas, landmarks.

use super::state::Compared;
use crate::page::state::{Page, page};
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::function_plot::settled;
use crate::page::widgets::legend::Swatch;
use crate::page::widgets::probe::look_at;
use crate::page::widgets::scroll::Scroll;
use activation_explorer::numeric::format::{brief, pretty, scientific, shortest, superscript};
use activation_explorer::properties::{Landmark, landmarks, properties};
use activation_explorer::views::compare::drawing::{hides, largest};
use activation_explorer::views::compare::gap::Gap;
use activation_explorer::views::compare::words;
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;

/// The most landmarks of a function, and the most of all, that get a button.
const MOST: (usize, usize) = (3, 10);

/// The place of a largest difference, with both signs where it is as large on the other side.
pub(super) fn place(gap: &Gap) -> String {
    let x = brief(gap.x, 4);
    if gap.both { format!("±{x}") } else { x }
}

/// A largest difference in words.
pub(super) fn said(page: Page, gap: &Gap) -> String {
    let size = gap.value.abs();
    let small = scientific(size, 2);
    let text = match small.split_once('e').map(|(digits, power)| (digits, power.parse())) {
        Some((digits, Ok(power))) if size < 0.01 => format!("{digits}×10{}", superscript(power)),
        _ => brief(size, 3),
    };
    (page.table(words).gap_at)(&text, &place(gap))
}

/// The table of values at the probe.
#[component]
pub(super) fn Values(compared: Compared, x: Memo<Option<f64>>) -> impl IntoView {
    let page = page();
    let deriv = move || compared.deriv.get();
    let difference = move || compared.extras.get().difference;
    let rows = move || {
        let (entries, slots) = (compared.entries.get(), compared.slots.get());
        let gaps = compared.gaps.get();
        let rows = entries.into_iter().zip(slots).enumerate().map(|(index, (entry, slot))| {
            let name = entry.0.name;
            let id = entry.0.id;
            let value = x.get().map(|x| compared.value(&entry, x));
            let cell = |v: Option<f64>, read: &'static str| view! {
                <td translate="no"><data data-read=read data-fn=id value=v.map(shortest).unwrap_or_default()>
                    {v.map_or_else(|| "–".to_owned(), |v| pretty(v, 5))}
                </data></td>
            };
            let gap = gaps.get(index).copied().flatten();
            let largest = difference().then(|| view! {
                <td translate="no"><data data-read="gap" data-fn=id value=gap.map(|gap| shortest(gap.value)).unwrap_or_default()>
                    {gap.map_or_else(|| "–".to_owned(), |gap| said(page, &gap))}
                </data></td>
            });
            let unseen = move || hides(compared.unseen.get(), index);
            view! {
                <tr class:unshown=unseen>
                    <th scope="row" translate="no"><Swatch index=slot.into() /> {name}</th>
                    {cell(value.map(|v| v.0), "f")}
                    {deriv().then(|| cell(value.map(|v| v.1), "df"))}
                    {largest}
                </tr>
            }
        });
        rows.collect_view()
    };
    let at =
        move || x.get().map(|x| format!("{}x = {}", page.table(plots).story.comma, pretty(x, 5)));
    let minus = move || if difference() { "Δ" } else { "" };
    view! {
        <Scroll label=page.say(words, |w| w.title)>
            <table class="values">
                <thead>
                    <tr>
                        <th scope="col">{page.say(words, |w| w.function)}<data data-read="x" translate="no" value=move || x.get().map(shortest).unwrap_or_default()>{at}</data></th>
                        <th scope="col" translate="no">{minus} "f(x)"</th>
                        {move || deriv().then(|| view! { <th scope="col" translate="no">{minus} "f′(x)"</th> })}
                        {move || difference().then(|| view! { <th scope="col">{page.say(words, |w| w.largest_gap)}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
}

/// The formula of each function.
#[component]
pub(super) fn Formulas(compared: Compared) -> impl IntoView {
    let page = page();
    let rows = move || {
        let all = compared.acts.get().into_iter().zip(compared.slots.get());
        let rows = all.map(|(act, slot)| view! {
            <dt translate="no"><Swatch index=slot.into() /> {act.name}</dt>
            <dd class="formula" lang="en" tabindex="0" inner_html=part(page, act, "formula")></dd>
        });
        rows.collect_view()
    };
    view! { <dl class="formulas" aria-label=page.say(words, |w| w.formulas)>{rows}</dl> }
}

/// Buttons that lead to the largest difference and to kinks, zeros and extrema.
#[component]
pub(super) fn Places(compared: Compared) -> impl IntoView {
    let page = page();
    let frame = compared.frame;
    let rested = settled(compared.entries);
    let marks = Memo::new(move |_| {
        let mut all: Vec<Landmark> = Vec::new();
        for (act, p) in &rested.get() {
            let line = (f64::NEG_INFINITY, f64::INFINITY);
            for mark in landmarks(&properties(act, p), line, 0.0, MOST.0).items {
                // The same place of another function, too, is one place.
                let known = |other: &Landmark| {
                    other.kind == mark.kind
                        && (other.x - mark.x).abs() < 1e-9 * (1.0 + mark.x.abs())
                };
                if !all.iter().any(known) {
                    all.push(mark);
                }
            }
        }
        activation_explorer::numeric::order::sort_by_key(&mut all, |mark| mark.x.abs());
        all.truncate(MOST.1);
        activation_explorer::numeric::order::sort_by_key(&mut all, |mark| mark.x);
        all
    });
    let go = move |x: f64| {
        page.address.edit(|s| s.x = Some(x));
        let Some(now) = frame.get_untracked() else { return };
        if x < now.window.x_min || x > now.window.x_max {
            let middle = now.area.left + now.area.width / 2.0;
            look_at(page, Some(now.panned((middle - now.to_px(x, 0.0).0, 0.0))));
        }
    };
    let buttons = move || {
        let words_here = page.table(plots);
        let gap = compared.gaps.with(|gaps| largest(gaps));
        let gap = gap.map(|gap| ((page.table(words).to_gap)(&place(&gap)), gap.x));
        let name =
            |mark: &Landmark| ((words_here.plot.landmark)(mark.kind, &brief(mark.x, 5)), mark.x);
        let marks = marks.with(|marks| marks.iter().map(name).collect::<Vec<_>>());
        let all: Vec<(String, f64)> = gap.into_iter().chain(marks).collect();
        (!all.is_empty()).then(|| {
            let buttons = all.into_iter().map(|(text, x)| {
                view! { <button type="button" on:click=move |_| go(x)>{text}</button> }
            });
            view! {
                <div class="landmarks" role="group" aria-label=words_here.plot.landmarks>
                    <span class="label" aria-hidden="true">{words_here.plot.landmarks}</span>
                    {buttons.collect_view()}
                </div>
            }
        })
    };
    view! { {buttons} }
}
