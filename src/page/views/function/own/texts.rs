//! The texts and the code of the function that a reader types, made here in the place of those that
//! are fetched for the functions of the catalogue.

use crate::page::state::Page;
use crate::page::state::texts::File;
use activation_explorer::activation::code::filled;
use activation_explorer::activation::{Activation, Language};
use activation_explorer::address::OWN;
use activation_explorer::formula::breaks::GaveUp;
use activation_explorer::formula::code::code;
use activation_explorer::formula::mathml::mathml;
use activation_explorer::formula::{Formula, own};
use activation_explorer::words::formulas::words;
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// Whether they follow the page.
    static FOLLOWS: Cell<bool> = const { Cell::new(false) };
}

/// Keeps both in step with the formula, from the first call on.
pub(super) fn follow(page: Page) {
    if FOLLOWS.replace(true) {
        return;
    }
    let owner = Owner::new_root(None);
    owner.with(|| start(page));
    // The effects live as long as the page.
    std::mem::forget(owner);
}

fn start(page: Page) {
    let act = Memo::new(move |_| page.address.with(|s| s.typed));
    let settled = Memo::new(move |_| {
        page.address.track_rest();
        act.get().map(|act| (act, page.address.untracked(|s| s.params(act))))
    });
    let text = Memo::new(move |_| {
        let (act, p) = settled.get()?;
        Some(about(page, &own::formula(act)?, &p))
    });
    // A memo, as what is put in place is what it looks for the catalogue's code in.
    let code = Memo::new(move |_| {
        let (act, p) = settled.get()?;
        Some(in_languages(page, act, &own::formula(act)?, &p))
    });
    Effect::new(move |_| {
        let file = File::Function(page.reader.lang.get(), OWN);
        text.get().into_iter().for_each(|text| page.texts.put(file, &text));
    });
    Effect::new(move |_| {
        code.get().into_iter().for_each(|code| page.texts.put(File::Code(OWN), &code));
    });
}

/// The formula, what is said of its derivative, and a sentence on both.
fn about(page: Page, formula: &Formula, p: &[f64]) -> String {
    let words = page.table(words);
    let mathml = mathml(formula, false).replace("<math>", "").replace("</math>", "");
    let breaks = formula.breaks(p);
    let mut told = vec![words.exact];
    if !formula.has_values(p) {
        told = vec![words.nowhere];
    } else if !breaks.points.is_empty() {
        told.push(words.convention);
    }
    let gave_up: Option<GaveUp> = breaks.gave_up;
    told.extend(gave_up.map(words.gave_up));
    format!(
        "<section><div class=\"summary\">{}</div><div class=\"formula\"><math display=\"block\">\
         <mrow><mi>f</mi><mo>\u{2061}</mo><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo><mo>=</mo>{mathml}\
         </mrow></math></div><div class=\"derivative\"><p class=\"hint\" lang=\"{}\">{}</p></div></section>",
        words.lead,
        page.reader.lang.get().tag(),
        told.join(" ")
    )
}

/// The formula as code in every language; that of the catalogue's functions in it comes when it is
/// fetched.
fn in_languages(page: Page, act: &Activation, formula: &Formula, p: &[f64]) -> String {
    let catalogue = |of: &Activation, own: &[f64], language: Language| {
        page.texts.want(File::Code(of.id));
        let file = File::Code(of.id);
        let selector = format!("[data-code=\"{}\"]", language.key());
        let found = page.texts.find(file, &selector).and_then(|element| element.text_content());
        filled(&found.unwrap_or_default(), of, own, language)
    };
    let text = |language: Language| match language {
        // With the places of its parameters, into which the page puts their values.
        Language::Latex => format!("\\[\n  f(x) = {}\n\\]", act.formula),
        _ => code(formula, p, language, &catalogue),
    };
    let each = Language::ALL.map(|language| {
        let text = text(language).replace('&', "&amp;").replace('<', "&lt;");
        format!("<pre data-code=\"{}\">{text}</pre>", language.key())
    });
    each.concat()
}
