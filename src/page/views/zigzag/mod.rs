//! The zig-zag: two runs side by side, one from the chosen function, one to compare it with.

mod contrast;
mod side;
mod worked;

use crate::page::state::page;
use crate::page::widgets::choices::{ChoiceField, Choices, Item};
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::key_controls::{KeyCheck, KeySlider};
use crate::page::widgets::menu::{ActivationMenu, FunctionMenu};
use crate::page::widgets::player::{Buttons, Player};
use crate::page::widgets::scroll::Scroll;
use crate::page::widgets::seed::Seed;
use crate::page::widgets::slider::Span;
use activation_explorer::activation::{Activation, Window};
use activation_explorer::demo::animation::Animation;
use activation_explorer::key::STEPS;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::views::zigzag::model::{Pair, Preset, Run, Setup, one_sign_share};
use activation_explorer::views::zigzag::words;
use activation_explorer::views::zigzag::{BATCH, BEST, BIAS, CENTRE, CENTRE_CMP, LR, MOMENTUM};
use activation_explorer::words::demos::words as demos;
use contrast::Contrasts;
use leptos::prelude::*;
use side::{SidePlot, inputs};
use std::rc::Rc;
use std::sync::Arc;
use worked::Worked;

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Zigzag().into_any())
}

/// The view.
#[component]
fn Zigzag() -> impl IntoView {
    let page = page();
    let setup = Memo::new(move |_| page.address.whole(Pair::setups));
    let pair = RwSignal::new(page.address.untracked(Pair::of));
    let player = Player::new(pair);
    let best = page.address.number(&BEST);
    let held = RwSignal::new(false);
    // While a point is dragged the plane stands still under it.
    let window = Memo::new(move |before: Option<&Window>| match before {
        Some(before) if held.get() => *before,
        _ => setup.with(|[chosen, _]| chosen.window()),
    });
    // A changed setup starts again; a changed number of steps, from Back, is stepped to.
    Effect::new(move |before: Option<[Setup; 2]>| {
        let now = setup.get();
        if before.is_some_and(|before| before != now) {
            // Under a hand the whole way moves.
            let steps = if held.get_untracked() { untrack(|| player.steps()) } else { 0 };
            pair.set(Pair::new(now.clone(), steps));
            player.settle();
        }
        now
    });
    Effect::new(move |_| {
        let wanted = page.address.with(|s| s.number(&STEPS)) as usize;
        if !player.playing.get_untracked() && untrack(|| player.steps()) != wanted {
            pair.set(Pair::new(setup.get_untracked(), wanted));
        }
    });
    view! {
        <article
            class="demo-body"
            data-demo="zigzag"
            data-step=move || player.steps().to_string()
            data-playing=move || player.playing.get().to_string()
        >
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <div class="bar-of-controls">
                <Buttons player />
                // With each run at its own best rate it has no say.
                <div hidden=move || best.get() != 0.0>
                    <KeySlider key=&LR label=page.say(words, |w| w.rate) span=Span::decades(-2.0, 2.0) />
                </div>
                <KeyCheck key=&BEST label=page.say(words, |w| w.best) />
            </div>
            <div class="pair runs">
                <SidePlot pair index=0 window held />
                <SidePlot pair index=1 window held />
            </div>
            <p class="hint">{page.say(words, |w| w.axes)}</p>
            <Table pair />
            <Contrasts />
            <Presets />
            <div class="settings-grid">
                <FunctionMenu label=page.say(demos, |w| w.function) />
                <ActivationMenu
                    name="cmp"
                    label=page.say(words, |w| w.against)
                    get=|s| s.second()
                    set=|state, act| state.compared = vec![act]
                />
                <Batch />
                <KeySlider key=&MOMENTUM label=page.say(words, |w| w.momentum) span=Span::even(0.0, 0.95, 0.05) />
                <div class="switches">
                    <KeyCheck key=&CENTRE label=page.say(words, |w| w.centre) />
                    <KeyCheck key=&CENTRE_CMP label=page.say(words, |w| w.centre_cmp) />
                    <KeyCheck key=&BIAS label=page.say(words, |w| w.bias) />
                </div>
                <Seed label=page.say(demos, |w| w.seed) another=page.say(demos, |w| w.new_seed) />
            </div>
            <Worked />
            <Census />
        </article>
    }
}

