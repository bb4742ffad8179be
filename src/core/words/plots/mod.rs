//! The words of the views of functions, apart from the rest because they are fetched with those
//! views.

mod words;

pub use words::{ExportWords, PlotWords, Words};

crate::for_each_language!(spoken);
