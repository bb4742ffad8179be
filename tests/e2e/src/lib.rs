//! Drives the built site in real headless browsers and reads what it shows.
//!
//! `cargo xtask test` builds and serves the site, starts chromedriver and runs this crate's tests.

mod curve;
mod figure;
pub mod host;
mod input;
mod options;
mod picture;
mod run;
mod session;
pub mod shots;
pub mod states;

pub use anyhow::{Context, Result, bail, ensure};
pub use curve::{Column, Curve, Role, Run};
pub use figure::Figure;
pub use host::{Answer, Host};
pub use options::{Options, Scheme};
pub use run::{in_firefox, in_firefox_with, in_page};
pub use serde_json::{Value, json};
pub use session::Session;
