//! The overview of the demonstrations: a small picture of each, which moves under the pointer or
//! with the focus.

use crate::page::browser::animation_frames;
use crate::page::browser::css_colors::reduced_motion;
use crate::page::state::page;
use crate::page::widgets::plot::{DerivedDrawing, Plot, Size};
use activation_explorer::address::View;
use activation_explorer::plot::Blank;
use activation_explorer::views;
use activation_explorer::views::play::words;
use leptos::prelude::*;
use std::rc::Rc;

/// The time, in ms, in which a picture moves there and back.
const ROUND: f64 = 3200.0;

/// The view.
pub(crate) fn show() -> AnyView {
    Play().into_any()
}

/// The view.
#[component]
fn Play() -> impl IntoView {
    let page = page();
    view! {
        <div class="page play" data-demo="play">
            <h1 class="subject" tabindex="-1">{page.say(words, |w| w.title)}</h1>
            <p class="lead">{page.say(words, |w| w.lead)}</p>
            <ul class="tiles">{views::demonstrations().map(|view| view! { <Tile view /> }).collect_view()}</ul>
        </div>
    }
}

/// A demonstration: its picture, its name and what it promises.
#[component]
fn Tile(view: &'static View) -> impl IntoView {
    let page = page();
    let place = RwSignal::new(1.0);
    let moves = StoredValue::new(None::<f64>);
    let drawing: DerivedDrawing = Rc::new(move || {
        views::thumbnail(&views::moment(view, place.get())).unwrap_or_else(|| Box::new(Blank))
    });
    let name = move || views::name(view, page.reader.lang.get());
    let start = move || {
        if moves.get_value().is_none() && !reduced_motion() {
            let now = js_sys::Date::now();
            moves.set_value(Some(now));
            frame(place, moves);
        }
    };
    let stop = move || {
        moves.set_value(None);
        place.set(1.0);
    };
    view! {
        <li>
            <a
                class="tile"
                data-view=view.id
                href=format!("?view={}", view.id)
                on:pointerenter=move |_| start()
                on:pointerleave=move |_| stop()
                on:focus=move |_| start()
                on:blur=move |_| stop()
            >
                <Plot id=view.id drawing label=Signal::derive(move || name().to_owned()) size=Size::Small frame=RwSignal::new(None) />
                <h2>{name}</h2>
                <p>{move || views::about(view, page.reader.lang.get()).description}</p>
            </a>
        </li>
    }
}

/// A frame of the motion, from rest to the first state and back, and the next; ends with the pointer
/// or with the view.
fn frame(place: RwSignal<f64>, moves: StoredValue<Option<f64>>) {
    animation_frames::request(move || {
        let Some(Some(since)) = moves.try_get_value() else { return };
        let turn = (js_sys::Date::now() - since) / ROUND;
        let wave = 0.5 + 0.5 * libm::cos(std::f64::consts::TAU * turn);
        place.set(wave);
        frame(place, moves);
    });
}
