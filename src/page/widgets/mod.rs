//! The widgets that views are made of: each kind of control once, and what views share.

pub(crate) mod check;
pub(crate) mod choices;
pub(crate) mod copied;
pub(crate) mod demo_page;
pub(crate) mod fetched_text;
pub(crate) mod figures;
pub(crate) mod full_address;
pub(crate) mod function_plot;
pub(crate) mod hand;
pub(crate) mod in_words;
pub(crate) mod key_controls;
pub(crate) mod lazy_view;
pub(crate) mod legend;
pub(crate) mod menu;
pub(crate) mod number_box;
pub(crate) mod pad;
pub(crate) mod parameters;
pub(crate) mod player;
pub(crate) mod plot;
mod plot_table;
pub(crate) mod probe;
pub(crate) mod scroll;
pub(crate) mod seed;
pub(crate) mod slider;
pub(crate) mod start_over;
pub(crate) mod view_link;
