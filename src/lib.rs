//! The pure core of Activation Explorer: activations, numbers, plots, words and the URL grammar.
//!
//! Nothing in this library touches a browser; the page in `src/app` is built on it.

pub mod activation;
pub mod content;
pub mod demo;
pub mod embed;
pub mod numeric;
pub mod plot;
pub mod properties;
pub mod text;
pub mod view_state;
pub mod views;