/// The figures of both runs.
#[component]
fn Table(pair: RwSignal<Pair>) -> impl IntoView {
    let page = page();
    let rows = move || {
        pair.with(|pair| {
            let row = |(index, run): (usize, &Arc<Run>)| {
                // To the present weights: a run that has not arrived yet must not look straighter.
                let [path, straight] = [run.state().path, run.displacement()];
                let ratio = (straight > 0.0).then(|| path / straight);
                let share = run.one_sign_share();
                let arrived = run.steps_to_tolerance();
                let (act, centred) = inputs(run);
                let rate = run.setup().rate;
                let status = (page.table(words).status)(run.status());
                let read = |name: &str, value: Option<f64>, text: String| {
                    let value = value.map(shortest).unwrap_or_default();
                    format!("<td><data translate=\"no\" data-read=\"{name}\" value=\"{value}\">{text}</data></td>")
                };
                let none = || "–".to_owned();
                format!(
                    "<tr data-run=\"{index}\" data-status=\"{:?}\"><th scope=\"row\">{} <small>{status}</small></th>{}{}{}{}{}{}</tr>",
                    run.status(),
                    (page.table(words).named)(act.name, centred),
                    read("rate", Some(rate), brief(rate, 3)),
                    read("steps-to-tolerance", arrived.map(|n| n as f64), arrived.map_or_else(none, |n| n.to_string())),
                    read("path", Some(path), pretty(path, 4)),
                    read("straight", Some(straight), pretty(straight, 4)),
                    read("ratio", ratio, ratio.map_or_else(none, |r| format!("{}\u{a0}×", brief(r, 3)))),
                    read("one-sign", share, share.map_or_else(none, |s| format!("{}%", brief(100.0 * s, 3)))),
                )
            };
            pair.runs.iter().enumerate().map(row).collect::<String>()
        })
    };
    let head = move || {
        let words = page.table(words);
        let after = (words.after)(pair.with(Pair::steps));
        let others = words.columns[1..].iter().map(|c| format!("<th scope=\"col\">{c}</th>"));
        format!("<tr><th scope=\"col\">{after}</th>{}</tr>", others.collect::<String>())
    };
    view! {
        <Scroll label=page.say(words, |w| w.title)>
            <table class="values figures">
                <thead inner_html=head></thead>
                <tbody inner_html=rows></tbody>
            </table>
        </Scroll>
    }
}

/// The batch sizes.
#[component]
fn Batch() -> impl IntoView {
    let page = page();
    let batch = page.address.number(&BATCH);
    let sizes = [1.0, 8.0, 64.0];
    let chosen = Signal::derive(move || sizes.iter().position(|size| *size == batch.get()));
    let choices = sizes.iter().map(|size| Item::new(BATCH.name, brief(*size, 2))).collect();
    let choose = Rc::new(move |index: usize| page.address.set(&BATCH, sizes[index]));
    view! {
        <ChoiceField label=page.say(words, |w| w.batch) attribute="name" choices chosen choose />
    }
}

/// The presets: buttons that set everything for one, and its effect.
#[component]
fn Presets() -> impl IntoView {
    let page = page();
    let now = Memo::new(move |_| {
        let [setup, _] = page.address.whole(Pair::setups);
        Preset::ALL.iter().position(|preset| preset.apply(&setup) == setup)
    });
    let choose = Rc::new(move |index: usize| {
        page.address.edit(|s| {
            let [setup, _] = Pair::setups(s);
            let wanted = Preset::ALL[index].apply(&setup);
            s.set_number(&BATCH, wanted.batch as f64);
            s.set_number(&LR, wanted.rate);
            s.set_number(&BEST, 0.0);
            s.set_number(&MOMENTUM, wanted.momentum);
            s.set_number(&CENTRE, f64::from(u8::from(wanted.centred)));
            s.set_number(&BIAS, f64::from(u8::from(wanted.bias)));
        });
    });
    let choices = Preset::ALL
        .map(|preset| Item::new(format!("{preset:?}"), move || (page.table(words).preset)(preset)));
    view! {
        <section class="presets">
            <h2>{page.say(words, |w| w.when)}</h2>
            <div class="buttons">
                <Choices attribute="data-preset" choices=choices.into() chosen=now choose />
            </div>
            <p role="status">{move || now.get().map_or("", |index| (page.table(words).effect)(Preset::ALL[index]))}</p>
        </section>
    }
}

/// The census: the share of steps in which ten components agree, counted in the page.
#[component]
fn Census() -> impl IntoView {
    const WEIGHTS: usize = 10;
    const STEPS: u32 = 2000;
    let page = page();
    // Counted anew once a slider rests: it takes some milliseconds.
    let counted = Memo::new(move |_| {
        page.address.track_rest();
        page.address.with(|_| ());
        page.address.untracked(|s| [s.act, s.second()].map(|act| (act, s.params(act))))
    });
    let rows = move || {
        let row = |(act, p): (&'static Activation, Vec<f64>)| {
            let cell = |batch: usize| {
                let share = one_sign_share((act, &p), WEIGHTS, batch, STEPS, 1);
                format!(
                    "<td><data translate=\"no\" data-census=\"{} {batch}\" value=\"{}\">{}%</data></td>",
                    act.id,
                    shortest(share),
                    brief(100.0 * share, 3)
                )
            };
            format!(
                "<tr><th scope=\"row\">{}</th>{}{}{}</tr>",
                act.name,
                cell(1),
                cell(8),
                cell(64)
            )
        };
        // The same function on both sides has one row.
        let mut rows = counted.get().map(row).to_vec();
        rows.dedup();
        rows.concat()
    };
    view! {
        <section class="census">
            <h2>{page.say(words, |w| w.census)}</h2>
            <p class="lead">{page.say(words, |w| w.census_lead)}</p>
            <Scroll label=page.say(words, |w| w.census)>
                <table class="values">
                    <thead><tr><th scope="col">{page.say(demos, |w| w.function)}</th><th scope="col">"1"</th><th scope="col">"8"</th><th scope="col">"64"</th></tr></thead>
                    <tbody inner_html=rows></tbody>
                </table>
            </Scroll>
        </section>
    }
}
