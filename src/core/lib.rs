//! Everything about the page that needs no browser: the catalogue, what is known about its functions,
//! plots, the address, words and views. Natively tested in seconds; the page, the build script, the
//! tools and the tests all use it.

pub mod activation;
pub mod address;
pub mod chapters;
pub mod demo;
pub mod embed;
pub mod lang;
pub mod numeric;
pub mod plot;
pub mod properties;
pub mod views;
pub mod words;

// Until the page is moved, the names it knows.
pub use address as view_state;
pub use words as text;
