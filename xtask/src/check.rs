//! `cargo xtask check`: the tests that need no browser.

use crate::accuracy;
use crate::failure::Failure;
use crate::formatting;
use crate::step::{Cmd, Steps};
use crate::tools::{self, numpy};

/// Runs the quick half of the tests.
pub(crate) fn command() -> Result<(), Failure> {
    Steps::summarised(run)
}

/// Runs the formatting check, clippy for this machine and for the browser, and the native tests.
pub(crate) fn run(steps: &mut Steps) -> Result<(), Failure> {
    let python = steps.step("tools for the checks", || {
        tools::ensure_components()?;
        tools::ensure_wasm_target()?;
        numpy::ensure()
    })?;
    steps.step("formatting", formatting::check)?;
    let correct = "Correct what clippy names above; `#[expect(lint, reason = \"…\")]` only where it is mistaken.";
    steps.command(
        "clippy",
        &Cmd::cargo("clippy --workspace --all-targets -- -D warnings"),
        correct,
    )?;
    steps.command(
        "clippy for wasm32",
        &Cmd::cargo(
            "clippy -p explorer-core -p activation-explorer --target wasm32-unknown-unknown --all-targets -- -D warnings",
        ),
        correct,
    )?;
    steps.command(
        "native tests",
        &Cmd::cargo("test --workspace --exclude e2e").env(numpy::VARIABLE, &python),
        "The failed test's message is above. One test alone: cargo test NAME",
    )?;
    steps.step("accuracy", accuracy::check)
}
