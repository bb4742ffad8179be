//! Up to eight functions over one another: lines told apart by dashes too, one probe for all.

mod entries;
mod state;
mod values;

use crate::page::state::page;
use crate::page::widgets::check::Check;
use crate::page::widgets::fetched_text::FetchStatus;
use crate::page::widgets::key_controls::StateCheck;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::{Probe, ProbePlot, Zoom, at_rest, listed, look_at, moved, spot};
use crate::page::widgets::start_over::StartOver;
use activation_explorer::numeric::format::{pixels, pretty};
use activation_explorer::plot::Frame;
use activation_explorer::views::compare::drawing::{Entry, fit, gaps, hides, window};
use activation_explorer::views::compare::labels::{Label, gap_label, labels};
use activation_explorer::views::compare::slots::slots;
use activation_explorer::views::compare::words;
use activation_explorer::words::plots::words as plots;
use entries::{Add, Row};
use leptos::prelude::*;
use state::Compared;
use std::rc::Rc;
use values::{Formulas, Places, Values, said};

/// The view.
pub(crate) fn show() -> AnyView {
    Compare().into_any()
}

/// The view.
#[component]
fn Compare() -> impl IntoView {
    let page = page();
    let acts = Memo::new(move |_| page.address.with(|s| s.beside()));
    let entries = Memo::new(move |_| {
        let acts = acts.get();
        page.address.whole(|s| acts.iter().map(|act| (*act, s.params(act))).collect::<Vec<_>>())
    });
    let extras = Memo::new(move |_| page.address.with(|s| s.extras));
    let asked = Memo::new(move |_| page.address.with(|s| s.window()));
    let gaps = Memo::new(move |_| entries.with(|all| gaps(all, &asked.get(), &extras.get())));
    let frame = RwSignal::new(None::<Frame>);
    let compared = Compared {
        acts,
        entries,
        slots: Memo::new(move |_| page.address.with(slots)),
        gaps,
        frame,
        window: Memo::new(move |_| {
            let look =
                |all: &Vec<Entry>| gaps.with(|gaps| page.address.with(|s| window(all, gaps, s)));
            entries.with(look)
        }),
        deriv: Memo::new(move |_| page.address.with(|s| s.deriv)),
        extras,
        unseen: page.screen.unseen,
    };
    let names = move || acts.get().iter().map(|a| a.name).collect::<Vec<_>>().join(", ");
    let label = Signal::derive(move || (page.words().plot_label)(&names(), compared.deriv.get()));
    // Most functions differ on the left.
    let x = Memo::new(move |_| {
        let window = compared.window.get();
        page.address.with(|s| s.x).or_else(|| Some(at_rest(-1.0, &window)))
    });
    let reading = Signal::derive(move || {
        x.get().map_or_else(String::new, |x| {
            let each = compared.entries.get();
            let each =
                each.iter().map(|e| format!("{}: {}", e.0.name, pretty(compared.value(e, x).0, 5)));
            format!("x = {}; {}", pretty(x, 5), each.collect::<Vec<_>>().join("; "))
        })
    });
    let marks = Signal::derive(move || {
        let mut marks: Vec<f64> =
            compared.entries.get().iter().flat_map(|(a, p)| a.breaks(p)).collect();
        activation_explorer::numeric::order::sort_by_key(&mut marks, |x| *x);
        marks.dedup();
        marks
    });
    let dots = move || {
        let dots = compared.slots.get().into_iter().enumerate().map(|(index, slot)| {
            let place = move || {
                let (frame, x) = (frame.get()?, x.get()?);
                let y = compared.entries.with(|e| e.get(index).map(|e| compared.value(e, x).0))?;
                spot(&frame, x, y)
            };
            let unseen = move || hides(compared.unseen.get(), index);
            let shown = move || compared.extras.get().values && !unseen() && place().is_some();
            view! { <div class=format!("dot series-{}", slot + 1) hidden=move || !shown() style:transform=place></div> }
        });
        dots.collect_view()
    };
    let plot = ProbePlot { frame, marks: listed(marks), height: None, reading };
    let graph = view! {
        <Plot id="compare" drawing=drawing(move || compared.drawing()) label size=Size::Large frame>
            <Probe plot>{dots} <Names compared /></Probe>
        </Plot>
    };
    if page.figure {
        let moved = acts.get_untracked().into_iter().filter(|act| !act.params.is_empty());
        let sliders = moved
            .map(|act| view! { <p class="of" translate="no">{act.name}</p> <Parameters act /> });
        return view! {
            {graph}
            <Values compared x />
            <div>{sliders.collect_view()}</div>
        }
        .into_any();
    }
    // The present window, with the height of the curves; differences have their own.
    let fit_height = move |_| {
        let Some(now) = frame.get_untracked() else { return };
        if extras.get_untracked().difference {
            page.address.edit(|s| (s.edges.y_min, s.edges.y_max) = (None, None));
            return;
        }
        let (deriv, values) = page.address.untracked(|s| (s.deriv, s.extras.values));
        let high = entries.with_untracked(|all| fit(all, &now.window, deriv, values));
        look_at(page, Some(high));
    };
    let first = move || acts.get().first().map_or("", |a| a.name);
    let difference = Signal::derive(move || (page.table(words).difference)(first()));
    view! {
        <div class="page compare">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="stage">
                {graph}
                <div class="tools">
                    <Zoom plot>
                        <button type="button" data-do="fit" on:click=fit_height>{page.say(plots, |w| w.plot.fit)}</button>
                        <StartOver />
                    </Zoom>
                    <Places compared />
                    <div class="switches">
                        <StateCheck name="f" label=page.say(words, |w| w.show_f) get=|s| s.extras.values set=|s, on| s.extras.values = on />
                        <StateCheck name="deriv" label=page.word(|w| w.show_derivative) get=|s| s.deriv set=|s, on| s.deriv = on />
                        <Check
                            name="diff"
                            on=Signal::derive(move || compared.extras.get().difference)
                            set=Rc::new(move |on| page.address.edit(|s| s.extras.difference = on))
                        >
                            {difference}
                        </Check>
                        <StateCheck name="equal" label=page.say(plots, |w| w.plot.equal) get=|s| s.extras.equal set=|s, on| s.extras.equal = on />
                    </div>
                </div>
                <Values compared x />
                <p class="hint" hidden=move || !(compared.extras.get().values && compared.deriv.get())>{page.say(words, |w| w.thin)}</p>
                <p class="hint" hidden=move || page.address.with(|s| s.x.is_some())>{page.say(words, |w| w.point)}</p>
            </div>
            <aside class="panel entries">
                <Add />
                {move || acts.get().into_iter().zip(compared.slots.get()).map(|(act, line)| view! { <Row line act /> }).collect_view()}
            </aside>
            <div class="defined">
                <Formulas compared />
                <FetchStatus />
            </div>
        </div>
    }
    .into_any()
}

