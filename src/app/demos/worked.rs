//! The example with three weights: as arrows in space, and as arithmetic.

use super::{term, texts};
use crate::app::store::store;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views::zigzag::model::worked::{
    DIRECT, LOCKED, PRINTED_START, START, TARGET, Triple, fewest_locked, length, plus,
    shortest_locked, way,
};
use leptos::prelude::*;

/// Both ways, beside each other.
#[component]
pub(super) fn Worked() -> impl IntoView {
    let store = store();
    // Counts how often it was played: the drawing is renewed and so moves again.
    let played = RwSignal::new(0u32);
    let one =
        move |name: fn(&'static activation_explorer::text::demos::DemoTexts) -> &'static str,
              steps: &'static [Triple],
              kind: &'static str| {
            let long = length(steps);
            let said = Signal::derive(move || (texts(store).worked.length)(&brief(long, 4)));
            view! {
                <figure class=format!("way {kind}") class:moves=move || played.get() != 0>
                    <figcaption>
                        {term(store, name)} " · "
                        <data data-read=format!("length-{kind}") value=shortest(long)>{said}</data>
                    </figcaption>
                    <div inner_html=move || renewed(played.get(), &drawing(steps))></div>
                    <div class="sums" inner_html=move || renewed(played.get(), &sums(steps))></div>
                </figure>
            }
        };
    let minus = move || {
        let sum = LOCKED.iter().fold(PRINTED_START, |at, step| plus(at, *step));
        (texts(store).worked.minus)(&triple(PRINTED_START), &triple(sum), &triple(TARGET))
    };
    let fewest = move || {
        let way = shortest_locked(DIRECT[0]);
        let steps = format!("{}, {}", triple(way[0]), triple(way[1]));
        (texts(store).worked.fewest)(fewest_locked(DIRECT[0]), &steps, &brief(length(&way), 3))
    };
    view! {
        <section class="worked">
            <h2>{term(store, |w| w.worked.title)}</h2>
            <p class="lead">
                {term(store, |w| w.worked.lead)}
                " "
                <code>{format!("{} → {}", triple(START), triple(TARGET))}</code>
            </p>
            <div class="pair">
                {one(|w| w.worked.direct, &DIRECT, "direct")}
                {one(|w| w.worked.locked, &LOCKED, "locked")}
            </div>
            <p>
                <button type="button" on:click=move |_| played.update(|n| *n += 1)>
                    {term(store, |w| w.player.play)}
                </button>
            </p>
            <p>{minus}</p>
            <p class="hint">{fewest}</p>
        </section>
    }
}

/// The same HTML, but new for the browser each time it is played.
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

/// The way in a slanted view of space, as SVG.
fn drawing(steps: &[Triple]) -> String {
    // The third axis comes towards the reader, down to the left.
    let flat = |t: Triple| (150.0 + 30.0 * t[0] - 17.0 * t[2], 118.0 - 20.0 * t[1] + 12.0 * t[2]);
    let axis = |t: Triple, name: &str| {
        let (a, b) = (flat(t.map(|x| -x)), flat(t));
        format!(
            "<path class=\"axis\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\">{name}</text>",
            a.0,
            a.1,
            b.0,
            b.1,
            b.0 + 4.0,
            b.1 + 4.0
        )
    };
    let points: Vec<(f64, f64)> = way(START, steps).into_iter().map(flat).collect();
    let arrow = |pair: &[(f64, f64)]| {
        let (a, b) = (pair[0], pair[1]);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let long = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / long, dy / long);
        let tip = (b.0 - 5.0 * ux, b.1 - 5.0 * uy);
        let wing =
            |side: f64| (tip.0 - 9.0 * ux - side * 4.0 * uy, tip.1 - 9.0 * uy + side * 4.0 * ux);
        let (l, r) = (wing(1.0), wing(-1.0));
        format!(
            "<path class=\"step\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/><path class=\"head\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\"/>",
            a.0, a.1, tip.0, tip.1, tip.0, tip.1, l.0, l.1, r.0, r.1
        )
    };
    let arrows: String = points.windows(2).map(arrow).collect();
    let dot = |at: (f64, f64), class: &str| {
        format!("<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4.5\"/>", at.0, at.1)
    };
    format!(
        "<svg viewBox=\"0 0 320 240\" aria-hidden=\"true\">{}{}{}{arrows}{}{}</svg>",
        axis([4.4, 0.0, 0.0], "w₁"),
        axis([0.0, 5.2, 0.0], "w₂"),
        axis([0.0, 0.0, 4.4], "w₃"),
        dot(flat(START), "from"),
        dot(flat(TARGET), "to"),
    )
}
