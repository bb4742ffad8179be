//! The plot of one unit: its pieces with their handles, the probe, and the interval of each active
//! piece.

use super::handles::Handles;
use super::state::UnitState;
use crate::page::widgets::function_plot::settled;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::{Probe, ProbePlot, at_rest, listed, spot};
use activation_explorer::numeric::format::{brief, pixels, pretty, shortest};
use activation_explorer::views::maxout::drawing::color;
use activation_explorer::views::maxout::model::{envelope, value};
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;

/// The plot and the widgets below it.
#[component]
pub(crate) fn Unit(unit: UnitState) -> impl IntoView {
    let page = unit.page;
    let frame = unit.frame;
    let x = Memo::new(move |_| {
        let rest = frame.get().map(|frame| at_rest(0.0, &frame.window));
        page.address.with(|s| s.x).or(rest)
    });
    let kinks = Signal::derive(move || {
        unit.parts.with(|parts| parts.iter().skip(1).map(|part| part.from).collect())
    });
    let reading = Signal::derive(move || {
        x.get().map_or_else(String::new, |x| {
            let (h, i) = unit.pieces.with(|p| value(p, x));
            let (x, h, winner) = (pretty(x, 5), pretty(h, 5), unit.words().winner);
            format!("x = {x}, h(x) = {h}, {winner}: {}", i + 1)
        })
    });
    let dot = move || {
        let (frame, x) = (frame.get()?, x.get()?);
        spot(&frame, x, unit.pieces.with(|p| value(p, x).0))
    };
    let label = unit.text(|unit| (unit.words().plot)(unit.count.get()));
    view! {
        <div class="stage">
            <Plot id="maxout" drawing=drawing(move || unit.drawing()) label size=Size::Large frame>
                <Probe plot=ProbePlot { frame, marks: listed(kinks), height: None, reading }>
                    <div class="dot f" hidden=move || dot().is_none() style:transform=dot></div>
                </Probe>
                <Handles unit />
            </Plot>
            <Strip unit />
            <dl class="readout" inner_html=move || readout(unit, x.get())></dl>
            <p class="sentence" role="status">{where_active(unit)}</p>
            <p class="hint">{unit.word(|w| w.handles)}</p>
        </div>
    }
}

/// The intervals of the active pieces, below the plot and in line with it.
#[component]
fn Strip(unit: UnitState) -> impl IntoView {
    let frame = unit.frame;
    let edge = move |pick: fn((f64, f64)) -> f64| {
        move || {
            let frame = frame.get()?;
            let (left, width) = (frame.area.left, frame.area.width);
            Some(pixels(pick((left, frame.size.0 - left - width))))
        }
    };
    let spans = move || {
        let w = frame.get()?.window;
        let span = move |part: activation_explorer::views::maxout::model::Part| {
            let (from, to) = (part.from.max(w.x_min), part.to.min(w.x_max));
            (from < to).then(|| {
                let class = format!("series-{}", color(part.piece) + 1);
                let grow = shortest((to - from) / (w.x_max - w.x_min));
                view! { <span class=class style:flex-grow=grow>{part.piece + 1}</span> }
            })
        };
        Some(unit.parts.get().into_iter().map(span).collect_view())
    };
    view! {
        <div class="strip" aria-hidden="true" style:margin-left=edge(|e| e.0) style:margin-right=edge(|e| e.1)>
            {spans}
        </div>
    }
}

/// The readout at the probe. The gradient of the unit in the values of its pieces is 1 for the one
/// on top and 0 for the others.
fn readout(unit: UnitState, x: Option<f64>) -> String {
    let cell = |label: &str, content: &str| {
        format!("<div class=\"cell\"><dt>{label}</dt><dd>{content}</dd></div>")
    };
    let data = |read: &str, value: Option<f64>| {
        let exact = value.map(shortest).unwrap_or_default();
        let text = value.map_or_else(|| "–".to_owned(), |v| pretty(v, 5));
        format!("<data translate=\"no\" data-read=\"{read}\" value=\"{exact}\">{text}</data>")
    };
    let pieces = unit.pieces.get();
    let at = x.map(|x| value(&pieces, x));
    let winner = at.map(|(_, i)| i).filter(|i| *i < pieces.len());
    let one_hot: Vec<String> = (0..pieces.len())
        .map(|i| {
            let g = winner.map(|winner| u8::from(i == winner).to_string()).unwrap_or_default();
            let shown = if g.is_empty() { "–" } else { &g };
            format!("<data translate=\"no\" data-read=\"g{i}\" value=\"{g}\">{shown}</data>")
        })
        .collect();
    let piece = winner.map_or_else(|| "–".to_owned(), |i| (i + 1).to_string());
    cell("x", &data("x", x))
        + &cell("h(x)", &data("f", at.map(|(h, _)| h)))
        + &cell("h′(x)", &data("df", winner.map(|i| pieces[i].w)))
        + &cell(unit.words().winner, &piece)
        + &cell("∂h/∂bᵢ", &one_hot.join(" "))
}

/// The intervals of the active pieces in words, once the handles rest.
fn where_active(unit: UnitState) -> Signal<String> {
    let rested = settled(unit.pieces);
    Signal::derive(move || {
        let words = unit.words();
        let pieces = rested.get();
        let parts = envelope(&pieces);
        let edge = |x: f64| x.is_finite().then(|| brief(x, 4));
        let each = parts.iter().map(|part| {
            let (from, to) = (edge(part.from), edge(part.to));
            (words.active)(part.piece + 1, from.as_deref(), to.as_deref())
        });
        let semicolon = unit.page.table(plots).story.semicolon;
        let each = each.collect::<Vec<_>>().join(semicolon);
        let mut said = vec![format!("{}{each}", words.on_top)];
        let idle = (0..pieces.len()).filter(|i| !parts.iter().any(|part| part.piece == *i));
        let idle: Vec<String> = idle.map(|i| (i + 1).to_string()).collect();
        if !idle.is_empty() {
            said.push((words.idle)(&idle.join(", ")));
        }
        said.join(semicolon)
    })
}
