//! The example with three weights: as arrows in space, and as arithmetic.

use crate::page::state::page;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views::zigzag::drawing::in_space;
use activation_explorer::views::zigzag::model::worked::{
    DIRECT, LOCKED, PRINTED_START, START, TARGET, Triple, fewest_locked, length, plus,
    shortest_locked, way,
};
use activation_explorer::views::zigzag::words;
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;

/// Both ways, beside each other.
#[component]
pub(crate) fn Worked() -> impl IntoView {
    let page = page();
    // The number of plays: the drawing is renewed by each and so moves again.
    let played = RwSignal::new(0u32);
    let one = move |name: fn(
        &'static activation_explorer::views::zigzag::Words,
    ) -> &'static str,
                    steps: &'static [Triple],
                    kind: &'static str| {
        let long = length(steps);
        let said = Signal::derive(move || (page.table(words).worked.length)(&brief(long, 4)));
        view! {
            <figure class=format!("way {kind}") class:moves=move || played.get() != 0>
                <figcaption>
                    {page.say(words, name)} " · "
                    <data data-read=format!("length-{kind}") value=shortest(long)>{said}</data>
                </figcaption>
                <div inner_html=move || renewed(played.get(), &in_space(steps))></div>
                <div class="sums" translate="no" inner_html=move || renewed(played.get(), &sums(steps))></div>
            </figure>
        }
    };
    let minus = move || {
        let sum = LOCKED.iter().fold(PRINTED_START, |at, step| plus(at, *step));
        (page.table(words).worked.minus)(&triple(PRINTED_START), &triple(sum), &triple(TARGET))
    };
    let fewest = move || {
        let way = shortest_locked(DIRECT[0]);
        let steps = format!("{}, {}", triple(way[0]), triple(way[1]));
        (page.table(words).worked.fewest)(fewest_locked(DIRECT[0]), &steps, &brief(length(&way), 3))
    };
    view! {
        <section class="worked">
            <h2>{page.say(words, |w| w.worked.title)}</h2>
            <p class="lead">
                {page.say(words, |w| w.worked.lead)}
                " "
                <code translate="no">{format!("{} → {}", triple(START), triple(TARGET))}</code>
            </p>
            <div class="pair">
                {one(|w| w.worked.direct, &DIRECT, "direct")}
                {one(|w| w.worked.locked, &LOCKED, "locked")}
            </div>
            <p>
                <button type="button" on:click=move |_| played.update(|n| *n += 1)>
                    {page.say(demos, |w| w.player.play)}
                </button>
            </p>
            <p>{minus}</p>
            <p class="hint">{fewest}</p>
        </section>
    }
}

/// The same HTML, but a new element for each play.
fn renewed(played: u32, html: &str) -> String {
    format!("<div data-played=\"{played}\">{html}</div>")
}

/// `[1, −1, 1]`.
fn triple(t: Triple) -> String {
    format!("[{}]", t.map(|x| brief(x, 4)).join(", "))
}

/// The arithmetic, a line a step, as HTML.
fn sums(steps: &[Triple]) -> String {
    let points = way(START, steps);
    let line = |i: usize| {
        format!(
            "<p>{} + <b>{}</b> = {}</p>",
            triple(points[i]),
            triple(steps[i]),
            triple(points[i + 1])
        )
    };
    (0..steps.len()).map(line).collect()
}
