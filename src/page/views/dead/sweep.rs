//! The sweep over learning rates and seeds, a slice of each frame at a time.

use super::seek::SLICE;
use crate::page::browser::animation_frames;
use crate::page::browser::observers::on_visible;
use crate::page::state::page;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::scroll::Scroll;
use activation_explorer::numeric::format::{brief, percent, pretty, shortest};
use activation_explorer::train::setup::Setup;
use activation_explorer::train::sweep::{Quartiles, Sweep};
use activation_explorer::views::dead::drawing::{Over, rate_places};
use activation_explorer::views::dead::model::Setting;
use activation_explorer::views::dead::sweep::{AtRate, by_rate, start};
use activation_explorer::views::dead::{LR, SEEDS, words};
use leptos::html::Section;
use leptos::prelude::*;

/// The steps between two looks at the clock.
const STEPS: u32 = 20;

/// A sweep that is under way, stopped or done.
#[derive(Clone, Copy)]
struct Sweeping {
    sweep: StoredValue<Option<Sweep>>,
    running: RwSignal<bool>,
    /// The share that is done; none before the start.
    done: RwSignal<Option<f64>>,
    found: RwSignal<Vec<AtRate>>,
    /// Whether a frame is asked for.
    asked: StoredValue<bool>,
    away: StoredValue<bool>,
}

impl Sweeping {
    fn new() -> Self {
        Self {
            sweep: StoredValue::new(None),
            running: RwSignal::new(false),
            done: RwSignal::new(None),
            found: RwSignal::new(Vec::new()),
            asked: StoredValue::new(false),
            away: StoredValue::new(false),
        }
    }

    /// Forgets everything.
    fn clear(self) {
        self.running.set(false);
        self.sweep.set_value(None);
        self.done.set(None);
        self.found.set(Vec::new());
    }

    /// Starts, or goes on where it was stopped.
    fn go(self, setting: &Setting, seeds: u32) {
        if self.done.get_untracked().is_none_or(|done| done >= 1.0) {
            self.clear();
            let Ok(sweep) = start(setting, seeds, explorer_engine::start) else { return };
            self.sweep.set_value(Some(sweep));
            self.done.set(Some(0.0));
        }
        self.running.set(true);
        self.ask();
    }

    fn ask(self) {
        if !self.asked.get_value() && !self.away.get_value() {
            self.asked.set_value(true);
            animation_frames::request(move || self.slice());
        }
    }

    /// A slice; then the next frame. Ends when the view is gone.
    fn slice(self) {
        let Some(running) = self.running.try_get_untracked() else { return };
        self.asked.set_value(false);
        if !running {
            return;
        }
        let since = js_sys::Date::now();
        let before: usize = self.found.with_untracked(|found| found.iter().map(|at| at.runs).sum());
        let state = self.sweep.try_update_value(|sweep| {
            let sweep = sweep.as_mut()?;
            let mut taken = Ok(STEPS);
            while taken == Ok(STEPS) && js_sys::Date::now() - since < SLICE {
                taken = sweep.advance(STEPS);
            }
            let outcomes = sweep.outcomes();
            let found = (outcomes.len() != before).then(|| by_rate(outcomes));
            Some((if taken.is_ok() { sweep.progress() } else { 1.0 }, found))
        });
        let Some((done, found)) = state.flatten() else { return self.running.set(false) };
        if let Some(found) = found {
            self.found.set(found);
        }
        self.done.set(Some(done));
        if done >= 1.0 {
            self.running.set(false);
        } else {
            self.ask();
        }
    }
}

