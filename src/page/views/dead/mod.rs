//! Dead units: a network in training, its units one by one, and a sweep over learning rates.

mod counts;
mod guess;
mod seek;
mod sweep;

use crate::page::browser::observers::on_visible;
use crate::page::browser::throttle::spoken;
use crate::page::state::page;
use crate::page::widgets::choices::{ChoiceField, Choices, Item};
use crate::page::widgets::demo_page::demo_page;
use crate::page::widgets::key_controls::KeySlider;
use crate::page::widgets::menu::FunctionMenu;
use crate::page::widgets::player::{Buttons, Player};
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::seed::Seed;
use crate::page::widgets::slider::Span;
use activation_explorer::demo::animation::Animation;
use activation_explorer::key::STEPS;
use activation_explorer::views::dead::drawing::{Plane, Units};
use activation_explorer::views::dead::model::{Look, Model, Preset, Setting, UNITS, count};
use activation_explorer::views::dead::{LR, NOISE, OPT, POINTS, SEEDS, Seen, Words, words};
use activation_explorer::words::demos::words as demos;
use counts::Counts;
use guess::Guess;
use leptos::html::Article;
use leptos::prelude::*;
use seek::Seek;
use std::rc::Rc;
use std::sync::Arc;
use sweep::Sweeps;

/// The view.
pub(crate) fn show() -> AnyView {
    demo_page(Dead().into_any())
}

/// A run of the engine before its first step.
fn begin(setting: Setting) -> Model {
    Model::new(setting, explorer_engine::start)
}

/// The dial of the learning rate: from 0.03 to 5, in steps that change two digits, or a key would not
/// move it.
fn dial() -> Span {
    Span { step: 0.05, ..Span::decades(-1.55, 0.7) }
}

/// The view.
#[component]
fn Dead() -> impl IntoView {
    let page = page();
    let setting = Memo::new(move |_| page.address.whole(Setting::of));
    let model = RwSignal::new(begin(untrack(|| setting.get())));
    let seek = Seek::new(model);
    let player = Player::waiting(model);
    let look: Memo<Arc<Look>> = Memo::new(move |_| model.with(|model| Arc::new(model.look())));
    let wanted = move || page.address.untracked(|s| s.number(&STEPS)) as usize;
    seek.to(wanted());
    // Another network starts again. Where a run stood still it goes to the same step, so that under
    // the dial all of it moves.
    Effect::new(move |before: Option<Setting>| {
        let now = setting.get();
        if before.is_some_and(|before| before != now) {
            let goal = if player.playing.get_untracked() { 0 } else { wanted() };
            seek.anew(begin(now.clone()), goal);
        }
        now
    });
    Effect::new(move |_| {
        let wanted = page.address.with(|s| s.number(&STEPS)) as usize;
        if player.playing.get_untracked() || model.with_untracked(Model::steps) == wanted {
            seek.stop();
        } else {
            seek.to(wanted);
        }
    });
    Effect::new(move |_| {
        if player.playing.get() {
            seek.stop();
        }
    });
    let article = NodeRef::<Article>::new();
    article.on_load(move |element| {
        on_visible(&element, move |now| {
            player.seen(now);
            seek.seen(now);
        });
    });
    let sentence =
        Signal::derive(move || (page.table(words).sentence)(&look.with(|l| Seen::of(l))));
    let dead = move |layer: usize| Memo::new(move |_| look.with(|l| count(&l.dead[layer])));
    let label = move |pick: fn(&Words) -> Count, dead: Memo<usize>| {
        Signal::derive(move || pick(page.table(words))(dead.get(), UNITS))
    };
    let key = move |class: &'static str, index: usize| {
        view! { <span class=format!("key {class}")>{page.say(words, KEYS[index])}</span> }
    };
    view! {
        <article
            node_ref=article
            class="demo-body"
            data-demo="dead"
            data-step=move || player.steps().to_string()
            data-playing=move || player.playing.get().to_string()
            data-busy=move || seek.goal.get().is_some().to_string()
        >
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <Presets player />
            <Guess look player seek />
            <div class="bar-of-controls">
                <Buttons player />
                <KeySlider key=&LR label=page.say(words, |w| w.rate) span=dial() />
            </div>
            <Counts look />
            <p class="now-seen" role="status">{spoken(sentence)}</p>
            <div class="pair layers">
                <section>
                    <p class="hint computing" hidden=move || seek.goal.get().is_none()>{page.say(words, |w| w.computing)}</p>
                    <h2>{page.say(words, |w| w.plane)}</h2>
                    <Plot id="dead-plane" drawing=drawing(move || Plane(look.get())) label=label(|w| w.plane_plot, dead(0)) size=Size::Large frame=RwSignal::new(None) />
                    <p class="legend">{key("alive", 0)}{key("gone", 1)}{key("plus", 2)}{key("minus", 3)}</p>
                    <p class="hint">{page.say(words, |w| w.plane_hint)}</p>
                </section>
                <section>
                    <h2>{page.say(words, |w| w.maps)}</h2>
                    <Plot id="dead-units" drawing=drawing(move || Units(look.get())) label=label(|w| w.maps_plot, dead(1)) size=Size::Tile frame=RwSignal::new(None) />
                    <p class="hint">{page.say(words, |w| w.maps_hint)}</p>
                </section>
            </div>
            <div class="settings-grid">
                <FunctionMenu label=page.say(demos, |w| w.function) />
                <Optimisers />
                <KeySlider key=&POINTS label=page.say(words, |w| w.points) span=Span::even(20.0, 500.0, 10.0) />
                <KeySlider key=&NOISE label=page.say(words, |w| w.noise) span=Span::even(0.0, 0.3, 0.01) />
                <KeySlider key=&SEEDS label=page.say(words, |w| w.seeds) span=Span::even(1.0, 50.0, 1.0) />
                <Seed label=page.say(demos, |w| w.seed) another=page.say(demos, |w| w.new_seed) />
            </div>
            <Sweeps setting />
        </article>
    }
}

/// A text for so many dead units of a layer.
type Count = fn(usize, usize) -> String;

/// The words of the legend.
const KEYS: [fn(&'static Words) -> &'static str; 4] =
    [|w| w.keys[0], |w| w.keys[1], |w| w.keys[2], |w| w.keys[3]];

/// The runs to look at: buttons that set the function, the rate and the optimiser.
#[component]
fn Presets(player: Player) -> impl IntoView {
    let page = page();
    let chosen = Memo::new(move |_| {
        page.address.whole(|s| Preset::ALL.iter().position(|preset| preset.is(s)))
    });
    let choices = Preset::ALL
        .map(|preset| Item::new(preset.id, move || (page.table(words).preset)(preset.id)));
    let choose = Rc::new(move |index: usize| {
        player.pause();
        page.address.edit(|s| Preset::ALL[index].apply(s));
    });
    view! {
        <section class="presets">
            <h2>{page.say(words, |w| w.presets)}</h2>
            <div class="buttons">
                <Choices attribute="data-preset" choices=choices.into() chosen choose />
            </div>
        </section>
    }
}

/// The choice of the optimiser.
#[component]
fn Optimisers() -> impl IntoView {
    let page = page();
    let opt = page.address.number(&OPT);
    let chosen = Signal::derive(move || Some(opt.get() as usize));
    let choices =
        [0, 1, 2].map(|index| Item::new(index, move || page.table(words).optimisers[index]));
    let choose = Rc::new(move |index: usize| page.address.set(&OPT, index as f64));
    view! {
        <ChoiceField label=page.say(words, |w| w.optimiser) attribute="data-opt" choices=choices.into() chosen choose />
    }
}
