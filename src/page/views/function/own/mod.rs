//! The function that a reader types: what reads its formula, its texts, and the field in which it is
//! changed.

mod field;
mod lens;
mod texts;

use crate::page::state::page;
use activation_explorer::address::read_formulas_with;
use activation_explorer::formula::own;
use leptos::prelude::*;

pub(crate) use field::show as field;
pub(crate) use lens::show as lens;

/// The name of the piece that reads formulas.
pub(crate) const READ: &str = "own";
/// The name of the piece that is the field.
pub(crate) const FIELD: &str = "own_field";

/// The name of the piece that shows where numbers break.
pub(crate) const LENS: &str = "own_lens";

/// Reads formulas from now on, and the address that has waited for it.
pub(crate) fn read() -> AnyView {
    let page = page();
    read_formulas_with(own::read);
    texts::follow(page);
    // Once the page has this piece in place of the view.
    Effect::new(move |_| page.address.read_again());
    view! { <p class="page loading" role="status">{page.word(|w| w.loading)}</p> }.into_any()
}
