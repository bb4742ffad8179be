//! The browser's interfaces, a file each: nothing here knows of the page's state.

pub(crate) mod debounce;
pub(crate) mod throttle;
