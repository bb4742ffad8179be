//! The full address of the state, for links, frames and sharing.

use crate::page::state::Page;
use activation_explorer::hosts::{frame, link};
use leptos::prelude::*;

/// The full address of the present state, by itself or for a frame.
pub(crate) fn full_address(page: Page, embed: bool) -> String {
    let base = base();
    page.address.untracked(|s| if embed { frame(&base, s) } else { link(&base, s) })
}

/// The address of this page, without a state.
pub(crate) fn base() -> String {
    let base = window().location().href().unwrap_or_default();
    base.split(['?', '#']).next().unwrap_or_default().to_owned()
}
