//! The table that tells the mean of the inputs from their scale: steps at one rate for all, and at
//! each case's own best rate.

use crate::page::state::page;
use crate::page::widgets::choices::{ChoiceField, Item};
use crate::page::widgets::scroll::Scroll;
use activation_explorer::activation::by_id;
use activation_explorer::address::Settings;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views::zigzag::model::{Contrast, DRAWS, Pair, Setup};
use activation_explorer::views::zigzag::{self, words};
use activation_explorer::views::zigzag::{BATCH, BEST, CENTRE, CENTRE_CMP, LR};
use leptos::prelude::*;
use std::rc::Rc;

/// The table, and buttons that show its cases in the plots.
#[component]
pub(crate) fn Contrasts() -> impl IntoView {
    let page = page();
    // Tried anew once a slider rests: it takes some milliseconds.
    let setups = Memo::new(move |_| {
        page.address.track_rest();
        page.address.with(|_| ());
        // What the runs are centred by, where they start from and which seed they have is no part
        // of it: a change of these tries nothing again.
        page.address.untracked(Pair::setups).map(|setup| Setup {
            seed: 0,
            centred: false,
            tuned: false,
            ..setup
        })
    });
    let tried = Memo::new(move |_| setups.with(Contrast::of));
    let rows = move || {
        let w = page.table(words);
        let row = |case: &Contrast| {
            let Contrast { act, centred, largest_rate, common, best } = *case;
            let cell = |name: &str, value: Option<f64>| {
                let exact = value.map(shortest).unwrap_or_default();
                let shown = value.map_or_else(|| "–".to_owned(), |value| brief(value, 3));
                format!(
                    "<td><data translate=\"no\" data-contrast=\"{} {} {name}\" value=\"{exact}\">{shown}</data></td>",
                    act.id,
                    u8::from(centred)
                )
            };
            let count = |steps: usize| steps as f64;
            format!(
                "<tr><th scope=\"row\">{}</th>{}{}{}{}</tr>",
                (w.named)(act.name, centred),
                cell("limit", Some(largest_rate).filter(|rate| rate.is_finite())),
                cell("common", common.map(count)),
                cell("rate", best.map(|best| best.rate)),
                cell("best", best.map(|best| count(best.steps))),
            )
        };
        tried.with(|all| all.iter().map(row).collect::<String>())
    };
    let rate = page.address.number(&LR);
    let head = move || {
        let columns = (page.table(words).contrast.columns)(&brief(rate.get(), 3));
        let each = columns.map(|column| format!("<th scope=\"col\">{column}</th>")).concat();
        format!("<tr>{each}</tr>")
    };
    let batch = page.address.number(&BATCH);
    let note = move || (page.table(words).contrast.note)(DRAWS, batch.get() as usize);
    view! {
        <section class="contrast">
            <h2>{page.say(words, |w| w.contrast.title)}</h2>
            <p class="lead">{page.say(words, |w| w.contrast.lead)}</p>
            <Scroll label=page.say(words, |w| w.contrast.title)>
                <table class="values">
                    <thead inner_html=head></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </Scroll>
            <Cases />
            <p class="hint">{note}</p>
        </section>
    }
}

/// The four cases: another function or the same one centred, at one rate or at the best ones.
const CASES: [(bool, bool); 4] = [(false, false), (false, true), (true, false), (true, true)];

/// The buttons that show a case in the plots.
#[component]
fn Cases() -> impl IntoView {
    let page = page();
    let now = Memo::new(move |_| {
        page.address.with(|s| {
            let case = (s.on(&CENTRE_CMP), s.on(&BEST));
            let is_shown = !s.on(&CENTRE) && case.0 == (s.second() == s.act);
            CASES.iter().position(|other| is_shown && *other == case)
        })
    });
    let choose = Rc::new(move |index: usize| {
        let (alone, best) = CASES[index];
        page.address.edit(|s| {
            // The view has a function of its own to compare with.
            s.compared = match alone {
                true => vec![s.act],
                false if s.second() == s.act => Vec::new(),
                false => s.compared.clone(),
            };
            for (key, on) in [(&CENTRE, false), (&CENTRE_CMP, alone), (&BEST, best)] {
                s.set_number(key, f64::from(u8::from(on)));
            }
        });
    });
    // Where the same function is on both sides, the one that the view starts with.
    let other = |s: &Settings| {
        let start = zigzag::VIEW.beside.first().and_then(|id| by_id(id));
        if s.second() == s.act { start.unwrap_or(s.act).name } else { s.second().name }
    };
    let choices = CASES.map(|(alone, best)| {
        let label = move || {
            let other = page.address.with(other);
            (page.table(words).contrast.case)((!alone).then_some(other), best)
        };
        Item::new(format!("{}{}", u8::from(alone), u8::from(best)), label)
    });
    view! {
        <ChoiceField
            label=page.say(words, |w| w.contrast.show)
            attribute="data-case"
            choices=choices.into()
            chosen=now
            choose
        />
    }
}
