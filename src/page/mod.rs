//! The page: Leptos components on the browser's interfaces, over the pure core.

mod browser;
mod shell;
mod state;
mod views;
mod widgets;

pub(super) use shell::start;
