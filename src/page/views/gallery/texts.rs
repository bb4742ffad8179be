//! The texts and the controls of the start page, kept in step with the address.

use crate::page::browser::observers::listen;
use crate::page::state::Page;
use crate::page::widgets::slider::moved;
use activation_explorer::activation::{ALL, Activation, Family, by_id};
use activation_explorer::address::{Address, Choice, Trait, Traits};
use activation_explorer::content::TRAITS;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::format::{brief, shortest};
use activation_explorer::views;
use activation_explorer::views::gallery::drawing::Hero;
use activation_explorer::views::gallery::{markup, model, words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// What the texts were last written for.
struct Written {
    lang: Lang,
    framed: bool,
    only: Traits,
    act: &'static Activation,
    params: Vec<Vec<f64>>,
}

impl Written {
    fn of(lang: Lang, state: &Address) -> Self {
        let params = ALL.iter().map(|act| state.params(act)).collect();
        Self { lang, framed: state.embed, only: state.only, act: state.act, params }
    }
}

/// Writes the texts below `root` now and on every change, and takes what its controls are set to.
pub(super) fn follow(page: Page, root: &Element) {
    let place = root.clone();
    Effect::new(move |before: Option<Written>| {
        let now = page.address.whole(|state| Written::of(page.reader.lang.get(), state));
        let anew = before.as_ref().is_none_or(|b| (b.lang, b.framed) != (now.lang, now.framed));
        if anew {
            write(page, &place, &now);
        }
        let same = before.filter(|_| !anew);
        let chosen = same.as_ref().is_none_or(|before| before.act != now.act);
        if chosen {
            choose(page, &place, now.act);
        }
        let filtered = same.as_ref().is_none_or(|before| before.only != now.only);
        if filtered {
            filter(page, &place, now.only);
        }
        for (index, act) in ALL.iter().enumerate() {
            let params = &now.params[index];
            let moved = same.as_ref().is_none_or(|before| before.params[index] != *params);
            if moved || chosen && *act == now.act {
                set(&place, act, params);
            }
            if moved || filtered {
                note(page, &place, act, *params != act.defaults(), now.only);
            }
        }
        now
    });
    let kinds = &["input", "change", "keydown", "click"];
    listen(root, kinds, Box::new(move |event| take(page, &event)));
}

/// All elements below `root` that a selector finds.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).ok();
    let found = found.map(|list| (0..list.length()).filter_map(move |i| list.item(i)));
    found.into_iter().flatten().filter_map(|node| node.dyn_into().ok()).collect()
}

/// Writes HTML into the element that a selector finds.
pub(super) fn fill(root: &Element, selector: &str, html: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        element.set_inner_html(html);
    }
}

/// Shows an element or hides it.
fn show(element: &Element, shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !shown);
}

/// Writes all there is in the language in force.
fn write(page: Page, root: &Element, now: &Written) {
    let (page_words, words) = (page.words(), words(now.lang));
    let above = markup::above(words.title, words.lead, words.choice, now.act);
    fill(root, ".above", &above);
    let slope = page.address.untracked(|state| {
        let hero = Hero::of(state);
        hero.at(hero.x).1
    });
    let (lights, lit) = (markup::lights(slope), words.lamps_text(slope));
    fill(root, ".below", &markup::below(words.lamps, &lights, &lit, &words.sentence(slope)));
    fill(root, ".doors", &markup::doors(words, views::ALL));
    fill(root, ".head", &markup::head(words, page_words, now.framed));
    fill(root, ".foot", &markup::foot(words, now.lang.code()));
    for (family, heading) in Family::ALL.into_iter().zip(all(root, ".family .name")) {
        heading.set_text_content(Some((page_words.family)(family)));
        // There the heading above it is the first one.
        let level = if now.framed { "2" } else { "3" };
        // Nothing is left to do where that fails.
        let _ = heading.set_attribute("aria-level", level);
    }
    for act in ALL {
        fill(root, &format!("[data-card={}] .notes", act.id), &markup::card(page_words, act));
    }
}

/// Marks the chosen function, and brings its sliders.
fn choose(page: Page, root: &Element, act: &'static Activation) {
    let chips = all(root, "[data-choice]");
    let wanted = model::choice(act);
    if chips.len() != wanted.len() || !model::CHOICE.contains(&act.id) {
        let words = page.table(words);
        fill(root, ".above", &markup::above(words.title, words.lead, words.choice, act));
    } else {
        for chip in chips {
            let on = chip.get_attribute("data-choice").as_deref() == Some(act.id);
            let _ = chip.set_attribute("aria-pressed", if on { "true" } else { "false" });
        }
    }
    fill(root, ".own", &markup::sliders(page.words(), act));
}

