//! The plot in words and as a table, for screen readers and for checking.

use crate::page::state::{Page, page};
use crate::page::widgets::fetched_text::part;
use crate::page::widgets::function_plot::FunctionPlot;
use activation_explorer::numeric::format::{pretty, rounded, shortest, typographic};
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::{facts, paragraph, sentence, table, telling_first};
use leptos::prelude::*;

/// The id of the sentence, to which the plot's canvas refers.
pub(crate) const IN_WORDS: &str = "in-words";

/// The least number of rows of the table.
const ROWS: u32 = 20;

/// The properties that tell most, and on request the others; updated once the sliders rest.
#[component]
pub(crate) fn Facts(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let rows = Memo::new(move |_| {
        plot.found.with(|found| telling_first(found, &facts(found, &page.table(plots).facts)))
    });
    let count = move || rows.with(|(first, others)| first.len() + others.len());
    view! {
        <dl class="facts" inner_html=Signal::derive(move || rows.with(|rows| table(&rows.0)))></dl>
        <details class="all-facts">
            <summary>{move || (page.table(plots).plot.all_properties)(count())}</summary>
            <dl class="facts" inner_html=Signal::derive(move || rows.with(|rows| table(&rows.1)))></dl>
            <p class="hint" inner_html=part(page, plot.act, "accuracy")></p>
        </details>
    }
}

/// One sentence about the function, for screen readers.
#[component]
pub(crate) fn Sentence(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let text = Signal::derive(move || {
        let words = page.table(plots);
        plot.found.with(|found| {
            sentence(plot.act, &plot.settled.get_untracked(), found, (&words.story, &words.facts))
        })
    });
    view! { <p class="sentence unseen" id=IN_WORDS role="status">{text}</p> }
}

/// A paragraph and a table, on request.
#[component]
pub(crate) fn InWords(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let act = plot.act;
    let with_words =
        move |say: fn(FunctionPlot, &Page) -> String| Signal::derive(move || say(plot, &page));
    let more = with_words(|plot, page| {
        let words = page.table(plots);
        let window = plot.frame.with(|f| f.map_or(plot.act.window, |f| f.window));
        let p = plot.settled.get_untracked();
        plot.found
            .with(|found| paragraph(plot.act, &p, found, &window, (&words.story, &words.facts)))
    });
    let open = RwSignal::new(false);
    let rows = Signal::derive(move || if open.get() { numbers(plot) } else { String::new() });
    view! {
        <section class="in-words">
            <details>
                <summary>{page.say(plots, |w| w.plot.in_words)}</summary>
                <p data-words>{more}</p>
            </details>
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary>{page.say(plots, |w| w.plot.table)}</summary>
                <table class="numbers" translate="no" aria-label=act.name>
                    <thead><tr><th scope="col">"x"</th><th scope="col">"f(x)"</th><th scope="col">"f′(x)"</th></tr></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </details>
        </section>
    }
}

/// Rows at round places across the window, as HTML.
fn numbers(plot: FunctionPlot) -> String {
    let p = plot.params.get();
    let window = plot.frame.with(|f| f.map_or(plot.act.window, |f| f.window));
    let step = (window.x_max - window.x_min) / f64::from(ROWS);
    let row = |i: u32| {
        let x = rounded(window.x_min + step * f64::from(i), step / 10.0);
        let (f, df) = plot.act.eval(x, &p);
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            typographic(&shortest(x)),
            pretty(f, 6),
            pretty(df, 6)
        )
    };
    (0..=ROWS).map(row).collect()
}
