//! Saturation: the definitions as a live test of any function, and the classes of all.

use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::menu::FunctionMenu;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::scroll::Scroll;
use crate::page::widgets::view_link::ViewLink;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::properties::Saturation as Class;
use activation_explorer::views;
use activation_explorer::views::saturation::drawing::Slopes;
use activation_explorer::views::saturation::model::{Test, classes};
use activation_explorer::views::saturation::words;
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;

/// The parts `(c, soft)` of a class: the bound of a hard one, true for a soft one.
fn parts(class: Class) -> (Option<String>, bool) {
    match class {
        Class::None => (None, false),
        Class::Soft(_) => (None, true),
        Class::Hard(c) => (Some(brief(c, 5)), false),
    }
}

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Saturation().into_any())
}

/// The view.
#[component]
fn Saturation() -> impl IntoView {
    let page = page();
    let act = page.address.act();
    let params = Memo::new(move |_| page.address.whole(|s| s.params(s.act)));
    let test = Memo::new(move |_| params.with(|p| Test::new(act.get(), p)));
    let verdict = move |left: bool| {
        let side = move |test: &Test| {
            let class = if left { test.left.class } else { test.right.class };
            let (hard, soft) = parts(class);
            (page.table(words).verdict)(left, hard.as_deref(), soft)
        };
        spoken(Signal::derive(move || test.with(side)))
    };
    let both = move || test.with(|test| (page.table(words).both)(test.saturates()));
    let far = move || {
        test.with(|test| {
            let row = |(l, r): (&(f64, f64), &(f64, f64))| {
                // A soft f′ is never 0; a float may be.
                let cell = |v: f64, class: Class| {
                    let text = match class {
                        Class::Soft(_) if v == 0.0 => "≈ 0".to_owned(),
                        _ => pretty(v, 4),
                    };
                    format!(
                        "<td><data translate=\"no\" value=\"{}\">{text}</data></td>",
                        shortest(v)
                    )
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
    let label = Signal::derive(move || (page.table(words).plot)(act.get().name));
    let all = move || {
        let words = page.table(words);
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
                        <th scope="row"><ViewLink view=&views::saturation::VIEW act=entry.act>{entry.act.name}</ViewLink></th>
                        <td class="text">{left}</td>
                        <td class="text">{right}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let column = move |i: usize| move || page.table(words).columns[i];
    view! {
        <article class="demo-body" data-demo="saturation">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="settings-grid"><FunctionMenu label=page.say(demos, |w| w.function) /></div>
            <div class="pair">
                <section>
                    <h2>"log₁₀ |f′(x)|"</h2>
                    <Plot id="saturation" drawing=drawing(move || Slopes { act: act.get(), params: params.get() }) label size=Size::Large frame=RwSignal::new(None) />
                    <div role="status">
                        <p class="hint" hidden=move || !test.with(Test::flat)>{page.say(words, |w| w.flat)}</p>
                        <p data-side="left">{verdict(true)}</p>
                        <p data-side="right">{verdict(false)}</p>
                        <p class="hint">{both}</p>
                    </div>
                </section>
                <section>
                    <h2>{page.say(words, |w| w.far)}</h2>
                    <Scroll label=page.say(words, |w| w.far)>
                        <table class="values">
                            <thead><tr><th scope="col">"|x|"</th><th scope="col">"f′(−|x|)"</th><th scope="col">"f′(|x|)"</th></tr></thead>
                            <tbody inner_html=far></tbody>
                        </table>
                    </Scroll>
                </section>
            </div>
            <h2 class="all-functions">{page.say(words, |w| w.all)}</h2>
            <Scroll label=page.say(words, |w| w.all)>
                <table class="values all-classes">
                    <thead><tr><th scope="col">{column(0)}</th><th scope="col" class="text">{column(1)}</th><th scope="col" class="text">{column(2)}</th></tr></thead>
                    <tbody>{all}</tbody>
                </table>
            </Scroll>
        </article>
    }
}
