//! Runs a test in a browser, and keeps a picture of the page where it fails.

use crate::{Options, Session};
use anyhow::Result;
use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};

/// Runs a test in a browser, ends the browser in any case, and keeps a picture of a failure.
///
/// # Errors
/// The test's own, or that of a browser that did not start.
///
/// # Panics
/// If the test does.
pub async fn in_page(
    options: Options,
    test: impl AsyncFnOnce(&Session) -> Result<()>,
) -> Result<()> {
    run(Session::start(options).await?, test).await
}

/// The same in Firefox.
///
/// # Errors
/// The test's own, or that of a browser that did not start.
///
/// # Panics
/// If the test does.
pub async fn in_firefox(test: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    in_firefox_with(&[], test).await
}

/// The same with preferences, as in `about:config`.
///
/// # Errors
/// The test's own, or that of a browser that did not start.
///
/// # Panics
/// If the test does.
pub async fn in_firefox_with(
    preferences: &[(&str, bool)],
    test: impl AsyncFnOnce(&Session) -> Result<()>,
) -> Result<()> {
    run(Session::start_firefox(preferences).await?, test).await
}

async fn run(session: Session, test: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    let outcome = AssertUnwindSafe(test(&session)).catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        session.keep_evidence().await;
    }
    let ended = session.quit().await;
    match outcome {
        Ok(result) => result.and(ended),
        Err(panic) => resume_unwind(panic),
    }
}

impl Session {
    /// Keeps a picture of the page, for whoever looks into a failure; nothing here may fail the
    /// test.
    async fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let file = evidence_folder().join(format!("{name}.png"));
        let saved = match std::fs::create_dir_all(evidence_folder()) {
            Ok(()) => self.driver().screenshot(&file).await.map_err(anyhow::Error::from),
            Err(error) => Err(error.into()),
        };
        match saved {
            Ok(()) => eprintln!("the page as it was: {}", file.display()),
            Err(error) => eprintln!("no picture of the page: {error:#}"),
        }
        if let Ok(errors) = self.console_errors().await {
            eprintln!("console errors not yet read: {errors:#?}");
        }
    }
}

fn evidence_folder() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).join("target/e2e")
}
