//! Up to eight functions over one another: lines told apart by dashes too, one probe for all.

use crate::page::state::page;
use crate::page::widgets::check::Check;
use crate::page::widgets::key_controls::StateCheck;
use crate::page::widgets::legend::Swatch;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::probe::{Probe, ProbePlot, Zoom, listed, spot};
use crate::page::widgets::scroll::Scroll;
use crate::page::widgets::start_over::StartOver;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::activation::{ALL, Activation, Window, by_id};
use activation_explorer::address::{Extras, MOST_COMPARED};
use activation_explorer::numeric::format::{pretty, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::views;
use activation_explorer::views::compare::drawing::{Comparison, Entry, hides, value};
use activation_explorer::views::compare::words;
use activation_explorer::words::plots::words as plots;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The state of the comparison.
#[derive(Clone, Copy)]
struct Compared {
    entries: Memo<Vec<Entry>>,
    window: Memo<Window>,
    deriv: Memo<bool>,
    extras: Memo<Extras>,
    /// The functions that a lecture hides, a bit each.
    unseen: RwSignal<u32>,
}

impl Compared {
    /// The values at `x` of one of them, less those of the first if differences are shown.
    fn value(&self, entry: &Entry, x: f64) -> (f64, f64) {
        let difference = self.extras.get().difference;
        self.entries.with(|all| value(all, entry, x, difference))
    }

    /// The drawing of the plot, tracked.
    fn drawing(self) -> Comparison {
        Comparison {
            entries: self.entries.get(),
            window: self.window.get(),
            deriv: self.deriv.get(),
            extras: self.extras.get(),
            unseen: self.unseen.get(),
        }
    }
}

/// The view.
pub(crate) fn show() -> AnyView {
    Compare().into_any()
}

/// The view.
#[component]
fn Compare() -> impl IntoView {
    let page = page();
    let acts = Memo::new(move |_| page.address.with(|s| s.beside()));
    let compared = Compared {
        entries: Memo::new(move |_| {
            let acts = acts.get();
            page.address.whole(|s| acts.iter().map(|act| (*act, s.params(act))).collect())
        }),
        window: Memo::new(move |_| page.address.with(|s| s.window())),
        deriv: Memo::new(move |_| page.address.with(|s| s.deriv)),
        extras: Memo::new(move |_| page.address.with(|s| s.extras)),
        unseen: page.screen.unseen,
    };
    let frame = RwSignal::new(None::<Frame>);
    let names = move || acts.get().iter().map(|a| a.name).collect::<Vec<_>>().join(", ");
    let label = Signal::derive(move || (page.words().plot_label)(&names(), compared.deriv.get()));
    let x = Memo::new(move |_| page.address.with(|s| s.x));
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
        let count = acts.get().len();
        (0..count)
            .map(|index| {
                let place = move || {
                    let (frame, x) = (frame.get()?, x.get()?);
                    let y = compared.entries.with(|e| e.get(index).map(|e| compared.value(e, x).0))?;
                    spot(&frame, x, y)
                };
                let unseen = move || hides(compared.unseen.get(), index);
                let shown = move || compared.extras.get().values && !unseen() && place().is_some();
                view! { <div class=format!("dot series-{}", index + 1) hidden=move || !shown() style:transform=place></div> }
            })
            .collect_view()
    };
    let plot = ProbePlot { frame, marks: listed(marks), height: None, reading };
    let graph = view! {
        <Plot id="compare" drawing=drawing(move || compared.drawing()) label size=Size::Large frame>
            <Probe plot>{dots}</Probe>
        </Plot>
    };
    if page.figure {
        let moved = acts.get_untracked().into_iter().filter(|act| !act.params.is_empty());
        let sliders = moved
            .map(|act| view! { <p class="of" translate="no">{act.name}</p> <Parameters act /> });
        return view! {
            {graph}
            <Values compared x />
            {sliders.collect_view()}
        }
        .into_any();
    }
    let first = move || acts.get().first().map_or("", |a| a.name);
    let difference = Signal::derive(move || (page.table(words).difference)(first()));
    view! {
        <div class="page compare">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="stage">
                {graph}
                <div class="tools">
                    <Zoom plot><StartOver /></Zoom>
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
                <p class="hint" hidden=move || x.get().is_some()>{page.say(words, |w| w.point)}</p>
            </div>
            <aside class="panel entries">
                <Add />
                {move || acts.get().into_iter().enumerate().map(|(index, act)| view! { <Row index act /> }).collect_view()}
            </aside>
        </div>
    }
    .into_any()
}

