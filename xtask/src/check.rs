//! `cargo xtask check`: the tests that need no browser.

use crate::accuracy;
use crate::failure::Failure;
use crate::formatting;
use crate::side_by_side::{self, Job, Program, programs};
use crate::step::{Cmd, Steps};
use crate::tools::{self, numpy};
use std::path::Path;
use std::process::Stdio;

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
    let tests = steps.step("native tests, built", || built(&python))?;
    let mut jobs = vec![Job {
        name: "clippy for wasm32".into(),
        cmd: Cmd::cargo(
            "clippy -p explorer-core -p activation-explorer --target wasm32-unknown-unknown --all-targets -- -D warnings",
        ),
        advice: correct,
    }];
    jobs.extend(tests);
    jobs.push(Job {
        name: "tests in the documentation".into(),
        cmd: Cmd::cargo("test --workspace --exclude e2e --doc"),
        advice: FAILED_TEST,
    });
    steps.step("clippy for wasm32, native tests", || side_by_side::run(jobs))?;
    steps.step("accuracy", accuracy::check)
}

const FAILED_TEST: &str = "The failed test's message is above. One test alone: cargo test NAME";

/// Builds every native test program and gives them with what they need.
fn built(python: &Path) -> Result<Vec<Job>, Failure> {
    let build = Cmd::cargo("test --workspace --exclude e2e --no-run")
        .words("--message-format json-render-diagnostics");
    let failed = |why: String| {
        Failure::new("building the native tests", &why)
            .ran(build.to_string())
            .advise("Correct what the compiler names above.")
    };
    let output = build.command().stderr(Stdio::inherit()).output();
    let output = output.map_err(|e| failed(e.to_string()))?;
    if !output.status.success() {
        return Err(failed(format!("it ended with {}", output.status)));
    }
    let programs = programs(&String::from_utf8_lossy(&output.stdout));
    if programs.is_empty() {
        return Err(failed("cargo names no test program".into()));
    }
    let job = |Program { folder, path }: Program| {
        let cmd = Cmd::new(&path)
            .env(numpy::VARIABLE, python)
            .env("CARGO_MANIFEST_DIR", &folder)
            .folder(folder);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Job { name, cmd, advice: FAILED_TEST }
    };
    Ok(programs.into_iter().map(job).collect())
}
