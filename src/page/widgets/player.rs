//! The player of an animation: its controls, and the frames that drive it.

use crate::page::browser::animation_frames;
use crate::page::browser::css_colors::reduced_motion;
use crate::page::state::{Current, page};
use crate::page::widgets::slider::{Range, Span};
use activation_explorer::address::Address;
use activation_explorer::demo::animation::Animation;
use activation_explorer::demo::clock::Clock;
use activation_explorer::key::{SPEED, STEPS};
use activation_explorer::numeric::format::brief;
use activation_explorer::words::demos::words as demos;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// An animation in a signal: one type for all models.
trait Animated {
    /// Takes steps forward; true if more can follow.
    fn forward(&self, steps: u32) -> bool;
    /// Takes one step back.
    fn back(&self);
    /// Goes to the start.
    fn reset(&self);
    /// The number of steps taken, tracked.
    fn steps(&self) -> usize;
    /// Whether another step can be taken, tracked.
    fn goes_on(&self) -> bool;
}

impl<M: Animation + Send + Sync + 'static> Animated for RwSignal<M> {
    fn forward(&self, steps: u32) -> bool {
        let mut goes_on = false;
        self.update(|model| goes_on = model.goes_on() && (0..steps).all(|_| model.step()));
        goes_on
    }

    fn back(&self) {
        self.update(M::back);
    }

    fn reset(&self) {
        self.update(M::reset);
    }

    fn steps(&self) -> usize {
        self.with(M::steps)
    }

    fn goes_on(&self) -> bool {
        self.with(M::goes_on)
    }
}

/// The player of an animation.
#[derive(Clone, Copy)]
pub(crate) struct Player {
    demo: StoredValue<Rc<dyn Animated>, LocalStorage>,
    /// The address, which keeps the number of steps.
    address: Current,
    clock: StoredValue<Clock>,
    last: StoredValue<Option<f64>>,
    /// The number of starts: a frame requested before one must not go on beside the next.
    starts: StoredValue<u32>,
    /// Whether it is out of sight, and stands still.
    away: StoredValue<bool>,
    /// Whether the animation plays.
    pub(crate) playing: RwSignal<bool>,
}

impl Player {
    /// The player of a model.
    pub(crate) fn new<M: Animation + Send + Sync + 'static>(model: RwSignal<M>) -> Self {
        Self::of(Rc::new(model), |s| s.autoplays() && s.number(&STEPS) == 0.0)
    }

    /// The player of a model that starts by itself only where the address says so.
    pub(crate) fn waiting<M: Animation + Send + Sync + 'static>(model: RwSignal<M>) -> Self {
        Self::of(Rc::new(model), |s| s.autoplay == Some(true) && s.number(&STEPS) == 0.0)
    }

    fn of(demo: Rc<dyn Animated>, starts: fn(&Address) -> bool) -> Self {
        let page = page();
        let player = Self {
            demo: StoredValue::new_local(demo),
            address: page.address,
            clock: StoredValue::new(Clock::new(1.0)),
            last: StoredValue::new(None),
            starts: StoredValue::new(0),
            away: StoredValue::new(false),
            playing: RwSignal::new(false),
        };
        Effect::new(move |_| {
            let speed = page.address.with(|s| s.number(&SPEED));
            player.clock.update_value(|clock| clock.per_second = speed);
        });
        if page.address.untracked(starts) && !reduced_motion() {
            player.play();
        }
        player
    }

    pub(crate) fn play(self) {
        let goes_on = self.demo.with_value(|demo| untrack(|| demo.goes_on()));
        if self.playing.get_untracked() {
            return;
        }
        if !goes_on {
            // Play at the end plays it again.
            self.demo.with_value(|demo| demo.reset());
        }
        self.playing.set(true);
        self.clock.update_value(|clock| clock.playing = true);
        self.last.set_value(None);
        self.starts.update_value(|starts| *starts += 1);
        let start = self.starts.get_value();
        animation_frames::request(move || self.frame(start));
    }

    pub(crate) fn pause(self) {
        if self.playing.try_get_untracked() == Some(true) {
            self.playing.set(false);
            self.clock.update_value(|clock| clock.playing = false);
            self.settle();
        }
    }

    /// Stands still while it is out of sight, and goes on from there.
    pub(crate) fn seen(self, seen: bool) {
        self.away.set_value(!seen);
    }

    /// The number of steps taken, tracked.
    pub(crate) fn steps(self) -> usize {
        self.demo.with_value(|demo| demo.steps())
    }

    /// Keeps the number of steps in the address.
    pub(crate) fn settle(self) {
        let steps = untrack(|| self.steps()) as f64;
        if self.address.untracked(|s| s.number(&STEPS) != steps) {
            self.address.set(&STEPS, steps);
        }
    }

    /// One frame: the steps that are due, then the next frame. Ends when the view is gone.
    fn frame(self, start: u32) {
        let plays = self.playing.try_get_untracked() == Some(true);
        if !plays || self.starts.get_value() != start {
            return;
        }
        if self.away.get_value() {
            self.last.set_value(None);
            animation_frames::request(move || self.frame(start));
            return;
        }
        let now = js_sys::Date::now() / 1000.0;
        let before = self.last.try_update_value(|last| last.replace(now)).flatten();
        let passed = before.map_or(0.0, |before| now - before);
        let due = self.clock.try_update_value(|clock| clock.tick(passed)).unwrap_or(0);
        if due > 0 && self.demo.try_with_value(|demo| demo.forward(due)) != Some(true) {
            self.pause();
            return;
        }
        animation_frames::request(move || self.frame(start));
    }

    fn step(self, forward: bool) {
        self.pause();
        self.demo.with_value(|demo| {
            if forward {
                demo.forward(1);
            } else {
                demo.back();
            }
        });
        self.settle();
    }
}

