//! The large plot of the start page: a point to take hold of, the curve on its way to another, and
//! ten lamps that show what is left of a gradient behind ten layers at that point.

use super::texts::fill;
use crate::page::browser::animation_frames::{request, time};
use crate::page::browser::css_colors::reduced_motion;
use crate::page::browser::drag::Drag;
use crate::page::browser::observers::listen;
use crate::page::state::Page;
use crate::page::widgets::probe::moved;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::shortest;
use activation_explorer::plot::{Drawing, Frame};
use activation_explorer::views::gallery::drawing::Hero;
use activation_explorer::views::gallery::{markup, words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// The time in which a curve becomes another, in ms.
const MORPH: f64 = 300.0;

/// The layer over the plot: the flag at the slope, and the point.
const LAYER: &str = "<p class=\"flag\"></p>\
    <div class=\"rail\" tabindex=\"0\" role=\"slider\"><div class=\"ring\"></div></div>";

/// Keeps what is shown in step with the address, and the address with the hand on the point.
pub(super) fn follow(
    page: Page,
    root: &Element,
    shown: RwSignal<Hero>,
    frame: RwSignal<Option<Frame>>,
) {
    let Ok(Some(plot)) = root.query_selector(".stage .plot") else { return };
    let _ = plot.insert_adjacent_html("beforeend", LAYER);
    let began = StoredValue::new(None::<f64>);
    Effect::new(move |before: Option<Hero>| {
        let now = page.address.whole(Hero::of);
        if let Some(before) = before.filter(|before| before.act != now.act)
            && !reduced_motion()
        {
            began.set_value(time());
            let from = Hero { before: Some((before.act, before.params, 1.0)), ..now.clone() };
            shown.set(from);
            morph(page, shown, began, time());
        } else if let Some(way) = shown.with_untracked(|shown| shown.before.clone()) {
            // A step of a slider in the middle of a change.
            shown.set(Hero { before: Some(way), ..now.clone() });
        } else {
            shown.set(now.clone());
        }
        now
    });
    let place = root.clone();
    Effect::new(move |_| {
        page.reader.lang.track();
        let frame = frame.get();
        shown.with(|hero| write(page, &place, hero, frame));
    });
    if let Ok(Some(rail)) = plot.query_selector(".rail") {
        let (drag, before) = (Drag::new(), StoredValue::new(None));
        let kinds = &["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown"];
        let hand = move |event: Event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                if let Some(by) = step(key) {
                    event.prevent_default();
                    put(page, shown.with_untracked(|hero| hero.x) + by);
                }
                return;
            }
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let position = match &*event.type_() {
                "pointerdown" => {
                    before.set_value(page.address.untracked(|s| s.x));
                    drag.down(event)
                }
                "pointermove" => drag.moved(event),
                "pointerup" => drag.up(event),
                _ => {
                    // The page scrolls instead.
                    if drag.cancelled(event) {
                        page.address.edit(|s| s.x = before.get_value());
                    }
                    None
                }
            };
            if let (Some(position), Some(frame)) = (position, frame.get_untracked()) {
                put(page, frame.to_x(position.at.0));
            }
        };
        listen(&rail, kinds, Box::new(hand));
    }
}

/// The way that a key moves the point.
fn step(key: &KeyboardEvent) -> Option<f64> {
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return None;
    }
    let one = if key.shift_key() { 0.01 } else { 0.1 };
    Some(match &*key.key() {
        "ArrowRight" | "ArrowUp" => one,
        "ArrowLeft" | "ArrowDown" => -one,
        "PageUp" => 1.0,
        "PageDown" => -1.0,
        "Home" => -100.0,
        "End" => 100.0,
        _ => return None,
    })
}

/// Puts the point at `x`, to the hundredth, where the curve is seen.
fn put(page: Page, x: f64) {
    let x = (100.0 * x).round() / 100.0 + 0.0;
    let (x, before) = page.address.untracked(|s| (Hero::of(s).held(x), s.x));
    if before != Some(x) {
        page.address.edit(|s| s.x = Some(x));
    }
}

/// Lets the share of the function before sink to 0.
fn morph(page: Page, shown: RwSignal<Hero>, began: StoredValue<Option<f64>>, start: Option<f64>) {
    request(move || {
        // Another change has begun, or the view is gone.
        if began.try_get_value() != Some(start) {
            return;
        }
        let past = start.zip(time()).map_or(1.0, |(start, now)| (now - start) / MORPH);
        let left = within(1.0 - past, 0.0, 1.0);
        if left == 0.0 {
            shown.set(page.address.untracked(Hero::of));
            return;
        }
        shown.update(|hero| {
            if let Some((_, _, share)) = &mut hero.before {
                // Slowly at both ends.
                *share = left * left * (3.0 - 2.0 * left);
            }
        });
        morph(page, shown, began, start);
    });
}

/// Writes all that changes with the point.
fn write(page: Page, root: &Element, hero: &Hero, frame: Option<Frame>) {
    let words = page.table(words);
    let (y, slope) = hero.at(hero.x);
    let w = hero.window();
    fill(root, ".flag", &words.flag(slope));
    fill(root, ".fate", &words.sentence(slope));
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    if let Some(lamps) = find(".lamps") {
        lamps.set_inner_html(&markup::lights(slope));
        let _ = lamps.set_attribute("aria-label", &words.lamps_text(slope));
    }
    if let Some(rail) = find(".rail") {
        for (name, value) in [
            ("aria-label", words.point.to_owned()),
            ("aria-valuemin", shortest(w.x_min)),
            ("aria-valuemax", shortest(w.x_max)),
            ("aria-valuenow", shortest(hero.x)),
            ("aria-valuetext", words.reading(hero.act, hero.x, slope)),
        ] {
            let _ = rail.set_attribute(name, &value);
        }
        let touched = page.address.untracked(|s| s.x.is_some());
        let _ = rail.toggle_attribute_with_force("data-touched", touched);
    }
    let Some(frame) = frame else { return };
    let ((px, py), (_, zero)) = (frame.to_px(hero.x, y), frame.to_px(0.0, 0.0));
    let py = within(py, 0.0, frame.size.1);
    // Beside the point where that is low, and on its left where there is no room.
    let beside = if (py - zero).abs() < 36.0 { 24.0 } else { 9.0 };
    let flag = if px + 104.0 > frame.size.0 {
        moved(px - beside, zero - 28.0) + " translateX(-100%)"
    } else {
        moved(px + beside, zero - 28.0)
    };
    for (selector, place) in [(".ring", moved(px, py)), (".flag", flag)] {
        if let Some(element) = find(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok())
        {
            let _ = HtmlElement::style(&element).set_property("transform", &place);
        }
    }
}
