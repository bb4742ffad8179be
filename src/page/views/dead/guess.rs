//! The question before a run, and the guess beside what came of it.

use super::seek::Seek;
use crate::page::browser::css_colors::reduced_motion;
use crate::page::state::page;
use crate::page::widgets::choices::{Choices, Item};
use crate::page::widgets::player::Player;
use activation_explorer::key::STEPS;
use activation_explorer::views::dead::model::{Look, Setting, UNITS, both};
use activation_explorer::views::dead::words;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The question with its answers to choose from; a guess starts the run.
#[component]
pub(super) fn Guess(look: Memo<Arc<Look>>, player: Player, seek: Seek) -> impl IntoView {
    let page = page();
    let guess = RwSignal::new(None::<usize>);
    let setting = Memo::new(move |_| page.address.whole(Setting::of));
    // Another run is another question.
    Effect::new(move |before: Option<Setting>| {
        let now = setting.get();
        if before.is_some_and(|before| before != now) {
            guess.set(None);
        }
        now
    });
    let over = Memo::new(move |_| look.with(|look| look.over || look.diverged.is_some()));
    let told = move || {
        let w = page.table(words);
        let guess = guess.get()?;
        let dead = look.with(|look| both(&look.dead));
        Some((w.guessed)(w.guesses[guess], dead, 2 * UNITS, over.get()))
    };
    let choices =
        [0, 1, 2, 3, 4].map(|index| Item::new(index, move || page.table(words).guesses[index]));
    let choose = Rc::new(move |index: usize| {
        guess.set(Some(index));
        if untrack(|| over.get()) || player.playing.get_untracked() {
            return;
        }
        if reduced_motion() {
            // No motion: the end at once.
            let end = untrack(|| setting.with(Setting::end));
            page.address.set(&STEPS, end as f64);
            seek.to(end);
        } else {
            player.play();
        }
    });
    view! {
        <section class="guess">
            <p>{move || (page.table(words).guess)(2 * UNITS)}</p>
            <div class="buttons">
                <Choices attribute="data-guess" choices=choices.into() chosen=guess choose />
            </div>
            <p class="came" data-guessed=move || guess.get().map(|at| at.to_string())>{told}</p>
        </section>
    }
}