/// Shows the functions that have all traits of `only`, and which these are.
fn filter(page: Page, root: &Element, only: Traits) {
    for button in all(root, "[data-trait]") {
        let name = button.get_attribute("data-trait").unwrap_or_default();
        let on = Trait::parse(&name).is_some_and(|each| only.has(each));
        let _ = button.set_attribute("aria-pressed", if on { "true" } else { "false" });
    }
    let has = |bits: &u8| Traits::of_bits(*bits).include(only);
    let every = only == Traits::default();
    for button in all(root, ".filters .all") {
        show(&button, !every);
    }
    let count = TRAITS.iter().filter(|bits| has(bits)).count();
    let found = if every { String::new() } else { (page.words().found)(count, ALL.len()) };
    fill(root, ".filters .hint", &found);
    for (act, bits) in ALL.iter().zip(TRAITS) {
        for card in all(root, &format!("[data-card={}]", act.id)) {
            show(&card, has(&bits));
        }
    }
    for family in all(root, ".family") {
        show(
            &family,
            family.query_selector(".card:not([hidden])").is_ok_and(|card| card.is_some()),
        );
    }
}

/// Writes the note of a tile: of which slice it is, and whether it is shown for other parameters
/// than those it has.
fn note(page: Page, root: &Element, act: &Activation, changed: bool, only: Traits) {
    let mut note = markup::slice(page.words(), act);
    if changed && only != Traits::default() {
        if !note.is_empty() {
            note += " · ";
        }
        note += page.words().by_default;
    }
    fill(root, &format!("[data-card={}] .hint", act.id), &note);
}

/// Moves the sliders of a function to its parameters; their ends grow to include them.
fn set(root: &Element, act: &Activation, params: &[f64]) {
    for (param, value) in act.params.iter().zip(params) {
        let (low, high) = param.slider;
        let selector = format!("input[name={}][data-fn={}]", param.name, act.id);
        for input in all(root, &selector) {
            let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
            input.set_min(&shortest(low.min((value / param.step).floor() * param.step)));
            input.set_max(&shortest(high.max((value / param.step).ceil() * param.step)));
            if input.value_as_number() != *value {
                input.set_value_as_number(*value);
            }
            let text = format!("{} = {}", param.symbol, shortest(*value));
            let _ = input.set_attribute("aria-valuetext", &text);
            if let Some(shown) = input.next_element_sibling() {
                shown.set_text_content(Some(&brief(*value, 3)));
            }
        }
    }
    for button in all(root, &format!(".reset[data-fn={}]", act.id)) {
        show(&button, params != act.defaults());
    }
}

/// Takes what a control has been set to.
fn take(page: Page, event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let get = |name: &str| target.get_attribute(name);
    let act = get("data-fn").and_then(|id| by_id(&id));
    let address = page.address;
    if let (Some(act), Some(input)) = (act, target.dyn_ref::<HtmlInputElement>()) {
        let Some(index) = act.params.iter().position(|param| param.name == input.name()) else {
            return;
        };
        let now = input.value_as_number();
        match &*event.type_() {
            "keydown" => {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let exact = address.untracked(|s| s.params(act)[index]);
                let (low, high) = act.params[index].slider;
                let ends = (low.min(exact), high.max(exact));
                if let Some(to) = moved(key, exact, act.params[index].step, ends, false) {
                    address.set_param(act, index, to);
                }
            }
            "input" => address.set_param(act, index, now),
            // The thumb goes to the value, which may not have followed it all the way.
            "change" => input.set_value_as_number(address.untracked(|s| s.params(act)[index])),
            _ => {}
        }
    } else if event.type_() != "click" {
    } else if let Some(act) = get("data-choice").and_then(|id| by_id(&id)) {
        address.edit(|s| s.act = act);
    } else if let Some(each) = get("data-trait").and_then(|name| Trait::parse(&name)) {
        address.edit(|s| s.only = s.only.with(each, !s.only.has(each)));
    } else if target.matches(".all").unwrap_or(false) {
        address.edit(|s| s.only = Traits::default());
    } else if let (Some(act), true) = (act, target.matches(".reset").unwrap_or(false)) {
        address.edit(|s| s.set_params(act, act.defaults()));
    }
}
