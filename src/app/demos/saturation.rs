//! Saturation: the definitions as a live test of any function, and the classes of all.

use super::{term, texts};
use crate::app::browser::throttle::spoken;
use crate::app::plot::{Plot, Scale, drawing};
use crate::app::store::store;
use crate::app::widgets::menu::FunctionMenu;
use crate::app::widgets::scroll::Scroll;
use crate::app::widgets::view_link::ViewLink;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::properties::Saturation as Class;
use activation_explorer::view_state::View;
use activation_explorer::views::saturation::drawing::Slopes;
use activation_explorer::views::saturation::model::{Test, classes};
use leptos::prelude::*;

/// `(c, soft)` of a class: the bound of a hard one, and whether it is a soft one.
fn parts(class: Class) -> (Option<String>, bool) {
    match class {
        Class::None => (None, false),
        Class::Soft(_) => (None, true),
        Class::Hard(c) => (Some(brief(c, 5)), false),
    }
}

/// The view.
#[component]
pub(super) fn Saturation() -> impl IntoView {
    let store = store();
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    let params = Memo::new(move |_| store.whole(|s| s.params(s.act)));
    let test = Memo::new(move |_| params.with(|p| Test::new(act.get(), p)));
    let verdict = move |left: bool| {
        let side = move |test: &Test| {
            let class = if left { test.left.class } else { test.right.class };
            let (hard, soft) = parts(class);
            (texts(store).saturation.verdict)(left, hard.as_deref(), soft)
        };
        spoken(Signal::derive(move || test.with(side)))
    };
    let both = move || test.with(|test| (texts(store).saturation.both)(test.saturates()));
    let far = move || {
        test.with(|test| {
            let row = |(l, r): (&(f64, f64), &(f64, f64))| {
                // What is soft is never 0; a float may be.
                let cell = |v: f64, class: Class| {
                    let text = match class {
                        Class::Soft(_) if v == 0.0 => "≈ 0".to_owned(),
                        _ => pretty(v, 4),
                    };
                    format!("<td><data value=\"{}\">{text}</data></td>", shortest(v))
                };
                format!(
                    "<tr><th scope=\"row\">{}</th>{}{}</tr>",
                    brief(r.0.abs(), 5),
                    cell(l.1, test.left.class),
                    cell(r.1, test.right.class)
                )
            };
            test.left.slopes.iter().zip(&test.right.slopes).map(row).collect::<String>()
        })
    };
    let label = Signal::derive(move || (texts(store).saturation.plot)(act.get().name));
    let all = move || {
        let words = &texts(store).saturation;
        classes()
            .into_iter()
            .map(|entry| {
                let cell = |class: Class, left: bool| {
                    let (hard, soft) = parts(class);
                    (words.class)(hard.as_deref(), soft, left)
                };
                let (left, right) = (cell(entry.left, true), cell(entry.right, false));
                view! {
                    <tr data-class=entry.act.id>
                        <th scope="row"><ViewLink view=View::Saturation act=entry.act>{entry.act.name}</ViewLink></th>
                        <td class="text">{left}</td>
                        <td class="text">{right}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let column = move |i: usize| move || texts(store).saturation.columns[i];
    view! {
        <article class="demo-body" data-demo="saturation">
            <h1 class="subject" tabindex="-1">{term(store, |w| w.saturation.title)}</h1>
            <p class="lead">{term(store, |w| w.saturation.lead)}</p>
            <div class="settings-grid"><FunctionMenu label=term(store, |w| w.function) /></div>
            <div class="pair">
                <section>
                    <h2>"log₁₀ |f′(x)|"</h2>
                    <Plot id="saturation" drawing=drawing(move || Slopes { act: act.get(), params: params.get() }) label scale=Scale::Large frame=RwSignal::new(None) />
                    <div role="status">
                        <p class="hint" hidden=move || !test.with(Test::flat)>{term(store, |w| w.saturation.flat)}</p>
                        <p data-side="left">{verdict(true)}</p>
                        <p data-side="right">{verdict(false)}</p>
                        <p class="hint">{both}</p>
                    </div>
                </section>
                <section>
                    <h2>{term(store, |w| w.saturation.far)}</h2>
                    <Scroll label=term(store, |w| w.saturation.far)>
                        <table class="values">
                            <thead><tr><th scope="col">"|x|"</th><th scope="col">"f′(−|x|)"</th><th scope="col">"f′(|x|)"</th></tr></thead>
                            <tbody inner_html=far></tbody>
                        </table>
                    </Scroll>
                </section>
            </div>
            <h2>{term(store, |w| w.saturation.all)}</h2>
            <Scroll label=term(store, |w| w.saturation.all)>
                <table class="values all-classes">
                    <thead><tr><th scope="col">{column(0)}</th><th scope="col" class="text">{column(1)}</th><th scope="col" class="text">{column(2)}</th></tr></thead>
                    <tbody>{all}</tbody>
                </table>
            </Scroll>
        </article>
    }
}
