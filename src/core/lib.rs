//! Everything about the page that needs no DOM: the catalogue, the properties of its functions,
//! plots, the address, words and views.
//!
//! Built natively by the page's build script, the tools and the tests, and as WebAssembly by the
//! page, where the JavaScript engine reads and writes numbers (`numeric/decimal.rs`,
//! `numeric/format.rs`).

// First, since every module with words uses its macros.
#[macro_use]
pub mod lang;

pub mod activation;
pub mod address;
pub mod chapters;
pub mod demo;
pub mod formula;
pub mod hosts;
pub mod key;
pub mod numeric;
pub mod plot;
pub mod precision;
pub mod properties;
pub mod search;
pub mod train;
pub mod views;
pub mod words;