/// The table of values at the probe.
#[component]
fn Values(compared: Compared, x: Memo<Option<f64>>) -> impl IntoView {
    let page = page();
    let rows = move || {
        let entries = compared.entries.get();
        let rows = entries.into_iter().enumerate().map(|(index, entry)| {
            let name = entry.0.name;
            let id = entry.0.id;
            let value = x.get().map(|x| compared.value(&entry, x));
            let cell = |v: Option<f64>, read: &'static str| view! {
                <td translate="no"><data data-read=read data-fn=id value=v.map(shortest).unwrap_or_default()>
                    {v.map_or_else(|| "–".to_owned(), |v| pretty(v, 5))}
                </data></td>
            };
            view! {
                <tr>
                    <th scope="row" translate="no"><Swatch index /> {name}</th>
                    {cell(value.map(|v| v.0), "f")}
                    {cell(value.map(|v| v.1), "df")}
                </tr>
            }
        });
        rows.collect_view()
    };
    let at = move || x.get().map_or_else(|| "x".to_owned(), |x| format!("x = {}", pretty(x, 5)));
    let minus = move || if compared.extras.get().difference { "Δ" } else { "" };
    view! {
        <Scroll label=page.say(words, |w| w.title)>
            <table class="values">
                <thead>
                    <tr>
                        <th scope="col">{page.say(words, |w| w.function)} {page.say(plots, |w| w.story.comma)} <data data-read="x" translate="no" value=move || x.get().map(shortest).unwrap_or_default()>{at}</data></th>
                        <th scope="col" translate="no">{minus} "f(x)"</th>
                        <th scope="col" translate="no">{minus} "f′(x)"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
}

/// A function of the comparison, with its sliders.
#[component]
fn Row(index: usize, act: &'static Activation) -> impl IntoView {
    let page = page();
    let remove = move |_| {
        page.address.edit(|s| {
            let mut rest = s.beside();
            rest.retain(|a| *a != act);
            if !rest.is_empty() {
                s.compared = rest;
            }
        });
    };
    let alone = Memo::new(move |_| page.address.with(|s| s.beside().len() == 1));
    view! {
        <section class="entry" data-entry=act.id>
            <h2 translate="no">
                <Swatch index />
                <ViewLink view=&views::function::VIEW act>{act.name}</ViewLink>
                <button
                    type="button"
                    class="remove"
                    disabled=alone
                    aria-label=Signal::derive(move || (page.table(words).remove)(act.name))
                    on:click=remove
                >
                    "×"
                </button>
            </h2>
            <Parameters act />
        </section>
    }
}

/// The reason why the last name entered added nothing.
#[derive(Clone)]
enum Refusal {
    /// No function has that name.
    Unknown(String),
    /// The function is in the comparison already.
    There(&'static str),
}

/// The box that finds and adds a function.
#[component]
fn Add() -> impl IntoView {
    let page = page();
    let full = Memo::new(move |_| page.address.with(|s| s.beside().len() >= MOST_COMPARED));
    let refusal = RwSignal::new(None::<Refusal>);
    let names: String =
        ALL.iter().map(|act| format!("<option value=\"{}\"></option>", act.name)).collect();
    // By name, by id, or by the beginning of either.
    let find = |text: &str| {
        let text = text.trim().to_ascii_lowercase();
        let first = |fits: fn(&str, &str) -> bool| {
            let named = |act: &&Activation| fits(&act.name.to_ascii_lowercase(), &text);
            ALL.iter()
                .copied()
                .find(named)
                .or_else(|| ALL.iter().copied().find(|act| fits(act.id, &text)))
        };
        if text.is_empty() {
            return None;
        }
        first(|name, text| name == text)
            .or_else(|| by_id(&text))
            .or_else(|| first(|name, text| name.starts_with(text)))
    };
    let add = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let text = input.value();
        let found = find(&text);
        let Some(act) = found else {
            refusal.set((!text.trim().is_empty()).then_some(Refusal::Unknown(text)));
            return;
        };
        input.set_value("");
        let mut all = page.address.untracked(|s| s.beside());
        refusal.set(all.contains(&act).then_some(Refusal::There(act.name)));
        if !all.contains(&act) && all.len() < MOST_COMPARED {
            all.push(act);
            page.address.edit(|s| s.compared = all);
        }
    };
    view! {
        <input
            type="search"
            class="add"
            name="add"
            list="all-functions"
            autocomplete="off"
            disabled=full
            placeholder=page.say(words, |w| w.add)
            aria-label=page.say(words, |w| w.add)
            on:change=add
        />
        <datalist id="all-functions" inner_html=names></datalist>
        <p class="hint" role="status">
            {move || match refusal.get() {
                _ if full.get() => page.table(words).full.to_owned(),
                Some(Refusal::Unknown(text)) => (page.table(words).unknown)(&text),
                Some(Refusal::There(name)) => (page.table(words).there)(name),
                None => String::new(),
            }}
        </p>
    }
}
