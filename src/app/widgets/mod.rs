//! The widgets that views are made of: each kind of control once, and what views share.

pub(crate) mod check;
pub(crate) mod choices;
pub(crate) mod drag;
pub(crate) mod key_controls;
pub(crate) mod legend;
pub(crate) mod menu;
pub(crate) mod number_box;
pub(crate) mod pad;
pub(crate) mod parameters;
pub(crate) mod scroll;
pub(crate) mod seed;
pub(crate) mod slider;
pub(crate) mod start_over;
pub(crate) mod view_link;
