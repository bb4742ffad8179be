//! Everything about the page that needs no browser: the catalogue, what is known about its functions,
//! plots, the address, words and views. Natively tested in seconds; the page, the build script, the
//! tools and the tests all use it.

// First, since its macros are used by all with words.
#[macro_use]
pub mod lang;

pub mod activation;
pub mod address;
pub mod chapters;
pub mod demo;
pub mod hosts;
pub mod key;
pub mod numeric;
pub mod plot;
pub mod properties;
pub mod views;
pub mod words;
