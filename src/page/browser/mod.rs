//! The browser's interfaces, a file each: nothing here knows of the page's state.

pub(crate) mod address_bar;
pub(crate) mod animation_frames;
pub(crate) mod canvas;
pub(crate) mod clipboard;
pub(crate) mod copied_numbers;
pub(crate) mod css_colors;
pub(crate) mod debounce;
pub(crate) mod drag;
pub(crate) mod failure;
pub(crate) mod focus;
pub(crate) mod gestures;
pub(crate) mod host;
pub(crate) mod keys;
pub(crate) mod observers;
pub(crate) mod print;
pub(crate) mod storage;
pub(crate) mod stylesheets;
pub(crate) mod throttle;