/// The sweep: its button, how far it is, its plots and its numbers.
#[component]
pub(super) fn Sweeps(setting: Memo<Setting>) -> impl IntoView {
    let page = page();
    let sweeping = Sweeping::new();
    let rate = page.address.number(&LR);
    let seeds = page.address.number(&SEEDS);
    // What it is about: everything but the rate.
    let subject = Memo::new(move |_| {
        let Setting { setup, data } = setting.get();
        (Setting { setup: Setup { rate: 1.0, ..setup }, data }, seeds.get())
    });
    Effect::new(move |before: Option<(Setting, f64)>| {
        let now = subject.get();
        if before.is_some_and(|before| before != now) {
            sweeping.clear();
        }
        now
    });
    let section = NodeRef::<Section>::new();
    section.on_load(move |element| {
        on_visible(&element, move |now| {
            sweeping.away.set_value(!now);
            sweeping.ask();
        });
    });
    let turn = move |_| {
        if sweeping.running.get_untracked() {
            sweeping.running.set(false);
        } else {
            let (setting, seeds) = untrack(|| subject.get());
            sweeping.go(&setting, seeds as u32);
        }
    };
    let button = move || {
        let half = sweeping.done.get().is_some_and(|done| done < 1.0);
        let index = if sweeping.running.get() { 1 } else { 2 * usize::from(half) };
        page.table(words).sweep_buttons[index]
    };
    let per_cent = move || sweeping.done.get().map(|done| (100.0 * done).floor() as u32);
    let plot = move |index: usize| {
        let label = Signal::derive(move || page.table(words).over[index].to_owned());
        let over = move || Over { found: sweeping.found.get(), loss: index == 1, rate: rate.get() };
        let (id, levels) = if index == 0 {
            ("dead-shares", ["100%", "50%", "0%"])
        } else {
            ("dead-losses", ["1", "0.5", "0"])
        };
        let below = rate_places().into_iter().map(|(rate, place)| {
            view! { <span style:left=percent(100.0 * place)>{brief(rate, 2)}</span> }
        });
        view! {
            <section>
                <h2>{label}</h2>
                <div class="over">
                    <div class="levels" aria-hidden="true" translate="no">{levels.map(|level| view! { <span>{level}</span> })}</div>
                    <Plot id drawing=drawing(over) label size=Size::Tile frame=RwSignal::new(None) />
                    <div class="rates" aria-hidden="true" translate="no">{below.collect_view()}</div>
                </div>
            </section>
        }
    };
    let column = move |index: usize| move || page.table(words).columns[index];
    let head = [0, 1, 2, 3, 4, 5].map(|index| view! { <th scope="col">{column(index)}</th> });
    view! {
        <section class="sweep" node_ref=section data-sweeping=move || sweeping.running.get().to_string()>
            <h2>{page.say(words, |w| w.sweep)}</h2>
            <p class="lead">{move || (page.table(words).sweep_lead)(seeds.get() as usize)}</p>
            <div class="buttons">
                <button type="button" data-sweep on:click=turn>{button}</button>
                <progress max="1" value=move || shortest(sweeping.done.get().unwrap_or(0.0)) hidden=move || sweeping.done.get().is_none() aria-label=page.say(words, |w| w.sweep)></progress>
                <span class="hint" data-done=move || per_cent().map(|done| done.to_string())>{move || per_cent().map(|done| (page.table(words).progress)(done))}</span>
            </div>
            <p class="now-seen" role="status">{move || {
                let whole = sweeping.done.get() == Some(1.0);
                whole.then(|| sweeping.found.with(|found| verdict(page.table(words).verdict, found))).flatten()
            }}</p>
            <div class="pair">{plot(0)}{plot(1)}</div>
            <details hidden=move || sweeping.found.with(Vec::is_empty)>
                <summary>{page.say(words, |w| w.table)}</summary>
                <Scroll label=page.say(words, |w| w.table)>
                    <table class="values">
                        <thead><tr>{head}</tr></thead>
                        <tbody inner_html=move || sweeping.found.with(|found| found.iter().map(row).collect::<String>())></tbody>
                    </table>
                </Scroll>
            </details>
        </section>
    }
}

/// A share as whole per cent.
fn in_percent(share: f64) -> String {
    format!("{}%", brief(100.0 * share, 2))
}

/// A loss, or ∞ for one that diverged.
fn loss(loss: f64) -> String {
    if loss.is_finite() { pretty(loss, 3) } else { "∞".to_owned() }
}

/// What came of a rate, as a row of the table.
fn row(at: &AtRate) -> String {
    let cells = |name: &str, q: &Quartiles, text: fn(f64) -> String| {
        let value = if q.median.is_finite() { shortest(q.median) } else { String::new() };
        format!(
            "<td><data data-read=\"{name}\" value=\"{value}\">{}</data></td><td>{}–{}</td>",
            text(q.median),
            text(q.low),
            text(q.high)
        )
    };
    format!(
        "<tr translate=\"no\" data-run=\"{0}\"><th scope=\"row\">{0}</th>{1}{2}<td>{3}</td></tr>",
        brief(at.rate, 2),
        cells("dead", &at.dead, in_percent),
        cells("loss", &at.loss, loss),
        at.runs
    )
}

/// What a whole sweep says.
fn verdict(say: fn(&str, &str, Option<&str>) -> String, found: &[AtRate]) -> Option<String> {
    let best = found.iter().min_by(|a, b| a.loss.median.total_cmp(&b.loss.median))?;
    if !best.loss.median.is_finite() {
        return None;
    }
    let cliff = found.iter().find(|at| at.dead.median > 0.25).map(|at| brief(at.rate, 2));
    Some(say(&brief(best.rate, 2), &in_percent(best.dead.median), cliff.as_deref()))
}