/// Whether a key was pressed in something that the space bar means something to.
fn is_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target
            .closest("a, button, input, select, textarea, summary, iframe, [contenteditable]")
            .is_ok_and(|one| one.is_some())
    })
}

/// The buttons and the speed. The space bar is the first one, wherever it means nothing else.
#[component]
pub(crate) fn Buttons(player: Player) -> impl IntoView {
    let page = page();
    let steps = Memo::new(move |_| player.steps());
    let goes_on = Memo::new(move |_| player.demo.with_value(|demo| demo.goes_on()));
    // A view may have a faster pace of its own.
    let own = page.address.untracked(|s| s.view.key(SPEED.name));
    let span = match own.map(|key| libm::log10(key.range().1)) {
        Some(decades) if decades > 2.0 => Span::decades(0.0, decades),
        _ => Span { whole: true, ..Span::even(1.0, 60.0, 1.0) },
    };
    let play = Signal::derive(move || {
        let words = &page.table(demos).player;
        match (player.playing.get(), goes_on.get()) {
            (true, _) => words.pause,
            (false, true) => words.play,
            (false, false) => words.again,
        }
    });
    let turn = move || if player.playing.get_untracked() { player.pause() } else { player.play() };
    // In a text there are several, and a lecture has keys of its own.
    if !page.figure {
        let listener = window_event_listener(leptos::ev::keydown, move |event| {
            let plain =
                !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            if plain
                && event.key() == " "
                && !event.repeat()
                && !event.default_prevented()
                && !is_control(&event)
            {
                event.prevent_default();
                turn();
            }
        });
        on_cleanup(move || listener.remove());
    }
    view! {
        <div class="player" role="group">
            <button
                type="button"
                class="primary"
                data-player="play"
                on:click=move |_| turn()
            >
                {play}
            </button>
            <button type="button" data-player="step" disabled=move || !goes_on.get() on:click=move |_| player.step(true)>{page.say(demos, |w| w.player.step)}</button>
            <button type="button" data-player="back" disabled=move || steps.get() == 0 on:click=move |_| player.step(false)>{page.say(demos, |w| w.player.back)}</button>
            <button
                type="button"
                data-player="reset"
                disabled=move || steps.get() == 0
                on:click=move |_| {
                    player.pause();
                    player.demo.with_value(|demo| demo.reset());
                    player.settle();
                }
            >
                {page.say(demos, |w| w.player.reset)}
            </button>
            <label class="speed">
                <span>{page.say(demos, |w| w.player.speed)}</span>
                <Range
                    name=SPEED.name
                    span
                    text=|page, speed| (page.table(demos).player.per_second)(&brief(speed, 3))
                    value=page.address.number(&SPEED)
                    set=Rc::new(move |speed| page.address.set(&SPEED, speed))
                />
            </label>
        </div>
    }
}