/// The names at the ends of the curves, and the largest difference at its dot.
#[component]
fn Names(compared: Compared) -> impl IntoView {
    let page = page();
    // Small text has 13 pixels where ticks have 12.
    let text = move || page.screen.palette.with(|p| Size::Large.text(p)) * 13.0 / 12.0;
    let largest = move || {
        let shown = compared.drawing();
        let words = said(page, &shown.largest_gap()?);
        let label = gap_label(&shown, compared.frame.get().as_ref()?, &words, text())?;
        Some((words, label))
    };
    let name = |class: String, text: String, label: &Label| {
        let (left, top, wide) = label.at;
        let place = moved(left, top);
        view! { <span class=class style:transform=place style:width=pixels(wide)>{text}</span> }
    };
    let names = move || {
        let frame = compared.frame.get()?;
        let (shown, gap) = (compared.drawing(), largest());
        let taken = gap.as_ref().map(|(_, label)| label);
        let all = labels(&shown, &frame, text(), taken).into_iter().map(|label| {
            let class = format!("name series-{}", shown.slots[label.index] + 1);
            name(class, shown.entries[label.index].0.name.to_owned(), &label)
        });
        let all = all.collect_view();
        let gap = gap.map(|(words, label)| name("name gap".to_owned(), words, &label));
        Some(view! { {all} {gap} })
    };
    view! { <div class="ends" translate="no" aria-hidden="true">{names}</div> }
}
