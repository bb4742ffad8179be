//! The page: Leptos components on the browser's interfaces, over the core.

mod browser;
mod shell;
mod state;
mod views;
mod widgets;

pub(super) use shell::start;
